/**
 * The evaluator against a plain one: every assignment of cards to slots tried for every hand, no ranks-first, no suit
 * classes, no early end. Counts, lists, combos and single hands must all agree with it.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Card, rankOf, suitOf } from '../cards.ts';
import { type Game, HOLE_CARDS } from '../games.ts';
import { formatHand } from '../hands.ts';
import { comboAt, comboIndex, nextCombo } from '../space/combo-index.ts';
import { rangeCombos } from './combos.ts';
import { countRange } from './count.ts';
import type { Pattern, RangeExpr, Shape } from './expression.ts';
import { listRange } from './list.ts';
import { parseRange } from './parse.ts';
import { weightOf } from './weight-of.ts';

const holdsShape = (shape: Shape, hand: readonly Card[]): boolean => {
  const counts = (values: readonly number[]): number[] =>
    [...new Set(values)].map((value) => values.filter((other) => other === value).length);
  const suits = counts(hand.map(suitOf));
  const ranks = counts(hand.map(rankOf));
  const paired = suits.filter((count) => count > 1).length;
  const pairs = ranks.filter((count) => count === 2).length;
  const sorted = hand.map(rankOf).sort((a, b) => a - b);
  const gaps = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0) - (hand.length - 1);
  if (shape === 'o') return paired === 0;
  if (shape === 'ss') return paired === 1 && (hand.length === 2 || suits.length >= 3);
  if (shape === 'ds') return paired === 2;
  if (shape === 'ts') return paired === 3;
  if (shape === 'np') return ranks.every((count) => count === 1);
  if (shape === 'nt') return ranks.every((count) => count <= 2);
  if (shape === 'op') return pairs === 1 && ranks.every((count) => count <= 2);
  if (shape === 'tp') return pairs === 2 && ranks.every((count) => count <= 2);
  return ranks.every((count) => count === 1) && gaps === Number(shape.charAt(0));
};

/** Tries every way to give the slots different cards of the hand. */
const holdsPattern = (pattern: Pattern, hand: readonly Card[]): boolean => {
  const deal = (
    at: number,
    used: readonly number[],
    ranks: ReadonlyMap<number, number>,
    suits: ReadonlyMap<number, number>,
  ): boolean => {
    const slot = pattern.slots[at];
    if (slot === undefined) return true;
    return hand.some((card, i) => {
      if (used.includes(i)) return false;
      const apart = used.some((other, j) => {
        const group = pattern.slots[j]?.apart ?? 0;
        return slot.apart > 0 && group === slot.apart && rankOf(hand[other] ?? 0) === rankOf(card);
      });
      if (apart) return false;
      return slot.choices.some((choice) => {
        const bind = (
          variable: number,
          set: number,
          plain: number,
          bound: ReadonlyMap<number, number>,
          value: number,
        ): ReadonlyMap<number, number> | null => {
          if (variable < 0) return (set >> value) & 1 ? bound : null;
          const known = bound.get(variable);
          if (known !== undefined) return known === value ? bound : null;
          if ((plain >> value) & 1 || [...bound.values()].includes(value)) return null;
          return new Map([...bound, [variable, value]]);
        };
        const nextRanks = bind(choice.rankVariable, choice.ranks, pattern.plainRanks, ranks, rankOf(card));
        const nextSuits = bind(choice.suitVariable, choice.suits, pattern.plainSuits, suits, suitOf(card));
        return nextRanks !== null && nextSuits !== null && deal(at + 1, [...used, i], nextRanks, nextSuits);
      });
    });
  };
  return pattern.shapes.every((shape) => holdsShape(shape, hand)) && deal(0, [], new Map(), new Map());
};

const share = (a: number, b: number): number => (a * b === 0 ? 0 : Math.max(1, Math.round((a * b) / 100)));

const plainWeight = (expr: RangeExpr, hand: readonly Card[]): number => {
  switch (expr.kind) {
    case 'cards':
      return expr.patterns.some((pattern) => holdsPattern(pattern, hand)) ? 100 : 0;
    case 'or':
      return Math.max(...expr.terms.map((term) => plainWeight(term, hand)));
    case 'and':
      return expr.parts.reduce((weight, part) => share(weight, plainWeight(part, hand)), 100);
    case 'minus':
      return expr.without.some((part) => plainWeight(part, hand) > 0) ? 0 : plainWeight(expr.from, hand);
    case 'weight':
      return share(plainWeight(expr.of, hand), expr.weight);
    case 'group':
      return plainWeight(expr.of, hand);
    case 'percent':
      return expr.from === 0 && expr.to === 100 ? 100 : 0;
  }
};

const ATOMS = [
  'AA',
  'K',
  'A[K-T]',
  'xx',
  'xy',
  's',
  'As',
  'AsKh',
  'RR',
  'RO',
  'Rx',
  'AxR',
  'Ax',
  'h[4-]',
  '[2c,A,s]',
  '[T-7][T-7]',
  '*',
  'KK-TT',
  '76+',
  'AK-',
  '$ss',
  '$o',
  '$np',
  '$op',
  '$0g',
  '$1g',
  '$B$M',
  'sw',
  'AsRx',
  '{[A-T][A-9]}',
  '[Ax,Kx]x',
  '[KQ-32]',
  '100%',
];
const PLO4_HANDS = ['AsAhKsKh', '9d8d7c6c', '2c2d2h2s'];
const OMAHA_ATOMS = [
  'AxAyxy',
  'RRON',
  'RxRyOxOy',
  'wxy',
  'sshh',
  'xxyy',
  '$ds',
  '$tp',
  '$nt',
  '$2g',
  'JT98+',
  'AsKs**',
  'AKQT-',
  '[h][4s-]2dw',
  'xxR',
  'RxRyx',
];
const HOLDEM_ATOMS = ['AsKs', '9h9c', 'AKs', 'AKo', 'A2+', 'KTo+', '22+', 'A5s-A4s', 'JTs-54s'];

const rangesOf = (atoms: readonly string[]): fc.Arbitrary<string> =>
  fc.letrec<{ range: string; term: string; atom: string }>((tie) => ({
    range: fc.array(tie('term'), { minLength: 1, maxLength: 3 }).map((terms) => terms.join(',')),
    term: fc.oneof(
      tie('atom'),
      fc.tuple(tie('atom'), tie('atom')).map((both) => both.join(':')),
      fc.tuple(tie('atom'), tie('atom'), tie('atom')).map((three) => three.join('!')),
      fc.tuple(tie('atom'), fc.integer({ min: 1, max: 100 })).map(([atom, weight]) => `${atom}@${weight}`),
    ),
    atom: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(...atoms),
      tie('range').map((range) => `(${range})`),
    ),
  })).range;

const known = fc.uniqueArray(fc.integer({ min: 0, max: 51 }), { maxLength: 6 });

/** Every combo of the game with its plain weight, known cards out. */
const plainWeights = (expr: RangeExpr, game: Game, out: readonly Card[], step: number): Map<number, number> => {
  const weights = new Map<number, number>();
  const hand = Uint8Array.from({ length: HOLE_CARDS[game] }, (_, i) => i);
  const last = { holdem: 1326, plo4: 270_725, plo5: 2_598_960, plo6: 20_358_520 }[game];
  for (let index = 0; index < last; index += step) {
    if (step > 1) comboAt(index, hand.length, hand, 0);
    const cards = [...hand];
    weights.set(index, cards.some((card) => out.includes(card)) ? 0 : plainWeight(expr, cards));
    if (step === 1 && index < last - 1) nextCombo(hand);
  }
  return weights;
};

const parse = (text: string, game: Game) => {
  const read = parseRange(text, game);
  if (!read.ok) throw new Error(`${text}: ${read.error.message}`);
  return read.value;
};

describe('against the plain evaluator', () => {
  it('every Hold’em hand weighs the same', () => {
    fc.assert(
      fc.property(rangesOf([...ATOMS, ...HOLDEM_ATOMS]), known, (text, out) => {
        const range = parse(text, 'holdem');
        const weights = plainWeights(range.expr, 'holdem', out, 1);
        const held = [...weights].filter(([, weight]) => weight > 0);
        expect(countRange(range, { known: out }).combos).toBe(held.length);
        const combos = rangeCombos(range, { known: out });
        const listed = held.map((_, i) => comboIndex(combos.cards.subarray(i * 2, i * 2 + 2)));
        expect(listed).toEqual(held.map(([index]) => index));
        if (combos.weights !== null) expect([...combos.weights]).toEqual(held.map(([, weight]) => weight));
        else expect(new Set(held.map(([, weight]) => weight)).size).toBeLessThanOrEqual(1);
        expect(new Set(listRange(range, { known: out })).size).toBe(held.length);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['plo4', 1499, 70],
    ['plo5', 20_011, 60],
    ['plo6', 290_027, 60],
  ] as const)('sampled %s hands weigh the same', (game, step, numRuns) => {
    fc.assert(
      fc.property(rangesOf([...ATOMS, ...OMAHA_ATOMS]), known, (text, out) => {
        const range = parse(text, game);
        const cards = new Uint8Array(HOLE_CARDS[game]);
        for (const [index, weight] of plainWeights(range.expr, game, out, step)) {
          comboAt(index, cards.length, cards, 0);
          const own = weightOf(range, [...cards], { known: out });
          if (own !== weight) throw new Error(`${text} holds ${formatHand(cards)} at ${own}, not ${weight}`);
        }
      }),
      { numRuns },
    );
  });

  it('count, list and combos of PLO4 agree with each other', () => {
    fc.assert(
      fc.property(rangesOf([...ATOMS, ...OMAHA_ATOMS, ...PLO4_HANDS]), known, (text, out) => {
        const range = parse(text, 'plo4');
        const { combos } = countRange(range, { known: out });
        const listed = rangeCombos(range, { known: out });
        expect(listed.combos).toBe(combos);
        expect(listed.cards.length).toBe(combos * 4);
        let last = -1;
        for (let i = 0; i < combos; i++) {
          const index = comboIndex(listed.cards.subarray(i * 4, i * 4 + 4));
          if (index <= last) throw new Error('not ascending');
          last = index;
        }
        const page = listRange(range, { known: out, offset: 5, limit: 7 });
        expect(page).toEqual(listRange(range, { known: out, limit: 12 }).slice(5));
      }),
      { numRuns: 25 },
    );
  });
});
