// Sampled answers: unbiased where the exact answer is known, reproducible, and honest about their error.

import { afterAll, describe, expect, test } from 'vitest';
import type { EquityJob, EquityResult, PlayerRange } from '../src/job.ts';
import { cardsOf, dealCards, equityOf, hand, RANDOM, range, testJob, testRandom } from '../test/kernel.ts';
import { naiveStrength, subsets } from '../test/naive.ts';
import { openNodePool, type Pool } from './node.ts';

const one = await openNodePool({ threads: 1 });
const two = await openNodePool({ threads: 2 });
afterAll(() => Promise.all([one.close(), two.close()]));

const equity = (job: Parameters<typeof testJob>[0], pool: Pool = two): Promise<EquityResult> => equityOf(pool, job);

const aces = range(
  subsets([...cardsOf('AcAdAhAs')], 2).flatMap((two) =>
    subsets([...cardsOf('KsQhJd9c5d2h')], 2).map((side) => [...two, ...side]),
  ),
);
const fewAces = range(subsets([...cardsOf('AcAdAhAs')], 2).map((two) => [...two, ...cardsOf('KsQh')]));
const broadways = range(subsets([...cardsOf('KcKdQsQhJcJhTsTd')], 4));
const weighted: PlayerRange = range(
  subsets([...cardsOf('Ts9s8h7h6c5c')], 4),
  subsets([0, 1, 2, 3, 4, 5], 4).map((_, i) => 1 + ((i * 37) % 100)),
);

/** Sampled, each figure must lie within 4.5 of its own standard errors of the exact one. The seed is fixed. */
async function agrees(job: Parameters<typeof testJob>[0]): Promise<void> {
  const detail = { madeHands: true, nextCards: true, combos: false };
  const exact = await equity({ ...job, detail, method: 'exact' });
  const sampled = await equity({
    ...job,
    detail,
    method: 'sampled',
    stop: { standardError: 0.0006, trials: Infinity, timeMs: 20_000 },
  });
  expect(exact.exact).toBe(true);
  expect(sampled.exact).toBe(false);
  for (const [seat, player] of sampled.players.entries()) {
    expect(player.standardError).toBeLessThanOrEqual(0.0006);
    expect(Math.abs(player.equity - exact.players[seat]!.equity)).toBeLessThan(4.5 * player.standardError!);
    const truth = exact.players[seat]!;
    // The other shares have errors of their own, none of them much larger than that of the equity.
    near(player.win, truth.win, 0.004);
    near(player.tie, truth.tie, 0.004);
    for (const [board, share] of player.boards.entries()) {
      near(share.equity, truth.boards[board]!.equity, 0.005);
      near(share.tie, truth.boards[board]!.tie, 0.005);
      for (const [i, made] of player.madeHands![board]!.entries()) near(made, truth.madeHands![board]![i]!, 0.006);
      for (const [card, next] of player.nextCards![board]!.entries()) near(next, truth.nextCards![board]![card]!, 0.05);
    }
    if (player.joint) {
      for (const [key, value] of Object.entries(player.joint)) {
        near(value, truth.joint![key as keyof typeof player.joint], 0.006);
      }
    }
  }
  expect(sampled.players.reduce((sum, player) => sum + player.equity, 0)).toBeCloseTo(1, 10);
}

/** Small ranges that share cards with the aces and with each other. */
const THREE = [
  range(
    ['AsAcTh3c', 'KcKhQs2s', '8d7d6h5d'].map((text) => [...cardsOf(text)]),
    [20, 100, 80],
  ),
  range(
    ['AhAdJs2h', 'QcJcTd9d', 'KcJd7c2c'].map((text) => [...cardsOf(text)]),
    [50, 100, 10],
  ),
];

function near(value: number, truth: number, tolerance: number): void {
  if (Number.isNaN(truth)) expect(value).toBeNaN();
  else expect(Math.abs(value - truth)).toBeLessThan(tolerance);
}

describe('a sampled answer agrees with the exact one', () => {
  const cases: [string, Parameters<typeof testJob>[0]][] = [
    ['hands before the flop', { players: [hand('AsAhKsKh'), hand('9d8d7c6c')] }],
    ['three hands', { players: [hand('AsAhKsKh'), hand('9d8d7c6c'), hand('QdQcJdTc')] }],
    ['PLO6 hands', { game: 'plo6', players: [hand('AsAhKsKh2c3d'), hand('9d8d7c6cQcQd')] }],
    ["Hold'em hands", { game: 'holdem', players: [hand('AsKs'), hand('QdQc'), hand('7h6h')] }],
    ['two ranges that often share cards', { players: [aces, aces], boards: [cardsOf('Ks9s4c')] }],
    [
      'two ranges with weights and dead cards',
      { players: [aces, weighted], boards: [cardsOf('Ks9s4c')], dead: cardsOf('AsTs') },
    ],
    ['a range and a random hand', { players: [broadways, RANDOM], boards: [cardsOf('9s4c2h2d')] }],
    ['a hand and a range', { players: [hand('AsAh7d6d'), broadways], boards: [cardsOf('Ks9s4c')] }],
    ['three ranges', { players: [aces, THREE[0]!, THREE[1]!], boards: [cardsOf('Ks9s4c')] }],
    ['two boards', { players: [hand('AsAhKdQd'), hand('JcTc9h8h')], boards: [cardsOf('Ks9s4c'), cardsOf('7s7c2d')] }],
    ['two boards and ranges', { players: [aces, weighted], boards: [cardsOf('Ks9s4c'), cardsOf('7s7c2d')] }],
  ];
  test.each(cases)('%s', async (_, job) => agrees(job));

  test('a range of which single run-outs leave little', async () => {
    const board = cardsOf('Ks9d4c2h');
    const combos = ['7c7dAhAs', '7c7dAhAd', '7c7dAsAd', '7c7dAcAh', '3s3d3h8s'].map((text) => [...cardsOf(text)]);
    const other = hand('5s5d6h6c');
    const live = new Set([...combos.flat(), ...board, ...cardsOf('5s5d6h6cJdJh')]);
    const dead = Uint8Array.from({ length: 52 }, (_, card) => card).filter((card) => !live.has(card));
    const job = { players: [range(combos), other], boards: [board], dead };
    const exact = await equity({ ...job, method: 'exact' });
    const stop = { standardError: 0.00018, trials: Infinity, timeMs: 20_000 };
    const [player] = (await equity({ ...job, method: 'sampled', stop })).players;
    expect(Math.abs(player!.equity - exact.players[0]!.equity)).toBeLessThan(4.5 * player!.standardError!);
  });

  test('eight players: everybody alike has an eighth, ranges that crowd each other included', async () => {
    const stop = { standardError: 0.002, trials: Infinity, timeMs: 20_000 };
    const all = range(
      subsets(
        Array.from({ length: 52 }, (_, card) => card),
        4,
      ).filter((_, i) => i % 7 === 0),
    );
    for (const player of [RANDOM, all]) {
      const result = await equity({ players: Array<PlayerRange>(8).fill(player), stop });
      for (const seat of result.players) expect(Math.abs(seat.equity - 1 / 8)).toBeLessThan(5 * seat.standardError!);
    }
  });

  test('sampled boards, exact on each, agree as well and know every combo', async () => {
    const detail = { madeHands: true, nextCards: true, combos: true };
    const job = { players: [aces, broadways], boards: [cardsOf('9s4c3h')], detail };
    const exact = await equity(job);
    const sampled = await equity({
      ...job,
      method: 'sampled',
      stop: { standardError: 0.003, trials: Infinity, timeMs: 20_000 },
    });
    expect(sampled.method).toBe('sweep-sampled');
    const [a, b] = [sampled.players[0]!, exact.players[0]!];
    expect(Math.abs(a.equity - b.equity)).toBeLessThan(4.5 * a.standardError!);
    for (const [i, share] of a.comboEquities!.entries()) {
      if (b.comboWeights![i]! > 0) expect(Math.abs(share - b.comboEquities![i]!)).toBeLessThan(0.05);
    }
  });
});

test('the stated error is the error: over forty seeds the deviations have its size', async () => {
  const players = [hand('AsAhKsKh'), RANDOM, broadways];
  const stop = { standardError: 0.002, trials: Infinity, timeMs: 20_000 };
  const runs: EquityResult[] = [];
  for (let seed = 1; seed <= 40; seed++) runs.push(await equity({ players, stop, seed, method: 'sampled' }));
  const mean = runs.reduce((sum, run) => sum + run.players[0]!.equity, 0) / runs.length;
  const spread = Math.sqrt(
    runs.reduce((sum, run) => sum + (run.players[0]!.equity - mean) ** 2, 0) / (runs.length - 1),
  );
  const stated = runs.reduce((sum, run) => sum + run.players[0]!.standardError!, 0) / runs.length;
  expect(spread / stated).toBeGreaterThan(0.65);
  expect(spread / stated).toBeLessThan(1.45);
});

test('the stated error of joint shares is their error, enumerated shares beside sampled ones', async () => {
  const job = { players: [hand('AsAhKdQd'), hand('JcTc9h8h')], boards: [cardsOf('Ks9s4c'), cardsOf('7s7c2d')] };
  const exact = await equity(job);
  const stop = { standardError: 0.003, trials: Infinity, timeMs: 20_000 };
  let squares = 0;
  let stated = 0;
  for (let seed = 1; seed <= 30; seed++) {
    const run = await equity({ ...job, stop, seed, method: 'sampled' });
    squares += (run.players[0]!.joint!.half - exact.players[0]!.joint!.half) ** 2;
    stated += run.jointStandardError!;
  }
  const spread = Math.sqrt(squares / 30);
  expect(spread / (stated / 30)).toBeGreaterThan(0.6);
  expect(spread / (stated / 30)).toBeLessThan(1.5);
});

describe('an error is never understated because nothing has happened yet', () => {
  // A royal flush on turn and river is all that saves the second player.
  const rare = {
    players: [range([[...cardsOf('KcKhAd3d')]]), range([[...cardsOf('AsQs2h3h')], [...cardsOf('AsQs2h4h')]])],
    boards: [cardsOf('KsKd2d')],
    method: 'sampled' as const,
  };

  test('a share that is rarely won is not answered as never', async () => {
    const exact = await equity({ ...rare, method: 'exact' });
    for (let seed = 1; seed <= 10; seed++) {
      const run = await equity({ ...rare, seed, stop: { standardError: 0.0005, trials: Infinity, timeMs: 20_000 } });
      expect(run.players[1]!.standardError).toBeGreaterThan(0);
      expect(Math.abs(run.players[1]!.equity - exact.players[1]!.equity)).toBeLessThan(
        5 * run.players[1]!.standardError!,
      );
    }
  });

  test('a number of trials asked for is reached', async () => {
    const stop = { standardError: 0, trials: 300_000, timeMs: Infinity };
    expect((await equity({ ...rare, stop })).trials).toBeGreaterThanOrEqual(300_000);
    const hands = [hand('AsAhKsKh'), hand('9d8d7c6c')];
    expect((await equity({ players: hands, method: 'sampled', stop })).trials).toBeGreaterThanOrEqual(300_000);
  });
});

test('ranges that crowd each other: the weighted mean over every deal they can have', async () => {
  // Six players whose small ranges share cards, on a river: every tuple of combos is known.
  const board = cardsOf('Kd9s4c2h7s');
  const deck = Array.from({ length: 52 }, (_, card) => card)
    .filter((card) => !board.includes(card))
    .slice(0, 34);
  const random = testRandom(8);
  const lists = Array.from({ length: 6 }, () => {
    const combos = new Map<string, number[]>();
    while (combos.size < 14) {
      const combo = dealCards(
        random,
        4,
        Array.from({ length: 52 }, (_, card) => card).filter((card) => !deck.includes(card)),
      );
      combos.set([...combo].sort((a, b) => a - b).join(), combo);
    }
    return [...combos.values()].map((cards) => ({ cards, weight: 1 + Math.floor(random() * 100) }));
  });
  const strengths = lists.map((list) => list.map(({ cards }) => naiveStrength(cards, [...board])));
  const sums = lists.map(() => 0);
  let met = 0;
  function count(player: number, used: Set<number>, weight: number, picks: number[]): void {
    if (player === lists.length) {
      const best = Math.max(...picks.map((pick, p) => strengths[p]![pick]!));
      const tied = picks.filter((pick, p) => strengths[p]![pick] === best).length;
      for (const [p, pick] of picks.entries()) if (strengths[p]![pick] === best) sums[p]! += weight / tied;
      met += weight;
      return;
    }
    for (const [pick, combo] of lists[player]!.entries()) {
      if (combo.cards.some((card) => used.has(card))) continue;
      count(player + 1, new Set([...used, ...combo.cards]), weight * combo.weight, [...picks, pick]);
    }
  }
  count(0, new Set(), 1, []);
  expect(met).toBeGreaterThan(0);
  const players = lists.map((list) =>
    range(
      list.map(({ cards }) => cards),
      list.map(({ weight }) => weight),
    ),
  );
  const result = await equity({
    players,
    boards: [board],
    method: 'sampled',
    stop: { standardError: 0.002, trials: Infinity, timeMs: 20_000 },
  });
  for (const [seat, player] of result.players.entries()) {
    expect(Math.abs(player.equity - sums[seat]! / met)).toBeLessThan(4.5 * player.standardError!);
  }
});

describe('the same seed gives the same answer', () => {
  const jobs: [string, Parameters<typeof testJob>[0]][] = [
    ['deals', { players: [aces, broadways, RANDOM] }],
    [
      'sampled boards',
      { players: [aces, broadways], method: 'sampled', detail: { madeHands: true, nextCards: true, combos: true } },
    ],
    // In 6 parts and in 30.
    ['a sweep', { players: [aces, RANDOM], boards: [cardsOf('Ks9s4c2h')] }],
    ['two boards', { players: [fewAces, weighted], boards: [cardsOf('9s8s4c'), cardsOf('7s7c2d')] }],
  ];
  test.each(jobs)('%s, on one thread and on two', async (_, job) => {
    const stop = { standardError: 0.004, trials: Infinity, timeMs: 60_000 };
    const strip = ({ elapsedMs: _ms, ...rest }: EquityResult): unknown => rest;
    const first = strip(await equity({ ...job, stop }, one));
    expect(strip(await equity({ ...job, stop }, two))).toEqual(first);
    expect(strip(await equity({ ...job, stop }, one))).toEqual(first);
  });

  test('another seed, another sample', async () => {
    const job = { players: [aces, RANDOM], method: 'sampled' as const };
    const a = await equity({ ...job, seed: 1 });
    const b = await equity({ ...job, seed: 2 });
    expect(a.players[0]!.equity).not.toBe(b.players[0]!.equity);
  });
});

describe('stop rules', () => {
  const job: Pick<EquityJob, 'players' | 'method'> = { players: [aces, RANDOM, RANDOM], method: 'sampled' };

  test('by trials', async () => {
    const result = await equity({ ...job, stop: { standardError: 0, trials: 200_000, timeMs: Infinity } });
    expect(result.trials).toBeGreaterThanOrEqual(200_000);
    expect(result.trials).toBeLessThan(1_000_000);
  });

  test('by time', async () => {
    const result = await equity({ ...job, stop: { standardError: 0, trials: Infinity, timeMs: 200 } });
    expect(result.elapsedMs).toBeGreaterThanOrEqual(200);
    expect(result.elapsedMs).toBeLessThan(5000);
  });

  test('no deal at all is told, not waited for', async () => {
    const three = range(subsets([...cardsOf('AcAdAhAs')], 3).map((cards) => [...cards, 0]));
    const answer = await two.run(testJob({ players: [three, three, RANDOM] }));
    expect(answer).toMatchObject({ ok: false, error: { code: 'impossible' } });
    const river = await two.run(testJob({ players: [three, three], boards: [cardsOf('Ks9s4c')] }));
    expect(river).toMatchObject({ ok: false, error: { code: 'impossible' } });
  });
});
