// Narrow ranges taken apart: the weighted mean of single hands, on every street, for any number of players.

import { afterAll, describe, expect, test } from 'vitest';
import type { EquityJob, EquityResult, PlayerRange } from '../src/job.ts';
import { cardsOf, equityOf, hand, RANDOM, range, testJob } from '../test/kernel.ts';
import { subsets } from '../test/naive.ts';
import { openNodePool } from './node.ts';

const pool = await openNodePool({ threads: 2 });
afterAll(() => pool.close());

const equity = (job: Parameters<typeof testJob>[0]): Promise<EquityResult> => equityOf(pool, job);

type Rows = readonly (readonly [string, number])[];

const listed = (rows: Rows): PlayerRange =>
  range(
    rows.map(([text]) => [...cardsOf(text)]),
    rows.map(([, weight]) => weight),
  );

const LISTS: readonly Rows[] = [
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
];

/** The weighted mean over all tuples of hands, each asked for alone. */
async function mean(
  lists: readonly Rows[],
  boards: EquityJob['boards'],
): Promise<{ equity: number; all: number; half: number }[]> {
  const sums = lists.map(() => ({ equity: 0, all: 0, half: 0 }));
  let met = 0;
  const combine = async (picks: readonly (readonly [string, number])[]): Promise<void> => {
    const next = lists[picks.length];
    if (next) {
      for (const row of next) await combine([...picks, row]);
      return;
    }
    const cards = picks.flatMap(([text]) => [...cardsOf(text)]);
    if (new Set(cards).size < cards.length || boards.some((board) => board.some((card) => cards.includes(card))))
      return;
    const weight = picks.reduce((product, [, each]) => product * each, 1);
    const result = await equity({ players: picks.map(([text]) => hand(text)), boards });
    met += weight;
    for (const [seat, sum] of sums.entries()) {
      sum.equity += weight * result.players[seat]!.equity;
      sum.all += weight * (result.players[seat]!.joint?.all ?? 0);
      sum.half += weight * (result.players[seat]!.joint?.half ?? 0);
    }
  };
  await combine([]);
  return sums.map(({ equity: share, all, half }) => ({ equity: share / met, all: all / met, half: half / met }));
}

describe('exact where no sweep is', () => {
  test.each([
    ['two ranges before the flop', 2, ''],
    ['three before the flop', 3, ''],
    ['three on a flop', 3, 'Ks9s4c'],
    ['three on a river', 3, 'Ks9s4c2d2c'],
  ])('%s', async (_, players, board) => {
    const lists = LISTS.slice(0, players);
    const result = await equity({ players: lists.map(listed), boards: [cardsOf(board)] });
    expect(result).toMatchObject({ method: 'tuples', exact: true, standardError: null });
    for (const [seat, truth] of (await mean(lists, [cardsOf(board)])).entries()) {
      expect(result.players[seat]!.equity).toBeCloseTo(truth.equity, 12);
    }
  });

  test('both of two boards together', async () => {
    const boards = [cardsOf('Ks9s4c2d'), cardsOf('7h7c3s8s')];
    const result = await equity({ players: LISTS.slice(0, 2).map(listed), boards, method: 'exact' });
    expect(result).toMatchObject({ method: 'tuples', exact: true, jointExact: true });
    for (const [seat, truth] of (await mean(LISTS.slice(0, 2), boards)).entries()) {
      const player = result.players[seat]!;
      expect(player.equity).toBeCloseTo(truth.equity, 12);
      expect(player.joint!.all).toBeCloseTo(truth.all, 12);
      expect(player.joint!.half).toBeCloseTo(truth.half, 12);
    }
  });

  test("Hold'em: a pair against suited cards, all 24 meetings", async () => {
    const queens = subsets([...cardsOf('QcQdQhQs')], 2);
    const suited = ['AcKc', 'AdKd', 'AhKh', 'AsKs'].map((text) => [...cardsOf(text)]);
    const result = await equity({ game: 'holdem', players: [range(queens), range(suited)] });
    expect(result).toMatchObject({ method: 'tuples', exact: true });
    let sum = 0;
    for (const pair of queens) {
      for (const two of suited) {
        const players = [pair, two].map((cards) => ({ kind: 'hand' as const, cards: Uint8Array.from(cards) }));
        sum += (await equity({ game: 'holdem', players })).players[0]!.equity;
      }
    }
    expect(result.players[0]!.equity).toBeCloseTo(sum / 24, 12);
  });
});

test('tuples merged under suits give the sums of all', async () => {
  const players = [
    range(subsets([...cardsOf('AcAdAhAs')], 2).map((two) => [...two, ...cardsOf('7c6d')])),
    range(subsets([...cardsOf('KcKdKhKs')], 2).map((two) => [...two, ...cardsOf('7d6c')])),
  ];
  const merged = await equity({ players });
  const whole = await equity({ players, detail: { madeHands: true, nextCards: false, combos: true } });
  expect(whole.trials).toBeGreaterThan(merged.trials);
  for (const seat of [0, 1]) {
    expect(merged.players[seat]!.equity).toBeCloseTo(whole.players[seat]!.equity, 13);
    const { comboEquities, comboWeights, equity: share } = whole.players[seat]!;
    let sum = 0;
    let met = 0;
    for (const [i, weight] of comboWeights!.entries()) {
      sum += weight * comboEquities![i]!;
      met += weight;
    }
    expect(sum / met).toBeCloseTo(share, 6);
  }
});

describe('exact is kept or refused', () => {
  const refused: [string, Parameters<typeof testJob>[0]][] = [
    ['wide ranges before the flop', { players: [RANDOM, RANDOM] }],
    [
      'two boards before the flop',
      { players: [hand('AsAhKdQd'), hand('JcTc9h8h')], boards: [cardsOf(''), cardsOf('')] },
    ],
    ['wide ranges on two boards', { players: [RANDOM, RANDOM], boards: [cardsOf('Ks9s4c'), cardsOf('7h7c3s')] }],
  ];
  test.each(refused)('%s', async (_, job) => {
    expect(await pool.run(testJob({ ...job, method: 'exact' }))).toMatchObject({
      ok: false,
      error: { code: 'too-large' },
    });
  });
});
