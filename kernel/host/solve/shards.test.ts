// A solve shared among workers is the solve of one; saved and opened again it is the solve that was not.

import { describe, expect, test } from 'vitest';
import { type Checkpoint, parseCheckpoint } from '../../src/solve/checkpoint.ts';
import type { SolveFigures, SolveJob, SolveStop } from '../../src/solve/job.ts';
import { PARTS, type SolvedDeal } from '../../src/solve/result.ts';
import { measureStored } from '../../test/solve/local.ts';
import { nearHost } from '../../test/solve/near-host.ts';
import { spot } from '../../test/solve/spots.ts';
import { openSolver } from './open-solver.ts';
import type { Solve } from './solver.ts';

const F32 = 2e-5;
const RIVER = spot({ boards: ['Ks9d4c2h7s'], combos: [13500, 13000], stack: 180 });
const TURN = spot({ boards: ['QsJs5s5d'], combos: [160, 150], stack: 120 });
const ALIKE = spot({ boards: ['KsKh7s7h'], combos: [120, 110], alike: [[1, 0, 2, 3]], stack: 120 });
const FLOP = spot({ game: 'holdem', boards: ['Td9s6h'], combos: [40, 50], stack: 120, maxRaises: 1 });

const SPOTS = [
  ['a river that is parted', RIVER],
  ['a turn', TURN],
  ['a turn with suits that are alike', ALIKE],
  ["a Hold'em flop", FLOP],
] as const;

const after = (iterations: number): SolveStop => ({ exploitability: 0, iterations, timeMs: Infinity });

async function opened(job: SolveJob, shards: number, checkpoint?: Uint8Array): Promise<Solve> {
  const answer = await openSolver(nearHost(shards)).open(job, checkpoint);
  if (!answer.ok) throw new Error(answer.error.message);
  expect(answer.value.estimate.shards).toBe(shards);
  return answer.value;
}

interface Finished {
  readonly figures: SolveFigures;
  readonly deals: SolvedDeal[];
}

async function finished(solve: Solve): Promise<Finished> {
  const figures = await solve.finish();
  const deals: SolvedDeal[] = [];
  for await (const deal of solve.deals(false)) deals.push(deal);
  return { figures, deals };
}

async function solved(job: SolveJob, shards: number, iterations: number): Promise<Finished> {
  const solve = await opened(job, shards);
  await solve.run(after(iterations));
  return finished(solve);
}

function byCards(deals: readonly SolvedDeal[]): Map<string, SolvedDeal> {
  return new Map(deals.map((deal) => [deal.dealt.join(), deal]));
}

/** The most that a share differs between two results of a spot, in parts. */
function apart(deals: readonly SolvedDeal[], others: readonly SolvedDeal[]): number {
  const known = byCards(others);
  expect([...byCards(deals).keys()].toSorted()).toEqual([...known.keys()].toSorted());
  let most = 0;
  for (const { dealt, nodes } of deals) {
    const theirs = known.get(dealt.join())!.nodes;
    expect(nodes.map(({ node }) => node)).toEqual(theirs.map(({ node }) => node));
    for (const [n, { parts }] of nodes.entries()) {
      for (const [i, part] of parts.entries()) most = Math.max(most, Math.abs(part - theirs[n]!.parts[i]!));
    }
  }
  return most;
}

function expectAlike(figures: SolveFigures, others: SolveFigures, pot: number, by: number): void {
  expect(Math.abs(figures.exploitability.chips - others.exploitability.chips)).toBeLessThan(by * pot);
  for (const player of [0, 1] as const) {
    expect(Math.abs(figures.ev[player] - others.ev[player])).toBeLessThan(by * pot);
    expect(Math.abs(figures.equity[player] - others.equity[player])).toBeLessThan(1e-6);
  }
}

describe.each(SPOTS)('%s', (_, job) => {
  test('two and three shards play as one does, to rounding', async () => {
    const [one, two, three] = await Promise.all([1, 2, 3].map((shards) => solved(job, shards, 3)));
    for (const more of [two!, three!]) {
      expectAlike(more.figures, one!.figures, job.pot, F32);
      expect(apart(more.deals, one!.deals)).toBeLessThanOrEqual(PARTS / 100);
    }
  });

  test('the same shards give the same to the last bit', async () => {
    const [once, again] = await Promise.all([solved(job, 2, 6), solved(job, 2, 6)]);
    expect(again.deals).toEqual(once.deals);
    expect(again.figures.exploitability).toEqual(once.figures.exploitability);
  });

  test('the figures are those of exactly what comes out', async () => {
    const { figures, deals } = await solved(job, 2, 20);
    const at = measureStored(job, deals);
    const { exploitability: figure, ev } = figures;
    expect(Math.abs(at.exploitability - figure.chips)).toBeLessThan(F32 * job.pot);
    expect(figure.share).toBeCloseTo(figure.chips / job.pot, 12);
    for (const player of [0, 1] as const) {
      expect(Math.abs(at.worth[player] + job.pot / 2 - ev[player])).toBeLessThan(F32 * job.pot);
    }
  });

  test('the first street comes first, and alone when only that is asked for', async () => {
    const solve = await opened(job, 2);
    await solve.run(after(2));
    const { deals } = await finished(solve);
    expect(deals[0]!.dealt).toEqual([]);
    const first: SolvedDeal[] = [];
    for await (const deal of solve.deals(true)) first.push(deal);
    expect(first).toEqual([deals[0]]);
  });
});

test('16 bits come to what f32 does', async () => {
  for (const job of [RIVER, TURN]) {
    const wide = await solved({ ...job, storage: 'f32' }, 1, 60);
    const narrow = await solved({ ...job, storage: 'i16' }, 1, 60);
    expect([wide.figures.storage, narrow.figures.storage]).toEqual(['f32', 'i16']);
    const gain = wide.figures.exploitability.chips + narrow.figures.exploitability.chips;
    expect(gain).toBeLessThan(0.03 * job.pot);
    expect(Math.abs(wide.figures.ev[0] - narrow.figures.ev[0])).toBeLessThan(2 * gain);
    expect(wide.figures.equity).toEqual(narrow.figures.equity);
  }
});

/** The tables of a solve, bit for bit. */
async function state(solve: Solve): Promise<Checkpoint['sections']> {
  return parseCheckpoint(await solve.checkpoint())!.sections;
}

describe.each([
  ['a river that is parted', RIVER, 'f32'],
  ['a river in 16 bits', RIVER, 'i16'],
  ['a turn', TURN, 'f32'],
  ['a turn in 16 bits with suits that are alike', ALIKE, 'i16'],
  ["a Hold'em flop", FLOP, 'f32'],
] as const)('a checkpoint of %s', (_, spotted, storage) => {
  const job = { ...spotted, storage };

  test.each([1, 2])('goes on as if never saved, to the last bit (%d)', async (shards) => {
    const whole = await opened(job, shards);
    await whole.run(after(11));
    const part = await opened(job, shards);
    await part.run(after(5));
    const saved = await part.checkpoint();
    await part.run(after(11));
    const again = await opened({ ...job, storage: 'auto' }, shards, saved);
    await again.run(after(11));
    const wanted = await state(whole);
    expect(await state(part)).toEqual(wanted);
    expect(await state(again)).toEqual(wanted);
    expect((await finished(again)).figures).toMatchObject({ iterations: 11, storage });
  });

  test('made by one shard is opened by three and back, with nothing lost', async () => {
    const one = await opened(job, 1);
    await one.run(after(4));
    const saved = await one.checkpoint();
    const three = await opened(job, 3, saved);
    const theirs = await three.checkpoint();
    expect(parseCheckpoint(theirs)).toEqual(parseCheckpoint(saved));
    const back = await opened(job, 1, theirs);
    expect(await state(back)).toEqual(parseCheckpoint(saved)!.sections);
    await one.run(after(5));
    await three.run(after(5));
    const [figures, others] = [(await finished(one)).figures, (await finished(three)).figures];
    expect(others.iterations).toBe(5);
    expectAlike(figures, others, job.pot, 1e-4);
  });

  test('knows how far it was and what was measured', async () => {
    const solve = await opened(job, 2);
    await solve.run(after(9));
    const { header } = parseCheckpoint(await solve.checkpoint())!;
    expect(header).toMatchObject({ version: 1, storage, iterations: 9, measuredAt: 9 });
    expect(header.exploitability).toBeGreaterThan(0);
    const again = await opened(job, 2, await solve.checkpoint());
    const seen: number[] = [];
    expect(await again.run(after(9), { onProgress: ({ iterations }) => seen.push(iterations) })).toBe('reached');
    expect(seen).toEqual([]);
  });
});
