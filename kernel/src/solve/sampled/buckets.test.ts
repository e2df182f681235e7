// Buckets of run-outs against plain counting: who is in them, in which order, how many there are and how large.

import { describe, expect, test } from 'vitest';
import { cardsOf, testRandom } from '../../../test/kernel.ts';
import { subsets } from '../../../test/naive.ts';
import { featuresOf, groupBy, handsAfter, type KnownHand } from '../../../test/solve/sampled-buckets.ts';
import { bucketIds } from '../../../test/solve/sampled-deals.ts';
import { sharedSpot } from '../../../test/solve/sampled-spots.ts';
import { openSampled } from '../../../test/solve/sampled-value.ts';
import { renamedSpot, spot } from '../../../test/solve/spots.ts';
import { checksum } from '../fingerprint.ts';
import type { SolveJob, SolveRange } from '../job.ts';
import type { LocalSampled } from './local-sampled.ts';

/** The order in which hands of one pack stand: equals then fall as they do in the range. */
function byHighestCards(a: readonly number[], b: readonly number[]): number {
  for (let c = a.length - 1; c >= 0; c--) if (a[c] !== b[c]) return a[c]! - b[c]!;
  return 0;
}

/** All hands of some cards, each with a weight of its own unless the suits are to be alike. */
function allOf(cards: string, size: number, seed: number | null): SolveRange {
  const random = testRandom(seed ?? 0);
  const hands = subsets(
    [...cardsOf(cards)].sort((a, b) => a - b),
    size,
  ).sort(byHighestCards);
  return {
    cards: Uint8Array.from(hands.flat()),
    weights: seed === null ? null : Uint8Array.from(hands, () => 1 + Math.floor(random() * 100)),
  };
}

function dense(board: string, ranges: readonly [SolveRange, SolveRange], game: SolveJob['game'] = 'plo4'): SolveJob {
  return { ...spot({ game, boards: [board], combos: [1, 1], stack: 60, method: 'bucketed' }), players: ranges };
}

// Few ranks: many hands of one strength.
const PLO4 = dense('AsKd5h5c', [allOf('AhAdKsKhQsQhQdJcJs9d8h', 4, 1), allOf('AhAcKsKcQsQcQdJcJd9d8h6s', 4, 2)]);
const ALIKE = dense('Td9d5h5d', [allOf('AhAcAsKhKcKsQcQhQs7s7c', 4, null), allOf('AhAcAsKcKsQsQc7s7c7h', 4, null)]);
const PLO5 = dense('AsKd5h5c', [allOf('AhAdKsKhQsQhQdJcJs9d8h', 5, 3), allOf('AhAcKsKcQsQcQdJcJd9d', 5, 4)], 'plo5');
const HOLDEM = dense(
  'QsTd5h5c',
  [allOf('AhAdKsKhQhQdJcJs9d8h7h7d6c6s4c4d3c3h2c2h', 2, 5), allOf('AhAcKsKcJcJd9d8h8s8c7s7c6c6h3h3c', 2, 6)],
  'holdem',
);

const SPOTS = { PLO4, 'PLO4, suits alike': ALIKE, PLO5, "Hold'em": HOLDEM } as const;
const TARGET = 60;

/** Some rivers of a turn, all of one rank among them. */
function rivers({ boards }: SolveJob): number[] {
  const cards = Array.from({ length: 52 }, (_, card) => card).filter((card) => !boards[0]!.includes(card));
  return cards.filter((card, i) => i % 9 === 0 || card >> 2 === 10);
}

function liveOf(hands: readonly KnownHand[]): KnownHand[] {
  return hands.filter(({ strength }) => strength >= 0);
}

describe.each(Object.entries(SPOTS))('%s', (_, job) => {
  const local: LocalSampled = openSampled(job, { buckets: TARGET, packSize: 150 });
  const boards = rivers(job).map((river) => handsAfter(job, local, [river]));

  test('every hand that can be held has a bucket, no other has', () => {
    for (const hands of boards.flat()) {
      for (const { strength, bucket } of hands) expect(bucket >= 0).toBe(strength >= 0);
    }
    for (const runOut of local.branches.flatMap(({ runOuts }) => runOuts)) {
      for (const player of [0, 1] as const) {
        const ids = bucketIds(local, runOut, player);
        local.common.packs.hands[player].forEach((hand, place) => {
          if (hand < 0) expect(ids[place]).toBe(0xffff);
        });
      }
    }
  });

  test('a bucket holds hands of one strength, and buckets are numbered without gaps in the order of strength', () => {
    for (const hands of boards.flat()) {
      const buckets = groupBy(liveOf(hands), ({ bucket }) => bucket);
      expect(buckets.map(([first]) => first!.bucket)).toEqual([...buckets.keys()]);
      for (const bucket of buckets) expect(new Set(bucket.map(({ strength }) => strength)).size).toBe(1);
      const strengths = buckets.map(([first]) => first!.strength);
      expect(strengths).toEqual(strengths.toSorted((a, b) => a - b));
    }
  });

  test('run-outs know how many buckets there are, and where strengths end for either player', () => {
    const runOuts = local.branches.flatMap((branch) => branch.runOuts);
    for (const river of rivers(job)) {
      const runOut = runOuts.find(({ branch }) => branch.dealt === river);
      if (!runOut) continue;
      const hands = handsAfter(job, local, [river]).map(liveOf);
      const all = [...new Set(hands.flat().map(({ strength }) => strength))].sort((a, b) => a - b);
      const upTo = (player: number, strength: number): number =>
        Math.max(0, ...hands[player]!.filter((hand) => hand.strength <= strength).map(({ bucket }) => bucket + 1));
      expect(runOut.segments).toBe(all.length);
      expect(runOut.buckets).toEqual([upTo(0, Infinity), upTo(1, Infinity)]);
      const ends = new Uint32Array(local.common.kernel.memory.buffer, runOut.bucketEnds, 2 * all.length);
      expect([...ends]).toEqual(all.flatMap((strength) => [upTo(0, strength), upTo(1, strength)]));
    }
  });

  test('about as many as asked for, a strength with as many as its share of hands', () => {
    for (const hands of boards.flat()) {
      const live = liveOf(hands);
      const strengths = groupBy(live, ({ strength }) => strength);
      const total = new Set(live.map(({ bucket }) => bucket)).size;
      // A strength has at least one, however few hands it has.
      const least = strengths.reduce((sum, { length }) => sum + Math.max(1, (length * TARGET) / live.length), 0);
      expect(total).toBeGreaterThan(0.8 * TARGET);
      expect(total).toBeLessThan(1.2 * least);
      for (const group of strengths) {
        const wanted = Math.max(1, (group.length * TARGET) / live.length);
        const there = new Set(group.map(({ bucket }) => bucket)).size;
        expect(Math.abs(there - wanted)).toBeLessThanOrEqual(1 + 0.25 * wanted);
      }
    }
  });

  test('buckets of one strength are even to a hand', () => {
    for (const hands of boards.flat()) {
      for (const strength of groupBy(liveOf(hands), (hand) => hand.strength)) {
        const sizes = groupBy(strength, ({ bucket }) => bucket).map(({ length }) => length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }
    }
  });
});

/** A feature's values are told apart by 2,047 steps from the least to the most of a board's hands. */
const STEPS = 2047;

interface Span {
  readonly least: number;
  readonly most: number;
}

function spanOf(values: readonly number[]): Span {
  return { least: Math.min(...values), most: Math.max(...values) };
}

test.each(Object.keys(SPOTS) as (keyof typeof SPOTS)[])(
  '%s: a strength is parted by what remains of the best 15 per cent, and those parts by what remains of 50 to 85',
  (name) => {
    const job = SPOTS[name];
    const local = openSampled(job, { buckets: 4 * TARGET });
    let parted = 0;
    for (const river of rivers(job).slice(0, 2)) {
      const board = handsAfter(job, local, [river]);
      for (const player of [0, 1] as const) {
        const own = liveOf(board[player]);
        const features = featuresOf(own, board[1 - player]!);
        const known = own.map((hand, i) => ({ ...hand, ...features[i]! }));
        const step = (of: (hand: (typeof known)[number]) => number): number => {
          const { least, most } = spanOf(known.map(of));
          return (most - least) / STEPS + 1e-6;
        };
        const nearBest = step(({ best }) => best);
        const nearMiddling = step(({ middling }) => middling);
        for (const strength of groupBy(known, (hand) => hand.strength)) {
          const buckets = groupBy(strength, ({ bucket }) => bucket);
          if (buckets.length < 5) continue;
          const bestOf = buckets.map((hands) => spanOf(hands.map(({ best }) => best)));
          const middlingOf = buckets.map((hands) => spanOf(hands.map(({ middling }) => middling)));
          // Where a new part may begin, and where one must, since the second feature starts anew.
          const may = buckets.map((__, b) => {
            const before = Math.max(...bestOf.slice(0, b).map(({ most }) => most));
            return b > 0 && before <= Math.min(...bestOf.slice(b).map(({ least }) => least)) + nearBest;
          });
          const must = buckets.map((__, b) => b > 0 && middlingOf[b - 1]!.most > middlingOf[b]!.least + nearMiddling);
          const parts = buckets.length ** 0.6;
          for (const [b, needed] of must.entries()) if (needed) expect(may[b]).toBe(true);
          expect(must.filter(Boolean).length).toBeLessThanOrEqual(parts);
          expect(may.filter(Boolean).length).toBeGreaterThan(parts - 3);
          parted++;
        }
      }
    }
    expect(parted).toBeGreaterThan(15);
  },
);

test('cards that only rename suits are one run-out, whose buckets serve all of them', () => {
  const local = openSampled(ALIKE);
  expect(local.branches.flatMap(({ runOuts }) => runOuts).length).toBeLessThan(40);
});

test('renaming suits changes neither how many buckets there are nor how large they are', () => {
  const names = [2, 0, 3, 1];
  const renamed = renamedSpot(PLO4, names);
  const there = openSampled(renamed, { buckets: TARGET });
  const here = openSampled(PLO4, { buckets: TARGET });
  const sizes = (job: SolveJob, local: LocalSampled, river: number): number[][] =>
    handsAfter(job, local, [river]).map((hands) => groupBy(liveOf(hands), ({ bucket }) => bucket).map((b) => b.length));
  for (const river of rivers(PLO4).slice(0, 3)) {
    const to = (river & ~3) | names[river & 3]!;
    expect(sizes(renamed, there, to)).toEqual(sizes(PLO4, here, river));
  }
});

// Files do not keep who is in which bucket: it is made again from the spot. Other numbers here mean that files of before show
// other combos' play: raise the version of the file, and the course in `fingerprint.ts`.
test.each([
  [['Td7h2c9d'], 1682056138],
  [['Td7h2c9d', 'QsJh5s5d'], 1370097700],
] as const)('the same spot has the same buckets as ever (%s)', (boards, sum) => {
  const local = openSampled(sharedSpot({ boards, combos: [300, 300], shared: 40, stack: 60, seed: 50 }), {
    buckets: 30,
  });
  const ids = local.branches.flatMap(({ runOuts }) =>
    runOuts.flatMap((runOut) => [0, 1].flatMap((player) => [...bucketIds(local, runOut, player as 0 | 1)])),
  );
  expect(new Set(ids).size).toBeGreaterThan(20);
  expect(checksum(new Uint8Array(Uint16Array.from(ids).buffer))).toBe(sum);
});
