/**
 * The peer of the HTTP rows, a process of its own: a bare Fastify that answers JSON of the same size as ours, and a bare
 * Socket.IO that passes on what it is posted. No accounts, no database, no checks.
 *
 * Its first argument is the answers, as JSON by `METHOD path`; it says its address in its first line.
 */
import Fastify from 'fastify';
import { Server } from 'socket.io';

const answers = JSON.parse(process.argv[2] ?? '{}') as Record<string, unknown>;
const app = Fastify();
for (const [route, answer] of Object.entries(answers)) {
  const [method = '', url = ''] = route.split(' ');
  app.route({ method, url, handler: async () => answer });
}
const io = new Server(app.server, { serveClient: false });
io.on('connection', (socket) => void socket.join(String(socket.handshake.auth.room)));
app.post('/news', async (request) => {
  const { room, news } = request.body as { room: string; news: unknown };
  io.to(room).emit('job', news);
  return { ok: true };
});
app.get('/memory', async () => ({ bytes: process.memoryUsage.rss() }));
console.log(await app.listen({ port: 0, host: '127.0.0.1' }));
