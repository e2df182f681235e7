/** Accounts on a running server, made through its own interface: guests, players, an administrator. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Access } from '@ploscope/contracts';
import { type Reply, send } from './actor.ts';

export const PASSWORD = 'nine daring ferrets 42';

export interface Account {
  readonly email: string | null;
  readonly id: string;
  readonly bearer: string;
  readonly sessionId: string;
}

function read<T>({ status, json, text }: Reply): T {
  if (status >= 300) throw new Error(`${status} ${text}`);
  return json as T;
}

async function accountOf(url: string, access: Access): Promise<Account> {
  const { accessToken: bearer, player } = access;
  const { sessions } = read<{ sessions: { id: string; current: boolean }[] }>(
    await send(url, bearer, { method: 'GET', path: '/api/auth/sessions' }),
  );
  const sessionId = sessions.find(({ current }) => current)?.id ?? '';
  return { email: player.email, id: player.id, bearer, sessionId };
}

export async function makeGuest(url: string): Promise<Account> {
  return accountOf(url, read<Access>(await send(url, null, { method: 'POST', path: '/api/auth/guest' })));
}

/** A player with an account, at an address of its own. */
export function makePlayer(url: string): Promise<Account> {
  return register(url, `player-${randomUUID()}@example.org`);
}

export async function register(url: string, email: string): Promise<Account> {
  const body = { email, password: PASSWORD };
  return accountOf(url, read<Access>(await send(url, null, { method: 'POST', path: '/api/auth/register', body })));
}

export async function signIn(url: string, email: string): Promise<Account> {
  const body = { email, password: PASSWORD };
  return accountOf(url, read<Access>(await send(url, null, { method: 'POST', path: '/api/auth/login', body })));
}

/** The server must name the address in ADMIN_EMAILS and keep its mails in the mailbox. */
export async function registerAdmin(url: string, email: string): Promise<Account> {
  await register(url, email);
  for (let tries = 0; tries < 500; tries++) {
    const reply = await send(url, null, { method: 'GET', path: '/api/mailbox' });
    const { mails } = read<{ mails: { to: string; text: string }[] }>(reply);
    for (const mail of mails.filter(({ to }) => to === email)) {
      const body = { token: /#token=(\S+)/.exec(mail.text)?.[1] ?? '' };
      // An older mail may be of an account that is gone.
      const proved = await send(url, null, { method: 'POST', path: '/api/auth/verify-email', body });
      if (proved.status === 200) return signIn(url, email);
    }
    await sleep(20);
  }
  throw new Error(`no mail came for ${email}`);
}

export async function makeToken(url: string, { bearer }: Account): Promise<{ id: string; token: string }> {
  const body = { name: 'test' };
  return read(await send(url, bearer, { method: 'POST', path: '/api/auth/tokens', body }));
}
