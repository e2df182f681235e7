/**
 * Sockets: Socket.IO with a player behind each. A socket joins the room of its player and hears nothing of any other.
 *
 * The access token comes with the handshake and ends after minutes; the socket ends with it, and the client, which has a
 * newer token by then, connects again. A session that was ended elsewhere is noticed within half a minute. Handshakes that
 * prove nothing are counted by address, as requests are.
 *
 * Each process hears of news by itself, from the database, and tells the sockets it holds: processes need no word of
 * each other for it.
 */
import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import type { Config } from '../config/index.ts';
import { ApiError, type Authenticate, clientAddress, guardBearers } from '../http/index.ts';
import type { Limits } from '../limits/index.ts';

/** How often it is asked whether a socket's session still lives. */
const CHECK_MS = 30_000;
/** Sockets of one player that one process holds: pages open at once. */
const MOST_OF_PLAYER = 20;
/** A message from a client larger than this is no message of ours. */
const MAX_MESSAGE_BYTES = 16 * 1024;

export interface Sockets {
  /** Sends to every socket of one player that this process holds. */
  tell(userId: string, event: string, message: unknown): void;
  /** Sockets open now. */
  readonly count: number;
  close(): Promise<void>;
}

export interface SocketParts {
  readonly server: HttpServer;
  readonly authenticate: Authenticate;
  readonly limits: Limits;
  readonly config: Pick<Config, 'corsOrigins' | 'trustProxy'>;
}

export function openSockets({ server, authenticate, limits, config }: SocketParts): Sockets {
  const { corsOrigins, trustProxy } = config;
  const ask = guardBearers(authenticate, limits);
  const io = new Server(server, {
    serveClient: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    destroyUpgrade: false,
    ...(corsOrigins.length === 0 ? {} : { cors: { origin: [...corsOrigins] } }),
  });
  // What asks for another protocol elsewhere gets an answer, not silence.
  server.on('upgrade', ({ url = '' }, socket) => {
    if (!url.startsWith('/socket.io/')) {
      socket.end('HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
    }
  });
  io.use(async (socket, next) => {
    const asker = await ask(tokenOf(socket), clientAddress(socket.request, trustProxy)).catch((error: unknown) =>
      error instanceof ApiError ? error.detail.code : 'unavailable',
    );
    if (asker === null) return next(new Error('signed-out'));
    if (typeof asker === 'string') return next(new Error(asker));
    const room = roomOf(asker.userId);
    if ((io.of('/').adapter.rooms.get(room)?.size ?? 0) >= MOST_OF_PLAYER) return next(new Error('too-many'));
    await socket.join(room);
    next();
  });
  io.on('connection', (socket) => {
    const timer = setInterval(() => {
      authenticate(tokenOf(socket)).then(
        (asker) => asker === null && socket.disconnect(true),
        // The database is away: what it would say is asked again.
        () => undefined,
      );
    }, CHECK_MS);
    socket.on('disconnect', () => clearInterval(timer));
  });
  return {
    tell: (userId, event, message) => io.to(roomOf(userId)).emit(event, message),
    get count() {
      return io.engine.clientsCount;
    },
    // Not `io.close`: the HTTP server is somebody else's to close, and may have answers under way.
    async close() {
      io.disconnectSockets(true);
      io.engine.close();
      await io.of('/').adapter.close();
    },
  };
}

/** Empty, which proves nothing, where it is no token. */
function tokenOf(socket: Socket): string {
  const token: unknown = socket.handshake.auth.token;
  return typeof token === 'string' && token.length <= 4096 ? token : '';
}

function roomOf(userId: string): string {
  return `player:${userId}`;
}
