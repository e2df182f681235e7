/**
 * Sends a running server any number of requests made from its own OpenAPI, right ones and wrong ones, as nobody, guest,
 * player and administrator, over connections that stay open; tells what was lost and what the server's memory did.
 *
 * The server must have no limits (LIMITS=off), keep its mails in the mailbox, and name in ADMIN_EMAILS the
 * addresses given here: several, since what is sent may change an administrator's password to one nobody knows.
 */
import { type Account, makeGuest, register, registerAdmin, signIn } from '../interface/accounts.ts';
import { send } from '../interface/actor.ts';
import { newEmail } from '../interface/examples.ts';
import { createJudge } from './judge.ts';
import type { OpenApi } from './openapi.ts';
import { createRandom, type Random } from './random.ts';
import { type Asking, type Attack, createAttacks } from './requests.ts';
import { type Ended, openConnection } from './wire.ts';

export interface FuzzSettings {
  readonly url: string;
  readonly adminEmails: readonly string[];
  readonly seed: number;
  readonly count: number;
  readonly connections?: number;
}

interface Lost {
  readonly why: string;
  readonly request: string;
  readonly answer: string;
  /** What the same connection carried just before. */
  readonly before: string;
}

export interface FuzzReport {
  readonly seed: number;
  readonly tried: number;
  readonly survived: number;
  /** What went wrong, with the request that showed it. */
  readonly lost: readonly Lost[];
  /** Answers by status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Memory of the server after a third, after two thirds and at the end, in bytes. */
  readonly residentBytes: readonly number[];
}

const ROLES = ['nobody', 'guest', 'player', 'player', 'player', 'admin'] as const;
type Role = (typeof ROLES)[number];
const KEPT_IDS = 200;
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

interface Somebody {
  account: Account;
  readonly ids: string[];
}

export async function fuzzInterface({
  url,
  adminEmails,
  seed,
  count,
  connections = 12,
}: FuzzSettings): Promise<FuzzReport> {
  const document = (await send(url, null, { method: 'GET', path: '/api/openapi.json' })).json as OpenApi;
  const attackOf = createAttacks(document);
  const judge = createJudge(document);
  const people = await openPeople(url, adminEmails);
  const lost: Lost[] = [];
  const statuses: Record<string, number> = {};
  const residentBytes: number[] = [];
  let tried = 0;

  const { port, hostname } = new URL(url);
  const line = async (random: Random): Promise<void> => {
    const connection = openConnection(Number(port), hostname);
    let before = '';
    while (tried < count) {
      if (++tried % Math.ceil(count / 3) === 0) residentBytes.push(await memoryOf(url));
      const role = random.pick(ROLES);
      const asking = people.asking(role);
      const attack = attackOf(asking, random);
      const ended = await connection.exchange(attack.bytes, attack);
      const status = typeof ended === 'string' ? ended : String(ended.status);
      statuses[status] = (statuses[status] ?? 0) + 1;
      const why = judge(attack, ended);
      if (why !== null) lost.push({ why, request: shown(attack), answer: shownAnswer(ended), before });
      before = shown(attack);
      await people.learn(role, asking, ended);
    }
    connection.close();
  };
  const random = createRandom(seed);
  await Promise.all(Array.from({ length: connections }, () => line(random.fork())));
  residentBytes.push(await memoryOf(url));
  return { seed, tried, survived: tried - lost.length, lost, statuses, residentBytes };
}

interface People {
  asking(role: Role): Asking;
  /** Keeps the ids somebody was told; whoever was signed out by what was sent signs in again. */
  learn(role: Role, asking: Asking, ended: Ended): Promise<void>;
}

async function openPeople(url: string, adminEmails: readonly string[]): Promise<People> {
  let admins = 0;
  const newAdmin = (): Promise<Account> => registerAdmin(url, adminEmails[admins++] ?? '');
  const people: Record<Exclude<Role, 'nobody'>, Somebody> = {
    guest: { account: await makeGuest(url), ids: [] },
    player: { account: await register(url, newEmail()), ids: [] },
    admin: { account: await newAdmin(), ids: [] },
  };
  const renewing = new Map<Role, Promise<void>>();
  const renew = async (role: Exclude<Role, 'nobody'>): Promise<void> => {
    const { account, ids } = people[role];
    const me = await send(url, account.bearer, { method: 'GET', path: '/api/auth/me' });
    const isSame = me.status === 200 && (role !== 'guest' || (me.json as { guest: boolean }).guest);
    if (isSame) return;
    const again = role === 'guest' ? null : await signIn(url, account.email ?? '').catch(() => null);
    if (again?.id === account.id) people[role].account = again;
    else {
      const fresh = role === 'guest' ? makeGuest(url) : role === 'admin' ? newAdmin() : register(url, newEmail());
      people[role].account = await fresh;
      ids.length = 0;
    }
  };
  return {
    asking(role) {
      if (role === 'nobody') return { bearer: null, account: null, ownIds: [], foreignIds: [] };
      const { account, ids } = people[role];
      // An administrator is told of everybody's jobs, so only what a player was told is surely the player's.
      const foreignIds = role === 'player' ? people.guest.ids : people.player.ids;
      return { bearer: account.bearer, account, ownIds: ids, foreignIds };
    },
    async learn(role, asking, ended) {
      if (role === 'nobody' || typeof ended === 'string') return;
      if (ended.status < 300 && people[role].account === asking.account) {
        const { ids } = people[role];
        for (const [id] of ended.body.toString('latin1').matchAll(UUID)) ids.push(id);
        ids.splice(0, ids.length - KEPT_IDS);
      }
      if (ended.status !== 401 && ended.status !== 201) return;
      const going = renewing.get(role) ?? renew(role).finally(() => renewing.delete(role));
      renewing.set(role, going);
      await going;
    },
  };
}

async function memoryOf(url: string): Promise<number> {
  const { text } = await send(url, null, { method: 'GET', path: '/metrics' });
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1]);
}

function shown({ bytes: { head, body } }: Attack): string {
  const text = head + body.toString('latin1', 0, 1500);
  return JSON.stringify(text.replace(/(.{1,4}?)\1{30,}/g, (run, part) => `${part}{${run.length} in all}`));
}

function shownAnswer(ended: Ended): string {
  if (typeof ended === 'string') return ended;
  return JSON.stringify({ ...ended, body: ended.body.toString('utf8', 0, 1000) });
}
