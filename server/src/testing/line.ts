/**
 * A TCP line to a server that a test can cut: to its client the server then looks dead, or it to the server.
 *
 * It knows nothing of what it carries.
 */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type NetConnectOpts, type Server, type Socket } from 'node:net';

export interface Line {
  readonly port: number;
  /** Cuts every connection and refuses new ones. */
  cut(): Promise<void>;
  /** Takes connections again, on the same port. */
  mend(): Promise<void>;
}

export async function openLine(target: NetConnectOpts): Promise<Line> {
  const sockets = new Set<Socket>();
  const carry = (near: Socket): void => {
    const far = connect(target);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.once('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  };
  let server: Server | undefined;
  const listen = async (port: number): Promise<number> => {
    server = createServer(carry).listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const port = await listen(0);
  return {
    port,
    async cut() {
      const closed = server ? once(server, 'close') : undefined;
      server?.close();
      server = undefined;
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    async mend() {
      if (!server) await listen(port);
    },
  };
}
