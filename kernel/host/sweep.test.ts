// Two ranges swept exactly, against double sums over all pairs of combos from the rules alone.

import { afterAll, describe, expect, test } from 'vitest';
import type { EquityJob, EquityResult } from '../src/job.ts';
import { cardsOf, dealCards, equityOf, hand, RANDOM, range, testJob, testKernel, testRandom } from '../test/kernel.ts';
import { naiveStrength, subsets } from '../test/naive.ts';
import { openNodePool } from './node.ts';

const pool = await openNodePool({ threads: 2 });
afterAll(() => pool.close());

const equity = (job: Parameters<typeof testJob>[0]): Promise<EquityResult> => equityOf(pool, job);

describe('two ranges', () => {
  const boards = { turn: 'Ks9d4c2h', river: 'Ks9s4c2h7s', flop: 'Ks9s4s' };

  /** Sum over all pairs of combos and run-outs, from the rules alone. */
  function bruteForce(job: EquityJob): { win: number; tie: number; met: number }[] {
    const holeCards = job.game === 'holdem' ? 2 : Number(job.game.at(-1));
    const lists = job.players.map((player) => {
      if (player.kind !== 'range') throw new Error('only ranges');
      return Array.from({ length: player.cards.length / holeCards }, (_, i) => ({
        cards: [...player.cards.subarray(i * holeCards, (i + 1) * holeCards)],
        weight: player.weights?.[i] ?? 1,
      }));
    });
    const board = [...job.boards[0]!];
    const live = Array.from({ length: 52 }, (_, card) => card).filter(
      (card) => ![...board, ...job.dead].includes(card),
    );
    const sums = [
      { win: 0, tie: 0, met: 0 },
      { win: 0, tie: 0, met: 0 },
    ];
    for (const runOut of subsets(live, 5 - board.length)) {
      const five = [...board, ...runOut];
      const gone = new Set([...five, ...job.dead]);
      const ranked = lists.map((list) =>
        list.flatMap(({ cards, weight }) =>
          cards.some((card) => gone.has(card)) ? [] : [{ cards, weight, strength: naiveStrength(cards, five) }],
        ),
      );
      for (const a of ranked[0]!) {
        for (const b of ranked[1]!) {
          if (a.cards.some((card) => b.cards.includes(card))) continue;
          const weight = a.weight * b.weight;
          for (const sum of sums) {
            sum.met += weight;
            if (a.strength === b.strength) sum.tie += weight;
          }
          if (a.strength !== b.strength) sums[a.strength > b.strength ? 0 : 1]!.win += weight;
        }
      }
    }
    return sums;
  }

  test.each([
    ['plo4', 'river', 60],
    ['plo4', 'turn', 20],
    ['plo5', 'river', 50],
    ['plo6', 'river', 40],
    ['holdem', 'turn', 25],
  ] as const)('%s %s: the sweep is the double sum over all pairs', async (game, street, combos) => {
    const random = testRandom(combos);
    const holeCards = game === 'holdem' ? 2 : Number(game.at(-1));
    const weighted = (): EquityJob['players'][number] => {
      const list = new Map<string, number[]>();
      while (list.size < combos) {
        const combo = dealCards(random, holeCards).sort((a, b) => a - b);
        list.set(combo.join(), combo);
      }
      return range(
        [...list.values()],
        Array.from({ length: combos }, () => 1 + Math.floor(random() * 100)),
      );
    };
    const job = testJob({
      game,
      players: [weighted(), weighted()],
      boards: [cardsOf(boards[street])],
      dead: cardsOf('3c3d'),
    });
    const result = await equity(job);
    expect(result.method).toBe('sweep');
    for (const [player, sum] of bruteForce(job).entries()) {
      expect(result.players[player]!.win).toBeCloseTo(sum.win / sum.met, 12);
      expect(result.players[player]!.tie).toBeCloseTo(sum.tie / sum.met, 12);
    }
  });

  // Few combos are walked one by one, many through the tables of all subsets: both ways must count alike.
  test.each([
    ['plo4', 3_000],
    ['plo5', 12_000],
    ['plo6', 50_000],
  ] as const)('%s: %i combos against a few are the double sum as well', async (game, wide) => {
    const random = testRandom(wide);
    const kernel = testKernel();
    const holeCards = Number(game.at(-1));
    const board = cardsOf(boards.river);
    const draw = (count: number): number[][] => {
      const list = new Map<string, number[]>();
      while (list.size < count) {
        const combo = dealCards(random, holeCards).sort((a, b) => a - b);
        list.set(combo.join(), combo);
      }
      return [...list.values()];
    };
    const [many, few] = [draw(wide), draw(5)];
    const weights = many.map(() => 1 + Math.floor(random() * 100));
    const job = { game, players: [range(many, weights), range(few)], boards: [board] };
    const result = await equity({ ...job, detail: { madeHands: true, nextCards: false, combos: true } });
    const [a, b, c, d, e] = board;
    kernel.setBoard(0, false, a!, b!, c!, d!, e!);
    const rank = (combo: number[]): number =>
      combo.some((card) => board.includes(card))
        ? 0
        : kernel.rankHand(
            0,
            combo.reduceRight((packed, card) => (packed << 8n) | BigInt(card), 0n),
            holeCards,
          );
    const fewRanks = few.map(rank);
    let win = 0;
    let tie = 0;
    let met = 0;
    const made = new Array<number>(9).fill(0);
    for (const [i, combo] of many.entries()) {
      const own = rank(combo);
      if (own === 0) continue;
      for (const [j, other] of few.entries()) {
        if (fewRanks[j] === 0 || other.some((card) => combo.includes(card))) continue;
        met += weights[i]!;
        made[kernel.madeHand(own)]! += weights[i]!;
        if (own > fewRanks[j]!) win += weights[i]!;
        if (own === fewRanks[j]!) tie += weights[i]!;
      }
    }
    const [first] = result.players;
    expect(first!.win).toBeCloseTo(win / met, 12);
    expect(first!.tie).toBeCloseTo(tie / met, 12);
    expect([...first!.madeHands![0]!].map((share) => share * met)).toEqual(
      made.map((count) => expect.closeTo(count, 3)),
    );
    const weighted = first!.comboEquities!.reduce(
      (sum, share, i) => sum + (Number.isNaN(share) ? 0 : share * first!.comboWeights![i]!),
      0,
    );
    expect(weighted / met).toBeCloseTo(first!.equity, 6);
  });

  test('are the weighted mean of their hands against each other', async () => {
    const first = [
      ['AsAhKdQd', 100],
      ['AcAdJh9h', 40],
      ['Th9h8c7c', 7],
    ] as const;
    const second = [
      ['KcKhQs2s', 100],
      ['5h5d6s7s', 55],
    ] as const;
    const list = (rows: readonly (readonly [string, number])[]): EquityJob['players'][number] =>
      range(
        rows.map(([text]) => [...cardsOf(text)]),
        rows.map(([, weight]) => weight),
      );
    for (const board of ['Jd4s3s', 'Jd4s3s2c']) {
      let sum = 0;
      let met = 0;
      for (const [a, x] of first) {
        for (const [b, y] of second) {
          if ([...cardsOf(a)].some((card) => cardsOf(b).includes(card))) continue;
          const one = await equity({ players: [hand(a), hand(b)], boards: [cardsOf(board)] });
          sum += x * y * one.players[0]!.equity;
          met += x * y;
        }
      }
      const result = await equity({ players: [list(first), list(second)], boards: [cardsOf(board)] });
      expect(result.players[0]!.equity).toBeCloseTo(sum / met, 12);
      expect(result.players[0]!.equity + result.players[1]!.equity).toBeCloseTo(1, 14);
    }
  });

  test('run-outs merged under suits give the sums of all run-outs', async () => {
    const spade = range(
      [...Array(13).keys()].flatMap((r) => (r < 11 ? [[r * 4, r * 4 + 1, r * 4 + 6, r * 4 + 7]] : [])),
    );
    const symmetric = range(subsets([...cardsOf('AcAdAhAsQcQdQhQs')], 4));
    const detail = { madeHands: true, nextCards: true, combos: false };
    for (const other of [symmetric, spade, RANDOM]) {
      // All hands against all hands take seconds on a flop.
      for (const board of other === RANDOM ? ['Ks9s4s2s'] : [boards.flop, 'Ks9s4c', 'Ks9s4s2s']) {
        const job = { players: [symmetric, other], boards: [cardsOf(board)], detail };
        const merged = await equity(job);
        // Asking for combos turns merging off.
        const whole = await equity({ ...job, detail: { ...detail, combos: true } });
        for (const player of [0, 1]) {
          expect(merged.players[player]!.win).toBe(whole.players[player]!.win);
          expect(merged.players[player]!.tie).toBe(whole.players[player]!.tie);
          expect(merged.players[player]!.nextCards).toEqual(whole.players[player]!.nextCards);
          expect(merged.players[player]!.madeHands).toEqual(whole.players[player]!.madeHands);
        }
      }
    }
  });

  test('run-outs are not merged under suits that carry different weights', async () => {
    const combos = subsets([...cardsOf('AcAdAhAsQcQdQhQs')], 4);
    const heavyClubs = combos.map((cards) => 1 + 40 * cards.filter((card) => (card & 3) === 0).length);
    const players = [range(combos, heavyClubs), range(subsets([...cardsOf('TcTdThTsJcJdJhJs')], 4))];
    const job = { players, boards: [cardsOf('Ks9s4s')], budgetMs: 60_000 };
    // Asking for combos turns merging off.
    const whole = await equity({ ...job, detail: { madeHands: false, nextCards: false, combos: true } });
    expect((await equity(job)).players[0]!.win).toBe(whole.players[0]!.win);
  });

  test("every combo's equity, weighted, gives the range's; and is what the combo has alone", async () => {
    const detail = { madeHands: false, nextCards: false, combos: true };
    const combos = [...subsets([...cardsOf('AcAdAhAs')], 2).map((two) => [...two, ...cardsOf('Kd5c')])];
    const players = [range(combos), RANDOM];
    const result = await equity({ players, boards: [cardsOf('Jd4s3s2c')], detail });
    for (const player of result.players) {
      let sum = 0;
      let met = 0;
      for (const [i, weight] of player.comboWeights!.entries()) {
        if (weight === 0) continue;
        sum += weight * player.comboEquities![i]!;
        met += weight;
      }
      expect(sum / met).toBeCloseTo(player.equity, 6);
    }
    const alone = await equity({ players: [range([combos[2]!]), RANDOM], boards: [cardsOf('Jd4s3s2c')] });
    expect(result.players[0]!.comboEquities).toHaveLength(6);
    const sorted = range(combos);
    if (sorted.kind !== 'range') throw new Error('a range');
    const at = Array.from({ length: 6 }, (_, i) => sorted.cards.subarray(i * 4, i * 4 + 4).join()).indexOf(
      [...combos[2]!].sort((a, b) => a - b).join(),
    );
    expect(result.players[0]!.comboEquities![at]).toBeCloseTo(alone.players[0]!.equity, 6);
  });
});
