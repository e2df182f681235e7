// Five-card ranks and hand strengths against the rules of poker.

import { describe, expect, test } from 'vitest';
import counts from '../golden/omaha-counts.json' with { type: 'json' };
import { cardsOf, dealCards, testKernel, testRandom } from '../test/kernel.ts';
import { naiveFive, naiveStrength } from '../test/naive.ts';
import { addressOf } from './wasm.ts';

const kernel = testKernel();
const rank = (a: number, b: number, c: number, d: number, e: number): number => kernel.rankFiveCards(a, b, c, d, e);
const pack = (hand: readonly number[]): bigint =>
  [...hand].sort((a, b) => b - a).reduce((packed, card) => (packed << 8n) | BigInt(card), 0n);

describe('five cards', () => {
  test('all 2,598,960 hands fall into 7,462 ranks with the known category counts', () => {
    const seen = new Uint32Array(7463);
    for (let e = 4; e < 52; e++) {
      for (let d = 3; d < e; d++) {
        for (let c = 2; c < d; c++) {
          for (let b = 1; b < c; b++) for (let a = 0; a < b; a++) seen[kernel.rankFiveCards(a, b, c, d, e)]!++;
        }
      }
    }
    expect(seen[0]).toBe(0);
    expect(seen.subarray(1).every((count) => count > 0)).toBe(true);
    const byCategory = new Array<number>(9).fill(0);
    for (let value = 1; value <= 7462; value++) byCategory[kernel.madeHand(value)]! += seen[value]!;
    expect(byCategory).toEqual([1302540, 1098240, 123552, 54912, 10200, 5108, 3744, 624, 40]);
  });

  test('ranks order hands as the rules do', () => {
    // The first hand of each rank gives its strength by the rules; every 61st of all hands must agree with it.
    const strengths = new Array<number>(7463).fill(-1);
    let n = 0;
    for (let e = 4; e < 52; e++) {
      for (let d = 3; d < e; d++) {
        for (let c = 2; c < d; c++) {
          for (let b = 1; b < c; b++) {
            for (let a = 0; a < b; a++) {
              const value = kernel.rankFiveCards(a, b, c, d, e);
              const known = strengths[value]!;
              if (known === -1) strengths[value] = naiveFive([a, b, c, d, e]);
              else if (n++ % 61 === 0 && known !== naiveFive([a, b, c, d, e]))
                expect.fail(`cards ${a} ${b} ${c} ${d} ${e}`);
            }
          }
        }
      }
    }
    for (let value = 2; value <= 7462; value++) {
      if (!(strengths[value]! > strengths[value - 1]!)) expect.fail(`rank ${value}`);
    }
    for (let value = 1; value <= 7462; value++)
      expect(kernel.madeHand(value)).toBe(Math.floor(strengths[value]! / 16 ** 5));
  });
});

describe('hands on a board', () => {
  test.each([
    [4, 1_000_000],
    [5, 1_000_000],
    [6, 1_000_000],
    [2, 300_000],
  ])(
    '%i cards: %i random hands equal the best of all their combinations',
    (holeCards, hands) => {
      const random = testRandom(holeCards);
      for (let done = 0; done < hands; ) {
        const board = dealCards(random, 5);
        const [a, b, c, d, e] = board;
        kernel.setBoard(0, holeCards === 2, a!, b!, c!, d!, e!);
        // A few hundred hands a board, so that the naive side is what takes the time.
        for (let i = 0; i < 200; i++, done++) {
          const hand = dealCards(random, holeCards, board);
          if (kernel.rankHand(0, pack(hand), holeCards) !== naiveStrength(hand, board, rank)) {
            expect.fail(`hand ${hand} on board ${board}`);
          }
        }
      }
    },
    240_000,
  );

  test.each([4, 5, 6, 2])('%i cards: all hands ranked together equal each ranked alone', (holeCards) => {
    const random = testRandom(99 + holeCards);
    for (const text of ['Ks9d4c2h7s', 'AsKsQs4s2s', '7h7d7c2s2h', '5c6c7c8d9d']) {
      const board = cardsOf(text);
      const [a, b, c, d, e] = board;
      const live = Uint8Array.from({ length: 52 }, (_, card) => card).filter((card) => !board.includes(card));
      const count = binomial(live.length, holeCards);
      const mark = kernel.mark();
      const to = kernel.reserve(count * 2);
      kernel.setBoard(0, holeCards === 2, a!, b!, c!, d!, e!);
      kernel.buildPairs(0, holeCards === 2);
      new Uint8Array(kernel.memory.buffer).set(live, addressOf(kernel.LIVE));
      kernel.rankAllHands(live.length, holeCards, to);
      const ranks = new Uint16Array(kernel.memory.buffer, to, count);
      for (let i = 0; i < 5000; i++) {
        const places = dealCards(
          random,
          holeCards,
          Array.from({ length: 5 }, (_, j) => 47 + j),
        ).sort((x, y) => x - y);
        const index = places.reduce((sum, place, j) => sum + binomial(place, j + 1), 0);
        const hand = places.map((place) => live[place]!);
        expect(ranks[index]).toBe(kernel.rankHand(0, pack(hand), holeCards));
      }
      kernel.release(mark);
    }
  });
});

test('the made hands of all 463,563,500,400 Omaha deals are as counted independently', () => {
  const limits = kernel.reserve(16);
  const to = kernel.reserve(178365 * 2);
  const byCategory = new Array<number>(9).fill(0);
  const classes = boardClasses();
  expect(classes).toHaveLength(counts.counts.canonical_boards);
  for (const { board, times } of classes) {
    const [a, b, c, d, e] = board;
    const live = Uint8Array.from({ length: 52 }, (_, card) => card).filter((card) => !board.includes(card));
    kernel.setBoard(0, false, a!, b!, c!, d!, e!);
    kernel.buildPairs(0, false);
    new Uint8Array(kernel.memory.buffer).set(live, addressOf(kernel.LIVE));
    kernel.rankAllHands(47, 4, to);
    new Uint16Array(kernel.memory.buffer, limits, 8).set([1277, 4137, 4995, 5853, 5863, 7140, 7296, 7452]);
    kernel.countUpTo(to, 178365, limits);
    const upTo = [...new BigInt64Array(kernel.memory.buffer, addressOf(kernel.UP_TO), 8)].map(Number);
    for (let i = 0; i < 9; i++) byCategory[i]! += ((upTo[i] ?? 178365) - (upTo[i - 1] ?? 0)) * times;
  }
  expect(byCategory).toEqual(
    [
      'high card',
      'one pair',
      'two pair',
      'three of a kind',
      'straight',
      'flush',
      'full house',
      'four of a kind',
      'straight flush',
    ].map((name) => (counts.counts as Record<string, number>)[name]),
  );
}, 240_000);

function binomial(n: number, k: number): number {
  let ways = 1;
  for (let i = 0; i < k; i++) ways = (ways * (n - i)) / (i + 1);
  return n < k ? 0 : Math.round(ways);
}

/** One board of each of the 134,459 that differ by more than names of suits, with how many it stands for. */
function boardClasses(): { board: number[]; times: number }[] {
  const orders = suitOrders();
  const place = Array.from({ length: 6 }, (_, k) => Array.from({ length: 52 }, (_, n) => binomial(n, k)));
  const seen = new Uint8Array(2_598_960);
  const classes: { board: number[]; times: number }[] = [];
  const board = [0, 1, 2, 3, 4];
  for (let index = 0; index < seen.length; index++) {
    if (seen[index] === 0) {
      let times = 0;
      for (const order of orders) {
        const renamed = board.map((card) => (card & ~3) | order[card & 3]!).sort((x, y) => x - y);
        const same = renamed.reduce((sum, card, i) => sum + place[i + 1]![card]!, 0);
        times += 1 - seen[same]!;
        seen[same] = 1;
      }
      classes.push({ board: [...board], times });
    }
    // The next board in colexicographic order, which is the order of the indices.
    let i = 0;
    for (; i < 4 && board[i]! + 1 === board[i + 1]!; i++) board[i] = i;
    board[i]!++;
  }
  return classes;
}

function suitOrders(): number[][] {
  const all: number[][] = [];
  for (let i = 0; i < 256; i++) {
    const order = [i & 3, (i >> 2) & 3, (i >> 4) & 3, (i >> 6) & 3];
    if (new Set(order).size === 4) all.push(order);
  }
  return all;
}
