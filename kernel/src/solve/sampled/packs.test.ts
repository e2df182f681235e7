// How ranges are dealt into packs: every hand once, and so that suits may be renamed inside a pack.

import { describe, expect, test } from 'vitest';
import { testKernel } from '../../../test/kernel.ts';
import { handsOf, placesOf } from '../../../test/solve/sampled-deals.ts';
import { type SharedSpotOptions, sharedSpot } from '../../../test/solve/sampled-spots.ts';
import { openSampled } from '../../../test/solve/sampled-value.ts';
import { suitRenamings } from '../../suits.ts';
import type { SolveJob } from '../job.ts';
import { postflopGame } from '../postflop.ts';
import { startWeights } from '../start-weights.ts';
import { LaidPacks } from './laid-packs.ts';
import { dealPacks, type Packs } from './packs.ts';

const ALL_BUT_SPADES = suitRenamings().filter((names) => names[3] === 3);
const CARDS = { holdem: 2, plo4: 4, plo5: 5, plo6: 6 } as const;

const CASES: Readonly<Record<string, { readonly spot: SharedSpotOptions; readonly size: number }>> = {
  'a rainbow flop': { spot: { boards: ['Td7h2c'], combos: [900, 400], shared: 100, stack: 60 }, size: 90 },
  'a monotone flop': {
    spot: { boards: ['Js6s3s'], combos: [600, 500], shared: 60, alike: ALL_BUT_SPADES, stack: 60 },
    size: 64,
  },
  'two pairs of suits alike': {
    spot: {
      boards: ['KsKh7s7h'],
      combos: [500, 300],
      shared: 500,
      alike: [
        [1, 0, 2, 3],
        [0, 1, 3, 2],
      ],
      stack: 60,
    },
    size: 50,
  },
  'PLO5, three suits alike': {
    spot: { game: 'plo5', boards: ['Js6s3s2s'], combos: [300, 300], shared: 0, alike: ALL_BUT_SPADES, stack: 60 },
    size: 40,
  },
  "Hold'em": {
    spot: { game: 'holdem', boards: ['Js6s3s'], combos: [300, 200], shared: 0, alike: ALL_BUT_SPADES, stack: 60 },
    size: 20,
  },
};

/** Number of the pack of each hand, −1 for none. */
function packOf({ hands, stride }: Packs, player: 0 | 1, count: number): Int32Array {
  const packs = new Int32Array(count).fill(-1);
  hands[player].forEach((hand, place) => {
    if (hand >= 0) packs[hand] = Math.floor(place / stride);
  });
  return packs;
}

function cardsOfHands(job: SolveJob, player: 0 | 1): number[][] {
  const { cards } = job.players[player];
  const size = CARDS[job.game];
  return Array.from({ length: cards.length / size }, (_, i) => [...cards.subarray(i * size, (i + 1) * size)]);
}

describe.each(Object.keys(CASES))('%s', (name) => {
  const { spot, size } = CASES[name]!;
  const job = sharedSpot(spot);
  const game = postflopGame(job);
  const packs = dealPacks(game, size);

  test('every hand that can be held stands in one pack once, and no other hand does', () => {
    const board = [...job.boards[0]!];
    for (const player of [0, 1] as const) {
      const dealt = [...packs.hands[player]].filter((hand) => hand >= 0);
      expect(new Set(dealt).size).toBe(dealt.length);
      const live = cardsOfHands(job, player).flatMap((hand, i) =>
        !hand.some((card) => board.includes(card)) && startWeights(job)[player][i]! > 0 ? [i] : [],
      );
      expect(dealt.toSorted((a, b) => a - b)).toEqual(live);
      expect(live.length).toBeGreaterThan(3 * size);
    }
  });

  test('packs are of the size asked for, even, whole blocks, and their last place is free', () => {
    expect(packs.stride % 64).toBe(0);
    for (const player of [0, 1] as const) {
      const { counts, hands, stride } = packs;
      expect(hands[player]).toHaveLength(counts[player] * stride);
      const sizes = Array.from({ length: counts[player] }, (_, pack) => {
        const own = hands[player].subarray(pack * stride, (pack + 1) * stride);
        expect(own.at(-1)).toBe(-1);
        return own.filter((hand) => hand >= 0).length;
      });
      // Hands that suits make alike stay together: six, or eight.
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(packs.renamings.length > 0 ? 8 : 1);
      const mean = sizes.reduce((sum, one) => sum + one, 0) / sizes.length;
      expect(mean / size).toBeGreaterThan(0.75);
      expect(mean / size).toBeLessThan(1.25);
    }
  });

  test('a renaming of suits leads from a pack into itself, and its two tables undo each other', () => {
    expect(packs.renamings.length > 0).toBe(spot.alike !== undefined);
    const kernel = testKernel();
    const laid = new LaidPacks(kernel, game, packs);
    for (const names of packs.renamings) {
      for (const player of [0, 1] as const) {
        const hands = cardsOfHands(job, player);
        const byCards = new Map(hands.map((hand, i) => [hand.join(), i]));
        const pack = packOf(packs, player, hands.length);
        const table = (back: boolean): number[] => {
          const at = laid.renamed(player, names, back);
          return [...new Uint32Array(kernel.memory.buffer, at, laid.counts[player])];
        };
        const there = table(false);
        const back = table(true);
        packs.hands[player].forEach((hand, place) => {
          expect(back[there[place]!]).toBe(place);
          if (hand < 0) {
            expect(there[place]).toBe(place);
            return;
          }
          const image = byCards.get(
            hands[hand]!.map((card) => names[card]!)
              .sort((a, b) => a - b)
              .join(),
          )!;
          expect(packs.hands[player][there[place]!]).toBe(image);
          expect(pack[image]).toBe(pack[hand]);
        });
      }
    }
  });

  test('twins are the same cards', () => {
    const kernel = testKernel();
    const laid = new LaidPacks(kernel, game, packs);
    const hands = [cardsOfHands(job, 0), cardsOfHands(job, 1)] as const;
    const at = (player: 0 | 1): Map<string, number> => {
      const found = new Map<string, number>();
      packs.hands[player].forEach((hand, place) => {
        if (hand >= 0) found.set(hands[player][hand]!.join(), place);
      });
      return found;
    };
    const both = [at(0), at(1)] as const;
    for (const player of [0, 1] as const) {
      const twins = new Int32Array(kernel.memory.buffer, laid.twins[player], laid.counts[player]);
      packs.hands[player].forEach((hand, place) => {
        const own = hand < 0 ? '' : hands[player][hand]!.join();
        expect(twins[place]).toBe(both[player === 0 ? 1 : 0].get(own) ?? -1);
      });
    }
  });

  test('they are dealt alike every time', () => {
    expect(dealPacks(postflopGame(sharedSpot(spot)), size)).toEqual(packs);
  });
});

test('a hand that shares a card with every opposing hand is in no pack', () => {
  const job = sharedSpot({ boards: ['Td7h2c9d'], combos: [1, 1], shared: 0 });
  const cards = (...hands: number[][]): Uint8Array => Uint8Array.from(hands.flat());
  const alone: SolveJob = {
    ...job,
    players: [
      { cards: cards([0 + 4, 5, 6, 7], [40, 41, 42, 43]), weights: null },
      { cards: cards([4, 44, 45, 46], [5, 48, 49, 50]), weights: null },
    ],
  };
  const local = openSampled(alone);
  expect(handsOf(local, 0)).toHaveLength(2);
  expect([...placesOf(local, 0)].map((place) => place >= 0)).toEqual([false, true]);
});
