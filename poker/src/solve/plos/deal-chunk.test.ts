import { pairOf, type SolvedDeal } from '@ploscope/kernel';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ChunkContext, decodeDeal, encodeDeal } from './deal-chunk.ts';

const range = (...combos: readonly number[][]) => ({ cards: Uint8Array.from(combos.flat()), weights: null });
const CONTEXT: ChunkContext = {
  players: [range([0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]), range([12, 13, 14, 15], [4, 8, 12, 16])],
  handSize: 4,
  boards: 1,
  known: [50, 51],
};
/** Even nodes are the first player's. */
const playerOf = (node: number): 0 | 1 => (node % 2 === 0 ? 0 : 1);

/** Parts of a node: some divide all of them among the actions, some do not. */
const partsOf = (total: number) =>
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.boolean(), fc.infiniteStream(fc.nat(255)))
    .map(([actions, whole, numbers]) => {
      const parts = new Uint8Array(actions * total);
      for (let place = 0; place < total; place++) {
        let rest = 255;
        for (let action = 0; action < actions; action++) {
          const number: number = numbers.next().value ?? 0;
          const part = action === actions - 1 ? rest : number % (rest + 1);
          parts[action * total + place] = whole ? part : number;
          rest -= part;
        }
      }
      return parts;
    });

const TWO_BOARDS: ChunkContext = { ...CONTEXT, boards: 2 };

const cards = fc.uniqueArray(fc.nat(51), { maxLength: 2 });
const pair = fc.uniqueArray(fc.nat(51), { minLength: 2, maxLength: 2 }).map(([one, other]) => [pairOf(one!, other!)]);

const bucketed = (dealtOn: fc.Arbitrary<number[]>) =>
  fc
    .tuple(fc.nat(9), fc.nat(9), dealtOn, fc.uniqueArray(fc.nat(999), { maxLength: 5 }))
    .chain(([first, second, dealt, numbers]) =>
      fc.tuple(...numbers.map((node) => partsOf([first, second][playerOf(node)]!))).map(
        (parts): SolvedDeal => ({
          dealt,
          nodes: numbers.map((node, i) => ({ node, parts: parts[i]! })),
          buckets: [first, second],
          exitWorth: null,
        }),
      ),
    );

it.each([
  ['one board', CONTEXT, cards],
  ['two boards', TWO_BOARDS, fc.oneof(pair, fc.constant<number[]>([]))],
] as const)('a deal of %s by bucket comes back as it was, also where a player has no bucket', (_, context, dealtOn) => {
  fc.assert(
    fc.property(bucketed(dealtOn), (deal) => {
      expect(decodeDeal(encodeDeal(deal, playerOf, context), context)).toEqual(deal);
    }),
    { numRuns: 2000 },
  );
});

it('on two boards, combos that hold either card of a pair are not stored', () => {
  const deal: SolvedDeal = {
    dealt: [pairOf(8, 12)],
    nodes: [{ node: 0, parts: Uint8Array.from([255, 100, 0, 0, 155, 0]) }],
    buckets: null,
    exitWorth: null,
  };
  const bytes = encodeDeal(deal, playerOf, TWO_BOARDS);
  // Two cards and how many they are, how many nodes, the kind; the node; a byte for each combo but the third.
  expect(bytes).toHaveLength(3 + 5 + 7 + 2);
  expect(decodeDeal(bytes, TWO_BOARDS)).toEqual(deal);
});

it('what such boards cannot be dealt is no chunk', () => {
  const dealt = (...bytes: number[]): Uint8Array => Uint8Array.from([bytes.length, ...bytes, 0, 0, 0, 0, 0]);
  expect(decodeDeal(dealt(7), CONTEXT)?.dealt).toEqual([7]);
  expect(decodeDeal(dealt(7, 9), TWO_BOARDS)?.dealt).toEqual([pairOf(7, 9)]);
  for (const bytes of [dealt(7), dealt(7, 7), dealt(7, 52), dealt(7, 9, 11)]) {
    expect(decodeDeal(bytes, TWO_BOARDS)).toBeNull();
  }
});

it('any bytes are a chunk or none, and what is read is of the form it says', () => {
  const small = fc.integer({ min: 0, max: 3 });
  /** One number of ten is off. */
  const off = fc.nat(9).map((number) => (number === 0 ? 1 : 0));
  const node = (totals: readonly number[]) =>
    fc
      .tuple(small, fc.nat(1), small, fc.nat(1), off, fc.infiniteStream(fc.nat(255)))
      .map(([number, player, actions, form, extra, numbers]) => {
        const stored = form === 1 ? actions : Math.max(0, actions - 1);
        return [number, 0, 0, 0, player, actions, form, ...numbers.take(stored * totals[player]! + extra)];
      });
  const chunk = fc.tuple(small, small, fc.nat(3), off).chain(([first, second, kind, extra]) =>
    fc.array(node(kind === 2 ? [first, second] : [3, 2]), { maxLength: 2 }).map((nodes) => {
      const buckets = kind === 2 ? [first, 0, 0, 0, second, 0, 0, 0] : [];
      return Uint8Array.from([...[0, nodes.length + extra, 0, 0, 0, kind], ...buckets, ...nodes.flat()]);
    }),
  );
  let byCombo = 0;
  let byBucket = 0;
  fc.assert(
    fc.property(fc.oneof({ weight: 9, arbitrary: chunk }, { weight: 1, arbitrary: fc.uint8Array() }), (bytes) => {
      const deal = decodeDeal(bytes, CONTEXT);
      if (deal === null) return;
      const totals = deal.buckets ?? [3, 2];
      for (const { parts } of deal.nodes) {
        expect(totals.some((total) => (total === 0 ? parts.length === 0 : parts.length % total === 0))).toBe(true);
      }
      if (deal.nodes.length === 0) return;
      if (deal.buckets === null) byCombo += 1;
      else byBucket += 1;
    }),
    { numRuns: 5000 },
  );
  expect(Math.min(byCombo, byBucket)).toBeGreaterThan(20);
});

it('more buckets than can be numbered are refused before room is made for them', () => {
  const bytes = (low: number, high: number): Uint8Array =>
    Uint8Array.from([0, 1, 0, 0, 0, 2, low, low, high, high, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0]);
  expect(decodeDeal(bytes(255, 0), CONTEXT)?.nodes[0]?.parts).toHaveLength(65_535);
  expect(decodeDeal(bytes(255, 255), CONTEXT)).toBeNull();
});
