/**
 * Refreshing while the whole server is killed (`kill -9`) and started again: a client that had no answer asks again with
 * the same token, and is still signed in. What it came to is counted, as in the races beside.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Program, startProgram } from '../../testing/program.ts';
import { type Figures, newSession, refresh } from './auth.races.ts';

const CLIENTS = 4;
/** Refreshing goes on for at most so long before the next kill, in milliseconds. */
const LIFE_MS = 80;
/** Where the server is not back by then, the ten seconds of grace may be over: such a client says nothing. */
const IN_TIME_MS = 9_000;

export interface KillFigures extends Figures {
  /** Refreshes that the kills left without an answer. */
  readonly cut: number;
  /** Not counted among the tried: the machine was too slow to start the server again. */
  readonly tooLate: number;
}

export async function refreshUnderServerKills(databaseUrl: string, kills: number): Promise<KillFigures> {
  const start = () => startProgram({ DATABASE_URL: databaseUrl, ROLE: 'api', LIMITS: 'off' });
  const lost: string[] = [];
  let [tried, cut, tooLate] = [0, 0, 0];
  let program = await start();
  const tokens = await Promise.all(Array.from({ length: CLIENTS }, () => newSession(program.url)));
  try {
    for (let kill = 0; kill < kills; kill++) {
      const { url } = program;
      const refreshing = tokens.map(async (_, client) => {
        for (;;) {
          const answer = await refreshOnce(url, tokens[client] ?? '');
          if (answer === null) return performance.now();
          tried++;
          if (answer.token === null) lost.push(`kill ${kill}: ${answer.status}`);
          tokens[client] = answer.token ?? (await newSession(url));
        }
      });
      await sleep(Math.random() * LIFE_MS);
      await killed(program);
      const cutAt = await Promise.all(refreshing);
      program = await start();
      for (const [client, at] of cutAt.entries()) {
        cut++;
        const answer = await refresh(program.url, tokens[client] ?? '');
        if (performance.now() - at > IN_TIME_MS) tooLate++;
        else {
          tried++;
          if (answer.token === null) lost.push(`after kill ${kill}: ${answer.status}`);
        }
        tokens[client] = answer.token ?? (await newSession(program.url));
      }
    }
  } finally {
    await program.close();
  }
  return { tried, survived: tried - lost.length, lost, cut, tooLate };
}

/** Null where the server died over it. */
async function refreshOnce(url: string, token: string): Promise<{ status: number; token: string | null } | null> {
  try {
    return await refresh(url, token);
  } catch {
    return null;
  }
}

async function killed(program: Program): Promise<void> {
  program.child.kill('SIGKILL');
  await program.close().catch(() => undefined);
}
