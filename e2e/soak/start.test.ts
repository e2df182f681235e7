/**
 * `npm start` through `kill -9` at random moments, also while it starts, and of the database below it: it always comes
 * back, with every account and every job that was acknowledged.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { at } from '../../tools/paths.mjs';
import { freePort } from '../../tools/port.mjs';
import { killPostmaster } from './database.ts';
import { printFigures, scaled, timesOf } from './figures.ts';
import { gone, launch } from './kept-process.ts';
import { ask, askOnce, fieldOf, PASSWORD, untilReady } from './player.ts';
import { createRandom } from './random.ts';

const KILLS = 100;
/** How long a life lasts once something was acknowledged in it, at most, in milliseconds. */
const LIFE_MS = 1200;
/** One in so many is killed before it is ready. */
const EARLY = 5;
const READY_WITHIN_MS = 60_000;

interface Ledger {
  /** Addresses whose registration was acknowledged. */
  readonly accounts: { email: string; jobs: string[] }[];
}

test('what was acknowledged is there after every kill -9', async () => {
  const random = createRandom();
  const kills = scaled(KILLS);
  console.log(`soak start: SOAK_SEED=${random.seed}`);
  const folder = mkdtempSync(join(tmpdir(), 'ploscope-soak-'));
  chmodSync(folder, 0o711);
  const data = join(folder, 'data');
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const env = { PORT: String(port), PLOSCOPE_DATA: data, LIMITS: 'off', KERNEL_THREADS: '1' };
  const start = () => launch({ args: [at('tools/start.mjs')], env, logFile: join(folder, 'server.log') });
  const ledger: Ledger = { accounts: [] };
  const readyMs: number[] = [];
  const killed = { running: 0, starting: 0, database: 0 };
  let server = start();
  try {
    for (let kill = 0; kill < kills; kill++) {
      if (kill % EARLY === EARLY - 1) {
        await sleep(random.whole(0, 1500));
        killed.starting++;
      } else {
        readyMs.push(await untilReady(baseUrl, READY_WITHIN_MS, () => server.exitCode !== null));
        const stop = new AbortController();
        const playing = Promise.all([play(baseUrl, ledger, stop.signal), play(baseUrl, ledger, stop.signal)]);
        await acknowledgedSince(sizeOf(ledger), ledger);
        await sleep(random.whole(0, LIFE_MS));
        // Sometimes the database first, and the server is already putting it right when it dies, too.
        if (random.next() < 0.3) {
          killPostmaster(data);
          killed.database++;
          await sleep(random.whole(0, 300));
        }
        server.kill('SIGKILL');
        stop.abort();
        await playing;
        killed.running++;
      }
      server.kill('SIGKILL');
      await gone(server);
      if (random.next() < 0.3) {
        killPostmaster(data);
        killed.database++;
      }
      server = start();
    }
    readyMs.push(await untilReady(baseUrl, READY_WITHIN_MS, () => server.exitCode !== null));
    const { tried, missing } = await missingOf(baseUrl, ledger);
    printFigures('start', {
      tried,
      survived: tried - missing.length,
      lost: missing.length,
      accounts: ledger.accounts.length,
      kills: `${killed.running} running + ${killed.starting} starting + ${killed.database} database`,
      'ready after': timesOf(readyMs),
    });
    expect(missing).toEqual([]);
    expect(tried).toBeGreaterThanOrEqual(killed.running);
  } finally {
    server.kill('SIGKILL');
    await gone(server);
    killPostmaster(data);
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
});

function sizeOf({ accounts }: Ledger): number {
  return accounts.reduce((sum, { jobs }) => sum + 1 + jobs.length, 0);
}

/** A life in which nothing was promised would prove nothing. */
async function acknowledgedSince(size: number, ledger: Ledger): Promise<void> {
  for (const until = Date.now() + READY_WITHIN_MS; sizeOf(ledger) === size; await sleep(10)) {
    if (Date.now() > until) throw new Error('nothing is acknowledged');
  }
}

/** Registers, and submits until nobody answers any more; the ledger has what was acknowledged. */
async function play(baseUrl: string, { accounts }: Ledger, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const email = `${crypto.randomUUID()}@example.org`;
    const made = await askOnce(`${baseUrl}/api/auth/register`, 'POST', { body: { email, password: PASSWORD } });
    if (made?.status !== 201) continue;
    const account = { email, jobs: [] as string[] };
    accounts.push(account);
    const token = fieldOf<string>(made, 'accessToken');
    for (let i = 0; i < 5 && !signal.aborted; i++) {
      const body = { hands: ['AsAhKsKh', '9d8d7c6c'] };
      const job = await askOnce(`${baseUrl}/api/study/equities`, 'POST', { body, token });
      if (job?.status === 202) account.jobs.push(fieldOf(job, 'id'));
    }
  }
}

/** Everybody signs in again and looks for every job, which must have been computed by and by. */
async function missingOf(baseUrl: string, { accounts }: Ledger): Promise<{ tried: number; missing: string[] }> {
  const missing: string[] = [];
  let tried = 0;
  for (const { email, jobs } of accounts) {
    tried++;
    const access = await ask(`${baseUrl}/api/auth/login`, 'POST', { body: { email, password: PASSWORD } });
    if (access.status !== 200) {
      missing.push(`${email}: ${JSON.stringify(access)}`);
      continue;
    }
    const token = fieldOf<string>(access, 'accessToken');
    for (const id of jobs) {
      tried++;
      const status = await endOf(`${baseUrl}/api/study/equities/${id}`, token);
      if (status !== 'COMPLETED') missing.push(`${id}: ${status}`);
    }
  }
  return { tried, missing };
}

async function endOf(url: string, token: string): Promise<string> {
  for (const until = Date.now() + READY_WITHIN_MS; ; await sleep(100)) {
    const answer = await ask(url, 'GET', { token });
    if (answer.status !== 200) return JSON.stringify(answer);
    const status = fieldOf<string>(answer, 'status');
    if ((status !== 'QUEUED' && status !== 'PROCESSING') || Date.now() > until) return status;
  }
}
