/**
 * Where the database listens: on a unix socket in the data folder, which no other machine and, by its folder's mode, no
 * other user reaches. Where that cannot be (Windows, a path longer than the system's limit, a disk that knows no
 * sockets) on a free port of 127.0.0.1. A password is asked for in both cases.
 */
import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { DATABASE, LOGIN } from './cluster.ts';

/** Longest path of a unix socket, in bytes: 108 with the ending zero on Linux, 104 on macOS. */
const SOCKET_PATH_BYTES = process.platform === 'linux' ? 107 : 103;

/** On a socket the port is only a part of its name. */
const SOCKET_PORT = 5432;

export interface Address {
  /** Folder of the socket; null for TCP on loopback. */
  readonly sockets: string | null;
  readonly port: number;
}

export async function chooseAddress(sockets: string): Promise<Address> {
  const path = socketPath(sockets);
  if (process.platform !== 'win32' && Buffer.byteLength(path) <= SOCKET_PATH_BYTES && (await canListen(path))) {
    return { sockets, port: SOCKET_PORT };
  }
  return { sockets: null, port: await freePort() };
}

/** Both `pg` and libpq read the folder from the parameter; the host before it is there for readers of plain URLs. */
export function urlOf({ sockets, port }: Address, password: string): string {
  if (sockets === null) return `postgresql://${LOGIN}:${password}@127.0.0.1:${port}/${DATABASE}`;
  return `postgresql://${LOGIN}:${password}@localhost:${port}/${DATABASE}?host=${encodeURIComponent(sockets)}`;
}

/** The settings of the server that make it listen there and nowhere else. */
export function settingsOf({ sockets, port }: Address): Record<string, string> {
  return {
    port: String(port),
    listen_addresses: sockets === null ? '127.0.0.1' : '',
    unix_socket_directories: sockets === null ? '' : `"${sockets.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
  };
}

/** Takes away the socket of a postmaster that is gone. Its lock file may name a process that is somebody else by now. */
export function clearSocket({ sockets }: Address): void {
  if (sockets === null) return;
  for (const ending of ['', '.lock']) rmSync(`${socketPath(sockets)}${ending}`, { force: true });
}

function socketPath(sockets: string): string {
  return join(sockets, `.s.PGSQL.${SOCKET_PORT}`);
}

/** Tried on a name beside: the socket's own may still be a running postmaster's. */
async function canListen(path: string): Promise<boolean> {
  const trial = path.replace('.s.', '.t.');
  rmSync(trial, { force: true });
  const server = createServer();
  const ok = await listening(server, () => server.listen(trial));
  await closed(server);
  return ok;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await listening(server, () => server.listen(0, '127.0.0.1'));
  const address = server.address();
  await closed(server);
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function listening(server: Server, listen: () => void): Promise<boolean> {
  return new Promise((resolve) => {
    server.once('listening', () => resolve(true));
    server.once('error', () => resolve(false));
    listen();
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
