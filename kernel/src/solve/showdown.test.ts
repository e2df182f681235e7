// Four ends swept at once against the double sum over all pairs of hands.

import { describe, expect, test } from 'vitest';
import { cardsOf, dealCards, testKernel, testRandom } from '../../test/kernel.ts';
import { naiveStrength } from '../../test/naive.ts';
import { type Payoff, sweep } from '../../test/solve/sweep-room.ts';
import { SHOWDOWN, singleNode } from './forest.ts';
import type { Game, Position } from './game.ts';
import { Instance } from './instance.ts';
import { postflopGame } from './postflop.ts';

type Hand = readonly number[];

/** Without rake, with rake (a tie costs both), one that pays the loser too, and a fold's: the same to all. */
const PAYOFFS: readonly Payoff[] = [
  [90, 0, -90],
  [87, -1.5, -90],
  [3, 2, 1],
  [1, 1, 1],
];

interface Table {
  readonly handSize: number;
  readonly hands: readonly [readonly Hand[], readonly Hand[]];
  /** Larger is better. */
  readonly strength: (hand: Hand) => number;
  readonly instance: Instance;
}

const key = (hand: Hand): string => hand.join();

/** Different random hands of `size` cards, without those of the board. */
function randomHands(random: () => number, count: number, size: number, board: Hand): Hand[] {
  const hands = new Map<string, Hand>();
  while (hands.size < count) {
    const hand = dealCards(random, size, board).sort((a, b) => a - b);
    hands.set(key(hand), hand);
  }
  return [...hands.values()];
}

const GAMES = { 2: 'holdem', 4: 'plo4', 5: 'plo5', 6: 'plo6' } as const;

/** Hands on a board of poker. */
function table(
  size: 2 | 4 | 5 | 6,
  board: string,
  first: readonly Hand[],
  second: readonly Hand[],
  five?: Parameters<typeof naiveStrength>[2],
): Table {
  const cards = cardsOf(board);
  const ranges = [first, second].map((hands) => ({ cards: Uint8Array.from(hands.flat()), weights: null }));
  const game = postflopGame({
    game: GAMES[size],
    boards: [cards],
    players: [ranges[0]!, ranges[1]!],
    pot: 2,
    streets: [singleNode(SHOWDOWN, [1, 0, -1])],
    locks: [],
    method: 'exact',
    buckets: 1,
    storage: 'f32',
    maxBytes: Infinity,
  });
  return {
    handSize: size,
    hands: [first, second],
    strength: (hand) => naiveStrength(hand, [...cards], five),
    instance: new Instance(testKernel(), game, 'f32'),
  };
}

/** Hands of one card, 64 of them, a few strengths so that many tie. */
function singleCards(): Table {
  const strength = ([card]: Hand): number => (card! * 7) % 5;
  const cards = Uint8Array.from({ length: 64 }, (_, card) => card);
  const range = { cards, weights: new Float32Array(64).fill(1) };
  const start: Position = {
    forest: singleNode(SHOWDOWN, [1, 0, -1]),
    names: null,
    locks: [],
    gone: 0n,
    branches: null,
    boards: 1,
    rank(kernel, _board, _gone, at, count, to) {
      const out = new Uint16Array(kernel.memory.buffer, to, count);
      for (let i = 0; i < count; i++)
        out[i] = 1 + strength([new Uint8Array(kernel.memory.buffer, at, count * 8)[i * 8]!]);
    },
  };
  const game: Game = { handSize: 1, hands: [range, range], start, largestPayoff: 1 };
  const hands = [...cards].map((card) => [card]);
  return { handSize: 1, hands: [hands, hands], strength, instance: new Instance(testKernel(), game, 'f32') };
}

/** By how much the sweep misses, at most, as a part of the largest that a hand of its reach could be worth. */
function worstMiss({ instance, hands, strength }: Table, seed: number): number {
  const random = testRandom(seed);
  let worst = 0;
  const strengths = hands.map((own) => own.map(strength));
  for (const hero of [0, 1] as const) {
    const own = hands[hero];
    const others = hands[1 - hero]!;
    // Lanes unlike each other: all reach, some, one hand in ten, tiny ones beside whole ones.
    const reach = [
      others.map(() => 1),
      others.map(() => random()),
      others.map(() => (random() < 0.1 ? random() : 0)),
      others.map(() => random() ** 20),
    ];
    const swept = sweep(instance, hero, reach, PAYOFFS);
    for (const [lane, [win, tie, lose]] of PAYOFFS.entries()) {
      const whole = reach[lane]!.reduce((sum, x) => sum + x, 0);
      const most = Math.max(Math.abs(win), Math.abs(lose));
      for (const [i, hand] of own.entries()) {
        let worth = 0;
        let met = 0;
        for (const [j, other] of others.entries()) {
          if (hand.some((card) => other.includes(card))) continue;
          const lead = strengths[hero]![i]! - strengths[1 - hero]![j]!;
          met += reach[lane]![j]!;
          worth += reach[lane]![j]! * (lead > 0 ? win : lead < 0 ? lose : tie);
        }
        if (whole === 0) continue;
        worst = Math.max(worst, Math.abs(swept.worth[lane]![i]! - worth) / (most * whole));
        worst = Math.max(worst, Math.abs(swept.met[lane]![i]! - met) / whole);
      }
    }
  }
  return worst;
}

const BOARDS = ['Ks9d4c2h7s', 'AsQs4s9s2h', 'JhTh9h8h7h', '2c2d2h7s7d', 'AcKcQcJd3d'];
const MISS = 2e-6;

describe('the sweep is the double sum over pairs of hands', () => {
  test('hands of one card, each against its like', () => {
    expect(worstMiss(singleCards(), 1)).toBeLessThan(MISS);
  });

  const sizes = ([2, 4, 5, 6] as const).flatMap((size) => BOARDS.map((board, seed) => ({ size, board, seed })));

  test.each(sizes)(
    '$size cards on $board: ranges of unlike size, a third of the hands in both',
    ({ size, board, seed }) => {
      const random = testRandom(100 * size + seed);
      const cards = [...cardsOf(board)];
      const shared = randomHands(random, 60, size, cards);
      const first = new Map([...shared, ...randomHands(random, 30, size, cards)].map((hand) => [key(hand), hand]));
      const second = new Map([...shared, ...randomHands(random, 200, size, cards)].map((hand) => [key(hand), hand]));
      expect(worstMiss(table(size, board, [...first.values()], [...second.values()]), seed)).toBeLessThan(MISS);
    },
  );

  test.each([2, 4, 5, 6] as const)('%d cards: hands that all share cards', (size) => {
    const random = testRandom(size);
    const board = cardsOf(BOARDS[0]!);
    const few = dealCards(random, size + 4, [...board]);
    const gone = Array.from({ length: 52 }, (_, card) => card).filter((card) => !few.includes(card));
    const hands = randomHands(random, size === 2 ? 12 : 60, size, gone);
    expect(worstMiss(table(size, BOARDS[0]!, hands, hands), 3)).toBeLessThan(MISS);
  });

  test.each([2, 4, 5, 6] as const)('%d cards: one hand against one, against its like, against many', (size) => {
    const random = testRandom(50 + size);
    const board = cardsOf(BOARDS[1]!);
    const [one, another, ...many] = randomHands(random, 80, size, [...board]) as [Hand, Hand, ...Hand[]];
    for (const [first, second] of [
      [[one], [another]],
      [[one], [one]],
      [[one], [one, ...many]],
      [many, [another]],
    ] as const) {
      expect(worstMiss(table(size, BOARDS[1]!, first, second), 5)).toBeLessThan(MISS);
    }
  });

  test('hands that a card of the board rules out are worth nothing and met by nobody', () => {
    const random = testRandom(77);
    const hands = randomHands(random, 100, 4, []);
    const { instance } = table(4, BOARDS[0]!, hands, hands);
    const board = cardsOf(BOARDS[0]!);
    const dead = hands.map((hand) => hand.some((card) => board.includes(card)));
    expect(dead).toContain(true);
    const reach = [0, 1, 2, 3].map(() => hands.map((_, j) => (dead[j] ? 1000 : 1)));
    const { worth, met } = sweep(instance, 0, reach, PAYOFFS);
    for (const [i, gone] of dead.entries()) {
      if (gone) expect([worth[0]![i], met[0]![i]]).toEqual([0, 0]);
      else expect(met[0]![i]).toBeLessThanOrEqual(hands.length);
    }
  });

  test('all hands against all hands stay within a hundred-thousandth of what they play for', () => {
    const board = [...cardsOf(BOARDS[0]!)];
    const live = Array.from({ length: 52 }, (_, card) => card).filter((card) => !board.includes(card));
    const hands: Hand[] = [];
    for (const a of live) {
      for (const b of live)
        if (b > a) for (const c of live) if (c > b) for (const d of live) if (d > c) hands.push([a, b, c, d]);
    }
    expect(hands).toHaveLength(178_365);
    const random = testRandom(9);
    // Five cards by the module's own ranks, which `ranks.test.ts` holds to the rules.
    const { rankFiveCards } = testKernel();
    const { instance, strength } = table(4, BOARDS[0]!, hands, hands, rankFiveCards);
    const reach = [0, 1, 2, 3].map((lane) => hands.map(() => (lane === 0 ? 1 : random())));
    const swept = sweep(instance, 1, reach, PAYOFFS);
    const strengths = hands.map(strength);
    for (let sample = 0; sample < 12; sample++) {
      const i = Math.floor(random() * hands.length);
      const cards = new Set(hands[i]!);
      const worth = [0, 0, 0, 0];
      const met = [0, 0, 0, 0];
      for (const [j, other] of hands.entries()) {
        if (other.some((card) => cards.has(card))) continue;
        const lead = strengths[i]! - strengths[j]!;
        PAYOFFS.forEach(([win, tie, lose], lane) => {
          met[lane]! += reach[lane]![j]!;
          worth[lane]! += reach[lane]![j]! * (lead > 0 ? win : lead < 0 ? lose : tie);
        });
      }
      for (const [lane, [win]] of PAYOFFS.entries()) {
        expect(Math.abs(swept.met[lane]![i]! / met[lane]! - 1)).toBeLessThan(2e-6);
        expect(Math.abs(swept.worth[lane]![i]! - worth[lane]!) / met[lane]!).toBeLessThan(1e-5 * win);
      }
    }
  });
});
