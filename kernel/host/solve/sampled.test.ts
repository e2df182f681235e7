// A sampled solve is the same on any number of shards, and the same after it was saved, killed and opened again; what it
// stores is what was judged, and can be looked at.

import { describe, expect, test } from 'vitest';
import { gathered, sourceOfBytes } from '../../src/byte-source.ts';
import type { SolveFigures, SolveJob, SolveProgress, SolveStop } from '../../src/solve/job.ts';
import { PARTS, type SolvedDeal } from '../../src/solve/result.ts';
import { nearHost } from '../../test/solve/near-host.ts';
import { spot } from '../../test/solve/spots.ts';
import { act, deal, fold, forestsOf, showdown, type Tree } from '../../test/solve/toy-tree.ts';
import { openSolver } from './open-solver.ts';
import type { Solve, Solver } from './solver.ts';

const FLOP = spot({ boards: ['Td7h2c'], combos: [70, 60], stack: 60, maxRaises: 1, buckets: 20 });
/** Clubs and diamonds are alike, and on a turn of spades or hearts still are. */
const TWO_TONE = spot({
  boards: ['Ts7s2h'],
  combos: [60, 70],
  alike: [[1, 0, 2, 3]],
  stack: 60,
  maxRaises: 1,
  buckets: 20,
});
const TURN = spot({ boards: ['QsJs5s5d'], combos: [300, 260], stack: 120, method: 'bucketed', buckets: 40 });
const TWO_BOARDS = spot({
  boards: ['KsKh7s7h', 'QsQh2s2h'],
  combos: [200, 180],
  alike: [[1, 0, 2, 3]],
  stack: 60,
  maxRaises: 1,
  method: 'bucketed',
  buckets: 18,
});
const NARROW = { ...FLOP, storage: 'i16' } as const;

const after = (iterations: number): SolveStop => ({ exploitability: 0, iterations, timeMs: Infinity });

async function opened(solver: Solver, job: SolveJob, checkpoint?: Uint8Array): Promise<Solve> {
  const answer = await solver.open(job, checkpoint && sourceOfBytes(checkpoint));
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

interface Finished {
  readonly figures: SolveFigures;
  readonly deals: ReadonlyMap<string, SolvedDeal>;
}

async function finished(solve: Solve): Promise<Finished> {
  const figures = await solve.finish();
  const deals = new Map<string, SolvedDeal>();
  for await (const deal of solve.deals(false)) deals.set(deal.dealt.join(), deal);
  await solve.close();
  return { figures, deals };
}

async function solved(job: SolveJob, shards: number, iterations: number): Promise<Finished> {
  const solve = await opened(openSolver(nearHost(shards)), job);
  expect(solve.estimate).toMatchObject({ shards, buckets: job.buckets });
  await solve.run(after(iterations));
  return finished(solve);
}

/** The first difference of two results, or null. */
function difference(one: Finished, other: Finished): string | null {
  if (one.deals.size !== other.deals.size) return 'another number of deals';
  for (const [cards, deal] of one.deals) {
    const there = other.deals.get(cards);
    if (!there) return `no deal ${cards}`;
    for (const [i, { parts }] of deal.nodes.entries()) {
      if (Buffer.compare(parts, there.nodes[i]!.parts) !== 0) return `deal ${cards}, node ${i}`;
    }
  }
  const { exploitability, ev, equity } = one.figures;
  expect(other.figures).toMatchObject({ exploitability, ev, equity });
  return null;
}

const SPOTS = [
  ['a flop', FLOP],
  ['a flop with suits that are alike', TWO_TONE],
  ['a turn by bucket', TURN],
  ['a turn of two boards with suits that are alike', TWO_BOARDS],
  ['a flop in 16 bits', NARROW],
] as const;

describe.each(SPOTS)('%s', (_, job) => {
  test('one shard, two and three come to the same strategies and figures', async () => {
    const alone = await solved(job, 1, 2);
    expect(alone.figures.exploitability.share).toBeGreaterThan(0);
    expect(difference(alone, await solved(job, 2, 2))).toBeNull();
    expect(difference(alone, await solved(job, 3, 2))).toBeNull();
  });

  test('saved, killed and opened again elsewhere, it takes the same next steps', async () => {
    const whole = await solved(job, 2, 3);
    const host = nearHost(2);
    const solve = await opened(openSolver(host), job);
    await solve.run(after(1));
    const saved = await gathered(solve.checkpoint());
    for (const worker of host.workers) worker.die();
    const again = await opened(openSolver(nearHost(3)), job, saved);
    await again.run(after(3));
    expect(difference(whole, await finished(again))).toBeNull();
  });
});

test('what was saved is saved again before it was run, and when a run ended while it was laid out', async () => {
  const solve = await opened(openSolver(nearHost(2)), FLOP);
  await solve.run(after(1));
  const saved = await gathered(solve.checkpoint());
  const again = await opened(openSolver(nearHost(3)), FLOP, saved);
  expect(Buffer.compare(await gathered(again.checkpoint()), saved)).toBe(0);
  const ended = await opened(openSolver(nearHost(1)), FLOP, saved);
  expect(await ended.run(after(3), { signal: AbortSignal.abort() })).toBe('stopped');
  expect(Buffer.compare(await gathered(ended.checkpoint()), saved)).toBe(0);
});

test('a state leaves the workers a section at a time, and nothing runs meanwhile', async () => {
  const host = nearHost(2);
  const solve = await opened(openSolver(host), FLOP);
  await solve.run(after(1));
  let parts = 0;
  for await (const _ of solve.checkpoint()) {
    parts++;
    // The opening and the header come first, then two parts a section.
    expect(host.asked.get('tables') ?? 0).toBe(Math.floor((parts - 1) / 2));
    if (parts === 9) break;
    await expect(solve.run(after(2))).rejects.toThrow('running');
  }
  expect(await solve.run(after(2))).toBe('reached');
});

test('a run that is not measured at its end tells how far it came all the same', async () => {
  for (const job of [TURN, { ...TURN, method: 'exact' } as const]) {
    const host = nearHost(1);
    const solve = await opened(openSolver(host), job);
    const seen: SolveProgress[] = [];
    const run = { measureAtEnd: false, onProgress: (progress: SolveProgress) => seen.push(progress) };
    expect(await solve.run(after(1), run)).toBe('reached');
    expect(seen.at(-1)).toMatchObject({ iterations: 1, exploitability: null });
    expect([host.asked.get('judge-begin'), host.asked.get('measure')]).toEqual([undefined, undefined]);
    expect((await solve.finish()).exploitability.share).toBeGreaterThan(0);
  }
});

test.each([
  ['a pause does not give up a measurement', 'pause', 'reached'],
  ['an end does', 'signal', 'stopped'],
] as const)('%s', async (_, how, ended) => {
  const host = nearHost(2);
  const solve = await opened(openSolver(host), FLOP);
  const end = new AbortController();
  const watch = setInterval(() => {
    if ((host.asked.get('judge-branch') ?? 0) > 3) end.abort();
  }, 0);
  expect(await solve.run(after(1), { [how]: end.signal })).toBe(ended);
  clearInterval(watch);
  expect(end.signal.aborted).toBe(true);
});

test('a target is reached though rough figures tell nothing: all bets are on the flop', async () => {
  const checkedDown = (chips: number): Tree => deal(act(0, act(1, deal(act(0, act(1, showdown(chips)))))));
  const tree = act(
    0,
    act(1, checkedDown(30), act(0, fold(0, 30), checkedDown(90))),
    act(1, fold(1, 30), checkedDown(90)),
  );
  const solve = await opened(openSolver(nearHost(2)), { ...FLOP, streets: forestsOf(tree) });
  const target = 0.01;
  expect(await solve.run({ exploitability: target, iterations: 3000, timeMs: Infinity })).toBe('reached');
  const figures = await solve.finish();
  expect(figures.iterations).toBeLessThan(3000);
  expect(figures.exploitability.share).toBeLessThanOrEqual(target);
});

test('a checkpoint that changes after it was opened is refused when it is needed', async () => {
  const solve = await opened(openSolver(nearHost(1)), TURN);
  await solve.run(after(1));
  const saved = await gathered(solve.checkpoint());
  const again = await opened(openSolver(nearHost(1)), TURN, saved);
  saved[saved.length >> 1]! ^= 1;
  await expect(again.run(after(2))).rejects.toThrow('changed while it was read');
});

test('a run that is ended anywhere goes on as if it had not been', async () => {
  const host = nearHost(2);
  const solve = await opened(openSolver(host), FLOP);
  let ends = 0;
  for (let ended = 'stopped'; ended === 'stopped'; ) {
    const end = new AbortController();
    // While run-outs are laid out, then in the middle of visits, a few laps on every time.
    const calls = ends < 3 ? 'prepare' : 'round';
    const from = host.asked.get(calls) ?? 0;
    const watch = setInterval(() => {
      if (ends < 8 && (host.asked.get(calls) ?? 0) > from + 5) end.abort();
    }, 0);
    ended = await solve.run(after(40), { signal: end.signal });
    clearInterval(watch);
    ends++;
  }
  expect(ends).toBeGreaterThan(3);
  expect(difference(await solved(FLOP, 1, 40), await finished(solve))).toBeNull();
});

test('a checkpoint is refused where play is by hand, and by another number of buckets', async () => {
  const solver = openSolver(nearHost(1));
  const solve = await opened(solver, TURN);
  await solve.run(after(1));
  const saved = await gathered(solve.checkpoint());
  for (const other of [{ ...TURN, buckets: 41 }, { ...TURN, method: 'exact' } as const]) {
    expect(await solver.open(other, sourceOfBytes(saved))).toMatchObject({ ok: false, error: { code: 'checkpoint' } });
  }
});

test('progress tells of run-outs laid out, of rough figures as such, and of a measured one at the end', async () => {
  const solve = await opened(openSolver(nearHost(2)), { ...FLOP, buckets: 8 });
  const seen: SolveProgress[] = [];
  const stop = { exploitability: 0.02, iterations: Infinity, timeMs: Infinity };
  expect(await solve.run(stop, { onProgress: (progress) => seen.push(progress) })).toBe('reached');
  expect(seen.some(({ prepared }) => prepared < 1)).toBe(true);
  const rough = seen.find(({ sampled }) => sampled !== null)!.sampled!;
  expect(rough.judged).toBeLessThan(rough.branches);
  expect(rough.standardError).toBeGreaterThan(0);
  expect(seen.at(-1)!.exploitability).toBeLessThanOrEqual(0.02);
  expect(seen.at(-1)!.sampled).toBeNull();
});

test('strategies of run-outs are by bucket, everything above by combo, and every share is whole', async () => {
  const { deals } = await solved(FLOP, 2, 1);
  expect(deals.size).toBe(1 + 49 + 49 * 48);
  for (const { dealt, nodes, buckets, exitWorth } of deals.values()) {
    expect(buckets === null).toBe(dealt.length < 2);
    expect(exitWorth === null).toBe(dealt.length === 2);
    for (const { node, parts } of nodes) {
      const forest = FLOP.streets[dealt.length]!;
      const player = forest.players[node]!;
      const count = buckets?.[player] ?? FLOP.players[player]!.cards.length / 4;
      expect(parts).toHaveLength(forest.counts[node]! * count);
      for (let i = 0; i < count; i++) {
        let sum = 0;
        for (let a = 0; a < forest.counts[node]!; a++) sum += parts[a * count + i]!;
        expect(sum === PARTS || (buckets === null && sum === 0)).toBe(true);
      }
    }
  }
});

test('locks are refused where play is by bucket, and kept by combo where it is left open', async () => {
  const root = FLOP.streets[0]!;
  const shares = new Float32Array(root.counts[0]! * (FLOP.players[root.players[0]!]!.cards.length / 4)).fill(-1);
  const locks = [{ street: 0, node: 0, dealt: [], shares }];
  const solver = openSolver(nearHost(1));
  const locked = { ...FLOP, locks };
  expect(await solver.open({ ...locked, method: 'bucketed' })).toMatchObject({ ok: false, error: { code: 'lock' } });
  expect(await solver.estimate({ ...locked, method: 'auto' })).toMatchObject({ ok: true, value: { buckets: null } });
  const small: SolveJob = { ...locked, method: 'auto', maxBytes: 1e6 };
  expect(await solver.open(small)).toMatchObject({ ok: false, error: { code: 'memory', estimate: { buckets: null } } });
});
