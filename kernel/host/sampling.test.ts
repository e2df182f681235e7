// Sampled answers: unbiased where the exact answer is known, reproducible, and honest about their error.

import { afterAll, describe, expect, test } from 'vitest';
import type { EquityJob, EquityResult, PlayerRange } from '../src/job.ts';
import { cardsOf, hand, RANDOM, range, testJob } from '../test/kernel.ts';
import { subsets } from '../test/naive.ts';
import { openNodePool, type Pool } from './node.ts';

const one = await openNodePool({ threads: 1 });
const two = await openNodePool({ threads: 2 });
afterAll(() => Promise.all([one.close(), two.close()]));

async function equity(job: Parameters<typeof testJob>[0], pool: Pool = two): Promise<EquityResult> {
  const answer = await pool.run(testJob(job));
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

const aces = range(
  subsets([...cardsOf('AcAdAhAs')], 2).flatMap((two) =>
    subsets([...cardsOf('KsQhJd9c5d2h')], 2).map((side) => [...two, ...side]),
  ),
);
const broadways = range(subsets([...cardsOf('KcKdQsQhJcJhTsTd')], 4));
const weighted: PlayerRange = range(
  subsets([...cardsOf('Ts9s8h7h6c5c')], 4),
  subsets([0, 1, 2, 3, 4, 5], 4).map((_, i) => 1 + ((i * 37) % 100)),
);

/** Sampled, each figure must lie within 4.5 of its own standard errors of the exact one. The seed is fixed. */
async function agrees(job: Parameters<typeof testJob>[0]): Promise<void> {
  const exact = await equity({ ...job, method: 'exact' });
  const sampled = await equity({
    ...job,
    method: 'sampled',
    stop: { standardError: 0.0006, trials: Infinity, timeMs: 20_000 },
  });
  expect(exact.exact).toBe(true);
  expect(sampled.exact).toBe(false);
  for (const [seat, player] of sampled.players.entries()) {
    expect(player.standardError).toBeLessThanOrEqual(0.0006);
    expect(Math.abs(player.equity - exact.players[seat]!.equity)).toBeLessThan(4.5 * player.standardError!);
    expect(Math.abs(player.win - exact.players[seat]!.win)).toBeLessThan(6 * player.standardError!);
  }
  expect(sampled.players.reduce((sum, player) => sum + player.equity, 0)).toBeCloseTo(1, 10);
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
    ['two boards', { players: [hand('AsAhKdQd'), hand('JcTc9h8h')], boards: [cardsOf('Ks9s4c'), cardsOf('7s7c2d')] }],
    ['two boards and ranges', { players: [aces, weighted], boards: [cardsOf('Ks9s4c'), cardsOf('7s7c2d')] }],
  ];
  test.each(cases)('%s', async (_, job) => agrees(job));

  test('three ranges: the weighted mean over all combos of the three', async () => {
    const boards = [cardsOf('Ks9s4c')];
    const lists = [
      [
        ['AsAhKdQd', 100],
        ['AcAdJh8h', 30],
        ['7s6s5h3h', 60],
      ],
      [
        ['AsAcTh3c', 20],
        ['KcKhQs2s', 100],
        ['8d7d6h5d', 80],
      ],
      [
        ['AhAdJs2h', 50],
        ['QcJcTd9d', 100],
        ['KcJd7c2c', 10],
      ],
    ] as const;
    const sums = [0, 0, 0];
    let met = 0;
    for (const [a, x] of lists[0]) {
      for (const [b, y] of lists[1]) {
        for (const [c, z] of lists[2]) {
          const cards = [a, b, c].flatMap((text) => [...cardsOf(text)]);
          if (new Set(cards).size < 12) continue;
          const result = await equity({ players: [hand(a), hand(b), hand(c)], boards });
          met += x * y * z;
          for (const seat of [0, 1, 2]) sums[seat]! += x * y * z * result.players[seat]!.equity;
        }
      }
    }
    const players = lists.map((rows) =>
      range(
        rows.map(([text]) => [...cardsOf(text)]),
        rows.map(([, weight]) => weight),
      ),
    );
    const stop = { standardError: 0.0006, trials: Infinity, timeMs: 20_000 };
    const result = await equity({ players, boards, stop });
    for (const seat of [0, 1, 2]) {
      const player = result.players[seat]!;
      expect(Math.abs(player.equity - sums[seat]! / met)).toBeLessThan(4.5 * player.standardError!);
    }
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

describe('the same seed gives the same answer', () => {
  const jobs: [string, Parameters<typeof testJob>[0]][] = [
    ['deals', { players: [aces, broadways, RANDOM] }],
    [
      'sampled boards',
      { players: [aces, broadways], method: 'sampled', detail: { madeHands: true, nextCards: true, combos: true } },
    ],
    ['a sweep', { players: [aces, RANDOM], boards: [cardsOf('Ks9s4c')] }],
    ['two boards', { players: [aces, weighted], boards: [cardsOf('Ks9s4c'), cardsOf('7s7c2d')] }],
  ];
  test.each(jobs)('%s, on one thread and on two', async (_, job) => {
    const stop = { standardError: 0.004, trials: Infinity, timeMs: 60_000 };
    const strip = ({ elapsedMs: _ms, players, ...rest }: EquityResult): unknown => ({
      ...rest,
      players: players.map(({ comboEquities: _e, comboWeights: _w, ...player }) => player),
    });
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
