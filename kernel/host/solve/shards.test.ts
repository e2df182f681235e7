// A solve shared among workers is the solve of one; saved and opened again it is the solve that was not.

import { describe, expect, test } from 'vitest';
import { gathered, sourceOfBytes } from '../../src/byte-source.ts';
import { type Checkpoint, openCheckpoint } from '../../src/solve/checkpoint.ts';
import type { SolveFigures, SolveJob, SolveStop } from '../../src/solve/job.ts';
import type { SolvedDeal } from '../../src/solve/result.ts';
import { measureStored } from '../../test/solve/local.ts';
import { nearHost } from '../../test/solve/near-host.ts';
import { spot } from '../../test/solve/spots.ts';
import { openSolver } from './open-solver.ts';
import type { Solve } from './solver.ts';

const F32 = 2e-5;
const RIVER = spot({ boards: ['Ks9d4c2h7s'], combos: [13500, 13000], stack: 180 });
const TURN = spot({ boards: ['QsJs5s5d'], combos: [120, 100], stack: 120 });
const ALIKE = spot({ boards: ['KsKh7s7h'], combos: [90, 80], alike: [[1, 0, 2, 3]], stack: 120 });
const FLOP = spot({
  game: 'holdem',
  boards: ['Td9d6d'],
  combos: [24, 20],
  alike: [
    [2, 1, 0, 3],
    [0, 1, 3, 2],
  ],
  stack: 60,
  maxRaises: 1,
});

const SPOTS = [
  ['a river that is parted', RIVER],
  ['a turn', TURN],
  ['a turn with suits that are alike', ALIKE],
  ["a Hold'em flop", FLOP],
] as const;

const after = (iterations: number): SolveStop => ({ exploitability: 0, iterations, timeMs: Infinity });

/** On so many shards, as far as the spot can be parted: a river into the actions of its first node. */
async function opened(job: SolveJob, shards: number, checkpoint?: Uint8Array): Promise<Solve> {
  const answer = await openSolver(nearHost(shards)).open(job, checkpoint && sourceOfBytes(checkpoint));
  if (!answer.ok) throw new Error(answer.error.message);
  expect(answer.value.estimate.shards).toBe(job.streets === RIVER.streets ? Math.min(2, shards) : shards);
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

/** All strategies as one block of bytes, deals by their cards: comparing is fast, and so is saying that they differ. */
function bytesOf(deals: readonly SolvedDeal[]): Buffer {
  const sorted = [...byCards(deals).values()].toSorted((a, b) => (a.dealt.join() < b.dealt.join() ? -1 : 1));
  return Buffer.concat(
    sorted.flatMap(({ dealt, nodes, exitWorth }) => [
      Buffer.from(`${dealt.join()}:${nodes.map(({ node }) => node).join()}`),
      ...nodes.map(({ parts }) => parts),
      ...(exitWorth ?? []).map((worth) => new Uint8Array(worth.buffer, worth.byteOffset, worth.byteLength)),
    ]),
  );
}

async function savedBy(solve: Solve): Promise<Checkpoint> {
  return (await openCheckpoint(sourceOfBytes(await gathered(solve.checkpoint()))))!;
}

/** The tables of a solve as one block of bytes. */
async function state(solve: Solve): Promise<Buffer> {
  const { sections } = await savedBy(solve);
  return Buffer.concat(await Promise.all(sections.map(async (section) => (await section.read())!)));
}

/** Figures without what depends on the clock and on how many worked. */
function plain({ exploitability, ev, equity, iterations }: SolveFigures) {
  return { exploitability, ev, equity, iterations };
}

describe.each(SPOTS)('%s', (_, job) => {
  test('two and three shards play as one does, to the last bit', async () => {
    const [one, ...more] = await Promise.all([1, 2, 3].map((shards) => solved(job, shards, 6)));
    for (const { figures, deals } of more) {
      expect(plain(figures)).toEqual(plain(one!.figures));
      expect(bytesOf(deals).equals(bytesOf(one!.deals))).toBe(true);
    }
  });

  test('the figures are those of exactly what comes out', async () => {
    const { figures, deals } = await solved(job, 2, 10);
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

async function expectPassedOn(job: SolveJob): Promise<void> {
  const one = await opened(job, 1);
  await one.run(after(4));
  const saved = await gathered(one.checkpoint());
  const three = await opened(job, 3, saved);
  const theirs = await gathered(three.checkpoint());
  expect(Buffer.compare(theirs, saved)).toBe(0);
  const back = await opened(job, 1, theirs);
  for (const solve of [one, three, back]) await solve.run(after(6));
  const wanted = await state(one);
  expect((await state(three)).equals(wanted)).toBe(true);
  expect((await state(back)).equals(wanted)).toBe(true);
}

describe.each([
  ['a river that is parted', RIVER, 'f32'],
  ['a river in 16 bits', RIVER, 'i16'],
  ['a turn', TURN, 'f32'],
  ['a turn in 16 bits with suits that are alike', ALIKE, 'i16'],
] as const)('a checkpoint of %s', (_, spotted, storage) => {
  const job = { ...spotted, storage };

  test.each([1, 2])('goes on as if never saved, to the last bit (%d)', async (shards) => {
    const whole = await opened(job, shards);
    await whole.run(after(11));
    const part = await opened(job, shards);
    await part.run(after(5));
    const saved = await gathered(part.checkpoint());
    await part.run(after(11));
    const again = await opened({ ...job, storage: 'auto' }, shards, saved);
    await again.run(after(11));
    const wanted = await state(whole);
    expect((await state(part)).equals(wanted)).toBe(true);
    expect((await state(again)).equals(wanted)).toBe(true);
    expect((await finished(again)).figures).toMatchObject({ iterations: 11, storage });
  });

  test('made by one shard is opened by three and back, and goes on the same', () => expectPassedOn(job));

  test('knows how far it was and what was measured', async () => {
    const solve = await opened(job, 2);
    await solve.run(after(9));
    const { header } = await savedBy(solve);
    expect(header).toMatchObject({ version: 1, storage, iterations: 9, measuredAt: 9 });
    expect(header.exploitability).toBeGreaterThan(0);
    const again = await opened(job, 2, await gathered(solve.checkpoint()));
    const seen: number[] = [];
    expect(await again.run(after(9), { onProgress: ({ iterations }) => seen.push(iterations) })).toBe('reached');
    expect(seen).toEqual([]);
  });
});

test('a checkpoint of a flop, whose turns have rivers, is passed on among shards', () => expectPassedOn(FLOP));
