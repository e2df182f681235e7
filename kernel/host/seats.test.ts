// What happens when workers fail: a failure stays with its own job, and the pool goes on.
//
// The workers here are the real ones behind a transport that can be told to break.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hand, RANDOM, testJob } from '../test/kernel.ts';
import type { Lane } from './host.ts';
import { type LaneReply, type LaneRequest, serveLane } from './lane.ts';
import { openNodePool } from './node.ts';
import { openPool, type Pool } from './pool.ts';

const module = new WebAssembly.Module(readFileSync(new URL('../build/kernel.wasm', import.meta.url)));

interface Break {
  /** Turns a request into another before the worker sees it. */
  readonly request?: (request: LaneRequest) => LaneRequest;
  /** Called instead of delivering a reply; true: the reply is lost. */
  readonly reply?: (reply: LaneReply, end: (error: Error) => void) => boolean;
}

function brokenPool(broken: Break, size = 1): { pool: Pool; opened: () => number } {
  let opened = 0;
  const pool = openPool({
    size,
    now: () => performance.now(),
    inline: null,
    spawn(): Lane {
      opened++;
      let onReply: (reply: LaneReply) => void = () => {};
      let onEnd: (error: Error) => void = () => {};
      const serve = serveLane((reply) => {
        if (!broken.reply?.(reply, onEnd)) setTimeout(() => onReply(reply));
      });
      serve({ kind: 'module', module });
      return {
        post: (request) => setTimeout(() => serve(broken.request?.(request) ?? request)),
        listen(reply, end) {
          onReply = reply;
          onEnd = end;
        },
        close: async () => {},
      };
    },
  });
  return { pool, opened: () => opened };
}

const stop = { standardError: 0.01, trials: Infinity, timeMs: 20_000 };
const jobs = ['AsAhKsKh', 'QsQhJsJh', '9d8d7c6c'].map((text) => testJob({ players: [hand(text), RANDOM], stop }));

test('a job that cannot be opened fails alone; the jobs behind it get their own answers', async () => {
  const { pool } = brokenPool({
    request: (request) =>
      request.kind === 'part' && request.task === 1 && request.open
        ? { ...request, open: { ...request.open, plan: { ...request.open.plan, method: 'none' as never } } }
        : request,
  });
  const [first, second, third] = await Promise.allSettled(jobs.map((job) => pool.run(job)));
  expect(first).toMatchObject({ status: 'rejected' });
  const alone = await openNodePool({ threads: 1 });
  for (const [i, answer] of [second, third].entries()) {
    const expected = await alone.run(jobs[i + 1]!);
    if (answer!.status !== 'fulfilled' || !answer!.value.ok || !expected.ok) throw new Error('no answer');
    expect(answer!.value.value.players).toEqual(expected.value.players);
  }
  await alone.close();
  await pool.close();
});

test('a worker that dies takes its own job with it, once, and another takes its place', async () => {
  let dead = false;
  const { pool, opened } = brokenPool({
    reply(_, end) {
      if (dead) return false;
      dead = true;
      end(new Error('gone'));
      end(new Error('gone again'));
      return true;
    },
  });
  await expect(pool.run(jobs[0]!)).rejects.toThrow('gone');
  expect(await pool.run(jobs[1]!)).toMatchObject({ ok: true });
  expect(opened()).toBe(2);
  await pool.close();
});

test('what a listener throws ends its job and nothing else', async () => {
  const { pool } = brokenPool({});
  const endless = testJob({ players: [RANDOM, RANDOM], stop: { standardError: 0, trials: Infinity, timeMs: 10_000 } });
  const thrown = pool.run(endless, {
    onProgress: () => {
      throw new Error('not my day');
    },
  });
  await expect(thrown).rejects.toThrow('not my day');
  expect(await pool.run(jobs[0]!)).toMatchObject({ ok: true });
  await pool.close();
});

test('a worker that cannot be started rejects the job', async () => {
  const pool = openPool({
    size: 1,
    now: () => performance.now(),
    inline: null,
    spawn: () => {
      throw new Error('no thread left');
    },
  });
  await expect(pool.run(jobs[0]!)).rejects.toThrow('no thread left');
});

test('a closed pool cancels; a pool of no workers has one', async () => {
  const { pool } = brokenPool({}, 0);
  expect(await pool.run(jobs[0]!)).toMatchObject({ ok: true });
  const running = pool.run(jobs[1]!);
  await pool.close();
  expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(await pool.run(jobs[2]!)).toMatchObject({ ok: false, error: { code: 'cancelled' } });
});

test('a long job gets its turns while short ones keep coming', async () => {
  const { pool } = brokenPool({});
  let turns = 0;
  const long = pool.run(
    testJob({ players: [RANDOM, RANDOM], stop: { standardError: 0, trials: Infinity, timeMs: 1_500 } }),
    {
      onProgress: () => {
        turns++;
      },
    },
  );
  let over = false;
  const stream = Array.from({ length: 3 }, async () => {
    while (!over) await pool.run(jobs[0]!);
  });
  const answer = await long;
  over = true;
  await Promise.all(stream);
  expect(answer.ok).toBe(true);
  expect(turns).toBeGreaterThan(2);
  await pool.close();
});
