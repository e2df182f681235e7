// A solve under way is told to stop, wait, go on or end, and does; what cannot be done is said and leaves no worker.

import { afterEach, describe, expect, test } from 'vitest';
import { gathered, sourceOfBytes } from '../../src/byte-source.ts';
import type { SolveJob, SolveProgress, SolveStop } from '../../src/solve/job.ts';
import { nearHost } from '../../test/solve/near-host.ts';
import { spot } from '../../test/solve/spots.ts';
import { openNodeSolver, type Solve, type Solver } from '../node.ts';
import { openSolver } from './open-solver.ts';

const RIVER = spot({ boards: ['Ks9d4c2h7s'], combos: [700, 600], stack: 180 });
// Large enough to be shared among threads on any machine.
const TURN = spot({ boards: ['QsJs5s5d'], combos: [1500, 1300], stack: 240 });
const NEVER: SolveStop = { exploitability: 0, iterations: 1e9, timeMs: Infinity };
const after = (iterations: number): SolveStop => ({ ...NEVER, iterations });

const solvers: Solver[] = [];
afterEach(() => Promise.all(solvers.splice(0).map((solver) => solver.close())));

async function threads(count: number): Promise<Solver> {
  const solver = await openNodeSolver({ threads: count });
  solvers.push(solver);
  return solver;
}

async function opened(solver: Solver, job: SolveJob, checkpoint?: Uint8Array): Promise<Solve> {
  const answer = await solver.open(job, checkpoint && sourceOfBytes(checkpoint));
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

/** A progress listener that does something once so many iterations are done. */
function at(iterations: number, what: () => void) {
  let done = false;
  return (progress: SolveProgress) => {
    if (done || progress.iterations < iterations) return;
    done = true;
    what();
  };
}

describe('stop rules', () => {
  test('so many iterations, measured at the last', async () => {
    const solve = await opened(await threads(1), RIVER);
    const seen: SolveProgress[] = [];
    expect(await solve.run(after(37), { onProgress: (progress) => seen.push(progress) })).toBe('reached');
    expect(seen.at(-1)).toMatchObject({ iterations: 37, measuredAt: 37, leftMs: 0 });
    expect((await solve.finish()).iterations).toBe(37);
  });

  test('a target, and what it says is below it', async () => {
    const solve = await opened(await threads(1), RIVER);
    let last: SolveProgress | null = null;
    const stop = { exploitability: 0.01, iterations: Infinity, timeMs: Infinity };
    expect(await solve.run(stop, { onProgress: (progress) => (last = progress) })).toBe('reached');
    expect(last!.exploitability).toBeLessThanOrEqual(0.01);
    expect(last!.measuredAt).toBe(last!.iterations);
    // Rounded to what is stored it may be a little more.
    expect((await solve.finish()).exploitability.share).toBeLessThan(0.012);
    await expect(solve.run(stop)).rejects.toThrow('finished');
  });

  test('a target that is reached already takes no more iterations', async () => {
    const solve = await opened(await threads(1), RIVER);
    const stop = { exploitability: 0.05, iterations: Infinity, timeMs: Infinity };
    await solve.run(stop);
    const seen: number[] = [];
    expect(await solve.run(stop, { onProgress: ({ iterations }) => seen.push(iterations) })).toBe('reached');
    expect(seen).toEqual([]);
  });

  test('a time', async () => {
    const solve = await opened(await threads(1), RIVER);
    expect(await solve.run({ exploitability: 0, iterations: Infinity, timeMs: 200 })).toBe('reached');
    const { elapsedMs, iterations } = await solve.finish();
    expect(elapsedMs).toBeGreaterThanOrEqual(200);
    expect(iterations).toBeGreaterThan(1);
  });

  test('without a target it goes on, even where nobody can gain anything', async () => {
    const { kinds, counts } = RIVER.streets[0]!;
    const locks = [...kinds.keys()]
      .filter((node) => kinds[node] === 0)
      .map((node) => {
        const combos = RIVER.players[RIVER.streets[0]!.players[node] as 0 | 1].cards.length / 4;
        return { street: 0, node, dealt: [], shares: new Float32Array(counts[node]! * combos).fill(1 / counts[node]!) };
      });
    const solve = await opened(await threads(1), { ...RIVER, locks });
    await solve.run(after(60));
    expect(await solve.finish()).toMatchObject({ iterations: 60 });
  });

  test.each([
    { ...NEVER, iterations: Infinity },
    { ...NEVER, exploitability: -1 },
    { ...NEVER, exploitability: Number.NaN },
    { ...NEVER, iterations: 0 },
    { ...NEVER, timeMs: 0 },
    { ...NEVER, timeMs: Number.NaN },
  ])('%o is no rule', async (stop) => {
    const solve = await opened(openSolver(nearHost(1)), RIVER);
    await expect(solve.run(stop)).rejects.toThrow(RangeError);
    await solve.run(after(2));
  });
});

describe('progress', () => {
  test.each([1, 2])('only goes forward, and measures on the way (%d threads)', async (count) => {
    const solve = await opened(await threads(count), TURN);
    expect(solve.estimate.shards).toBe(count);
    const seen: SolveProgress[] = [];
    await solve.run(after(30), { onProgress: (progress) => seen.push(progress) });
    expect(seen.length).toBeGreaterThan(3);
    for (const [i, progress] of seen.entries()) {
      const before = seen[i - 1] ?? { iterations: 0, elapsedMs: 0, measuredAt: 0, exploitability: null };
      expect(progress.iterations).toBeGreaterThanOrEqual(before.iterations);
      expect(progress.elapsedMs).toBeGreaterThanOrEqual(before.elapsedMs);
      expect(progress.measuredAt).toBeGreaterThanOrEqual(before.measuredAt);
      expect(progress.measuredAt).toBeLessThanOrEqual(progress.iterations);
      expect(progress.exploitability === null).toBe(progress.measuredAt === 0);
      if (progress.leftMs !== null) expect(progress.leftMs).toBeGreaterThanOrEqual(0);
    }
    const measured = [...new Set(seen.map(({ measuredAt }) => measuredAt))];
    expect(measured.length).toBeGreaterThan(3);
    expect(seen.at(-1)!.exploitability).toBeLessThan(seen.find(({ measuredAt }) => measuredAt > 0)!.exploitability!);
  });

  test('shares can be read between and during runs', async () => {
    const solve = await opened(await threads(1), TURN);
    const actions = TURN.streets[0]!.counts[0]!;
    const even = await solve.shares(0);
    expect(even).toHaveLength(actions * 1500);
    expect(new Set(even)).toEqual(new Set([0, Math.fround(1 / actions)]));
    let during: Promise<Float32Array> | null = null;
    await solve.run(after(20), { onProgress: at(8, () => (during = solve.shares(0))) });
    expect(await during).not.toEqual(even);
    await expect(solve.shares(100_000)).rejects.toThrow(RangeError);
  });
});

describe('pause', () => {
  test.each([1, 2])('stopped and run on is the same as run through (%d threads)', async (count) => {
    const solver = await threads(count);
    const through = await opened(solver, TURN);
    await through.run(after(11));
    const paused = await opened(solver, TURN);
    const halt = new AbortController();
    const halted = paused.run(after(11), { signal: halt.signal, onProgress: at(8, () => halt.abort()) });
    expect(await halted).toBe('stopped');
    expect(await paused.run(after(11))).toBe('reached');
    const [figures, others] = [await through.finish(), await paused.finish()];
    expect(others.iterations).toBe(11);
    expect([others.exploitability, others.ev]).toEqual([figures.exploitability, figures.ev]);
  });

  test('a signal that is given before the start takes no iteration', async () => {
    const solve = await opened(await threads(1), RIVER);
    expect(await solve.run(after(10), { signal: AbortSignal.abort() })).toBe('stopped');
    expect((await solve.finish()).iterations).toBe(0);
  });

  test('pauses do not count as solving time', async () => {
    const solve = await opened(await threads(1), RIVER);
    await solve.run(after(2));
    await new Promise((resolve) => setTimeout(resolve, 700));
    const before = performance.now();
    await solve.run(after(4));
    const { elapsedMs } = await solve.finish();
    expect(elapsedMs).toBeLessThan(700 + (performance.now() - before));
  });

  test('one thing at a time: no second run and no checkpoint while one runs', async () => {
    const solve = await opened(await threads(1), TURN);
    const halt = new AbortController();
    const run = solve.run(NEVER, { signal: halt.signal });
    await expect(solve.run(NEVER)).rejects.toThrow('running');
    await expect(gathered(solve.checkpoint())).rejects.toThrow('running');
    await expect(solve.finish()).rejects.toThrow('running');
    halt.abort();
    expect(await run).toBe('stopped');
    expect((await gathered(solve.checkpoint())).length).toBeGreaterThan(1000);
  });
});

describe('the end', () => {
  test.each([1, 2])('closing a solve ends its run and its workers (%d threads)', async (count) => {
    const solve = await opened(await threads(count), TURN);
    const run = solve.run(NEVER, { onProgress: at(2, () => void solve.close()) });
    await expect(run).rejects.toThrow('closed');
    await expect(solve.shares(0)).rejects.toThrow('closed');
  });

  test('closing the solver ends all its solves', async () => {
    const host = nearHost(2);
    const solver = openSolver(host);
    const runs = [await opened(solver, TURN), await opened(solver, RIVER)].map((solve) => solve.run(NEVER));
    const ends = Promise.allSettled(runs);
    await solver.close();
    expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(host.workers.every(({ closed }) => closed)).toBe(true);
  });

  test.each([0, 1])('a worker that dies gives an error, not a wait without end (worker %d of two)', async (which) => {
    const host = nearHost(2);
    const solver = openSolver(host);
    const solve = await opened(solver, TURN);
    const shards = host.workers.slice(-2);
    const run = solve.run(NEVER, { onProgress: at(1, () => shards[which]!.die()) });
    await expect(run).rejects.toThrow('ended');
    await expect(solve.run(after(1e6))).rejects.toThrow('ended');
  });

  test('after the worker that answers for estimates dies, another is started', async () => {
    const host = nearHost(1);
    const solver = openSolver(host);
    expect(await solver.estimate(RIVER)).toMatchObject({ ok: true });
    const estimate = solver.estimate(RIVER);
    host.workers.at(-1)!.die();
    await expect(estimate).rejects.toThrow('ended');
    expect(await solver.estimate(RIVER)).toMatchObject({ ok: true });
    expect(host.workers).toHaveLength(2);
  });

  test('nothing comes out before the end, and the end comes once', async () => {
    const solve = await opened(await threads(1), RIVER);
    await expect(solve.deals(false)[Symbol.asyncIterator]().next()).rejects.toThrow('not finished');
    await solve.run(after(5));
    const figures = await solve.finish();
    expect(await solve.finish()).toEqual(figures);
    await expect(solve.run(after(9))).rejects.toThrow('finished');
    await expect(gathered(solve.checkpoint())).rejects.toThrow('finished');
  });
});

describe('refusals', () => {
  test('what does not fit says what it would take, and starts no worker for it', async () => {
    const host = nearHost(2);
    const solver = openSolver(host);
    const job = { ...TURN, method: 'exact' } as const;
    const estimate = await solver.estimate(job);
    if (!estimate.ok) throw new Error(estimate.error.message);
    const refused = await solver.open({ ...job, maxBytes: 1e6 });
    expect(refused).toMatchObject({ ok: false, error: { code: 'memory', estimate: { storage: null } } });
    if (refused.ok) throw new Error('it was opened');
    expect(refused.error.estimate!.bytes).toEqual(estimate.value.bytes);
    expect(host.asked.get('open')).toBeUndefined();
    expect(host.workers).toHaveLength(1);
  });

  test('16 bits are taken when f32 does not fit, and only when they may be', async () => {
    const solver = openSolver(nearHost(1));
    const job = { ...TURN, method: 'exact' } as const;
    const estimate = await solver.estimate({ ...job, storage: 'auto' });
    if (!estimate.ok) throw new Error(estimate.error.message);
    const { bytes, storage } = estimate.value;
    expect(storage).toBe('f32');
    expect(bytes.i16).toBeLessThan(bytes.f32);
    const maxBytes = (bytes.i16 + bytes.f32) / 2;
    const narrow = await opened(solver, { ...job, storage: 'auto', maxBytes });
    await narrow.run(after(1));
    expect((await narrow.finish()).storage).toBe('i16');
    expect(await solver.open({ ...job, storage: 'f32', maxBytes })).toMatchObject({ error: { code: 'memory' } });
    expect(await solver.estimate({ ...job, storage: 'f32', maxBytes })).toMatchObject({ value: { storage: null } });
  });

  test('ranges that cannot be held together', async () => {
    const range = { cards: Uint8Array.of(0, 1, 2, 3), weights: null };
    const host = nearHost(1);
    const refused = await openSolver(host).open({
      ...RIVER,
      boards: [RIVER.boards[0]!.map((card) => card + 1 + (card < 4 ? 4 : 0))],
      players: [range, range],
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'impossible' } });
    expect(host.workers.filter(({ closed }) => !closed)).toHaveLength(1);
  });

  test('a job that is wrong is refused by its code, in estimate and open alike', async () => {
    const solver = openSolver(nearHost(1));
    for (const [job, code] of [
      [{ ...RIVER, pot: 0 }, 'pot'],
      [{ ...RIVER, boards: [RIVER.boards[0]!.subarray(0, 2)] }, 'board'],
      [{ ...RIVER, streets: [] }, 'tree'],
    ] as const) {
      expect(await solver.estimate(job)).toMatchObject({ ok: false, error: { code } });
      expect(await solver.open(job)).toMatchObject({ ok: false, error: { code } });
    }
  });

  test('a checkpoint that is damaged, cut short, or of another spot', async () => {
    const host = nearHost(1);
    const solver = openSolver(host);
    const solve = await opened(solver, RIVER);
    await solve.run(after(3));
    const saved = await gathered(solve.checkpoint());
    const flipped = saved.slice();
    flipped[saved.length >> 1]! ^= 4;
    const [first, second] = RIVER.players;
    const weights = first.weights!.slice();
    weights[5] = 101 - weights[5]!;
    const others: [SolveJob, Uint8Array][] = [
      [RIVER, flipped],
      [RIVER, saved.subarray(0, saved.length - 1)],
      [RIVER, new Uint8Array()],
      [{ ...RIVER, pot: RIVER.pot + 1 }, saved],
      [{ ...RIVER, players: [{ ...first, weights }, second] }, saved],
      [{ ...RIVER, players: [second, first] }, saved],
      [spot({ boards: ['Ks9d4c2h7s'], combos: [700, 600], stack: 240 }), saved],
      [spot({ boards: ['Ks9d4c2h7d'], combos: [700, 600], stack: 180 }), saved],
    ];
    const alive = host.workers.filter(({ closed }) => !closed).length;
    for (const [job, bytes] of others) {
      expect(await solver.open(job, sourceOfBytes(bytes))).toMatchObject({ ok: false, error: { code: 'checkpoint' } });
    }
    expect(host.workers.filter(({ closed }) => !closed)).toHaveLength(alive);
    expect(await solver.open(RIVER, sourceOfBytes(saved))).toMatchObject({ ok: true });
  });
});
