/** The built server as a program of its own, with everything it keeps in a folder that goes away; and accounts on it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';

const SERVER = fileURLToPath(new URL('../../../server/dist/main.js', import.meta.url));
const READY_WITHIN_MS = 60_000;

export interface TestServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** `folder` is its own. */
export async function startServer(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<TestServer> {
  if (!existsSync(SERVER)) throw new Error('run this first: npm run build');
  const environment = { ROLE: 'all', PORT: '0', HOST: '127.0.0.1', PLOSCOPE_DATA: folder, ...settings };
  const child = spawn(process.execPath, [SERVER], { env: { PATH: process.env.PATH ?? '', ...environment } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until && child.exitCode === null) {
    const url = /PLOScope is ready on (\S+)/.exec(output)?.[1];
    if (url !== undefined) return { url: url.replace('localhost', '127.0.0.1'), stop };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop();
  throw new Error(`the server was not ready: ${output}`);
}

export interface TestAccount {
  readonly email: string;
  readonly password: string;
  /** Asks as the account's owner would in a browser. */
  ask(method: string, path: string, body?: object): Promise<Record<string, unknown>>;
}

export async function register(url: string, email: string): Promise<TestAccount> {
  const password = 'nine high like a boss';
  const send = async (token: string, method: string, path: string, body?: object) => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { ...(token === '' ? {} : { authorization: `Bearer ${token}` }), 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const document = (await answer.json()) as Record<string, unknown>;
    if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(document)}`);
    return document;
  };
  const { accessToken } = await send('', 'POST', '/api/auth/register', { email, password });
  return { email, password, ask: (method, path, body) => send(String(accessToken), method, path, body) };
}

/** Opens the link in the mail that proves an address. */
export async function proveAddress(url: string, account: TestAccount): Promise<void> {
  for (;;) {
    const { mails } = (await (await fetch(`${url}/api/mailbox`)).json()) as { mails: { to: string; text: string }[] };
    const mail = mails.find(({ to }) => to === account.email);
    const token = /#token=(\S+)/.exec(mail?.text ?? '')?.[1];
    if (token !== undefined) {
      await account.ask('POST', '/api/auth/verify-email', { token });
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A way to the server that can be cut. */
export interface Cable {
  readonly url: string;
  /** The next answer is not let through: its connection breaks when it comes. */
  cutNextAnswer(): void;
  /** Breaks every connection, and all that come until it is whole again. */
  setBroken(broken: boolean): void;
  close(): void;
}

export async function layCable(url: string): Promise<Cable> {
  const { port, hostname } = new URL(url);
  const open = new Set<Socket>();
  let broken = false;
  let cutting = false;
  const cable = createServer((near) => {
    if (broken) {
      near.destroy();
      return;
    }
    const far = connect(Number(port), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
    near.pipe(far);
    far.on('data', (bytes) => {
      if (cutting) {
        cutting = false;
        near.destroy();
      } else near.write(bytes);
    });
  });
  cable.listen(0, '127.0.0.1');
  await once(cable, 'listening');
  return {
    url: `http://127.0.0.1:${(cable.address() as AddressInfo).port}`,
    cutNextAnswer() {
      cutting = true;
    },
    setBroken(now) {
      broken = now;
      if (broken) for (const socket of open) socket.destroy();
    },
    close() {
      for (const socket of open) socket.destroy();
      cable.close();
    },
  };
}
