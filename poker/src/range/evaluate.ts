/**
 * How much a hand weighs in a range, asked in two steps.
 *
 * First on ranks alone: the answer is a weight that holds for every suit assignment, or "depends" (-1). Only where it
 * depends are suits looked at, and then only by the leaves that depended. Weights are 0…100: a union takes the largest,
 * `:` multiplies shares, `!` takes away whatever the right side holds at any weight.
 */
import type { Orderings } from '../ordering/ordering.ts';
import { type ClassPlaces, placesOf } from '../ordering/places.ts';
import { type HandSpace, handSpace } from '../space/hand-space.ts';
import { DEPENDS, type Evaluator } from './evaluator.ts';
import { type ExactHand, exactEvaluator, exactTerm } from './exact-hands.ts';
import type { RangeExpr } from './expression.ts';
import { formatExpr } from './format.ts';
import { type Matcher, makeMatcher } from './match.ts';
import { orderingName } from './orderings-of.ts';
import type { Range } from './range.ts';
import { share } from './weights.ts';

export const makeEvaluator = (range: Range, orderings: Orderings | undefined): Evaluator =>
  evaluatorOf(range.expr, {
    space: handSpace(range.game),
    places: (opponents) => {
      const ordering = orderings?.get(orderingName(range.game, opponents));
      return ordering === undefined ? null : placesOf(ordering);
    },
  });

interface Setting {
  readonly space: HandSpace;
  readonly places: (opponents: 1 | 5) => ClassPlaces | null;
}

const evaluatorOf = (expr: RangeExpr, setting: Setting): Evaluator => {
  switch (expr.kind) {
    case 'group':
      return evaluatorOf(expr.of, setting);
    case 'cards':
      return cardsEvaluator(expr.patterns.map((pattern) => makeMatcher(pattern)));
    case 'percent':
      return percentEvaluator(expr.from, expr.to, setting.places(expr.opponents));
    case 'weight':
      return mapped(evaluatorOf(expr.of, setting), (weight) => share(weight, expr.weight));
    case 'or':
      return union(unionParts(expr.terms, setting));
    case 'and':
      return joint(expr.parts.map((part) => evaluatorOf(part, setting)));
    case 'minus':
      return minus(
        evaluatorOf(expr.from, setting),
        expr.without.map((part) => evaluatorOf(part, setting)),
      );
  }
};

/** The terms, each once, those that name whole hands card by card taken together. */
const unionParts = (terms: readonly RangeExpr[], setting: Setting): Evaluator[] => {
  const seen = new Set<string>();
  const exact: ExactHand[] = [];
  const parts: Evaluator[] = [];
  for (const term of terms) {
    const hand = exactTerm(term, setting.space.cards);
    if (hand !== null) {
      exact.push(hand);
      continue;
    }
    const spelling = formatExpr(term);
    if (seen.has(spelling)) continue;
    seen.add(spelling);
    parts.push(evaluatorOf(term, setting));
  }
  if (exact.length > 0) parts.push(exactEvaluator(exact, setting.space));
  return parts;
};

/** Keeps what `onRanks` said of the current multiset, so that `onHand` asks only the parts that depended. */
const remembering = (evaluator: Evaluator): Evaluator => {
  let last = DEPENDS;
  return {
    fixedSuits: evaluator.fixedSuits,
    most: evaluator.most,
    onRanks: (hand) => {
      last = evaluator.onRanks(hand);
      return last;
    },
    onHand: (hand) => (last === DEPENDS ? evaluator.onHand(hand) : last),
  };
};

const fixedOf = (parts: readonly Evaluator[]): number => parts.reduce((set, part) => set | part.fixedSuits, 0);

const cardsEvaluator = (matchers: readonly Matcher[]): Evaluator => {
  const open: Matcher[] = [];
  return {
    fixedSuits: matchers.reduce((set, matcher) => set | matcher.fixedSuits, 0),
    most: 100,
    onRanks: (hand) => {
      open.length = 0;
      for (const matcher of matchers) {
        if ((matcher.neededRanks & ~hand.rankSet) !== 0 || !matcher.matchesRanks(hand)) continue;
        if (!matcher.usesSuits) return 100;
        open.push(matcher);
      }
      return open.length === 0 ? 0 : DEPENDS;
    },
    onHand: (hand) => {
      for (const matcher of open) if (matcher.matchesSuits(hand)) return 100;
      return 0;
    },
  };
};

const percentEvaluator = (from: number, to: number, places: ClassPlaces | null): Evaluator => {
  if (from === 0 && to === 100) return { fixedSuits: 0, most: 100, onRanks: () => 100, onHand: () => 100 };
  if (places === null) return { fixedSuits: 0, most: 100, onRanks: () => 0, onHand: () => 0 };
  const low = (from / 100) * places.end;
  const high = (to / 100) * places.end;
  return {
    fixedSuits: 0,
    most: 100,
    onRanks: ({ multiset }) => {
      const best = places.best[multiset] ?? 0;
      const worst = places.worst[multiset] ?? 0;
      if (best > low && worst <= high) return 100;
      return worst <= low || best > high ? 0 : DEPENDS;
    },
    onHand: ({ handClass }) => {
      const place = places.places[handClass] ?? 0;
      return place > low && place <= high ? 100 : 0;
    },
  };
};

const mapped = (of: Evaluator, map: (weight: number) => number): Evaluator => {
  const inner = remembering(of);
  return {
    fixedSuits: inner.fixedSuits,
    most: map(inner.most),
    onRanks: (hand) => {
      const weight = inner.onRanks(hand);
      return weight === DEPENDS ? DEPENDS : map(weight);
    },
    onHand: (hand) => map(inner.onHand(hand)),
  };
};

const union = (terms: readonly Evaluator[]): Evaluator => {
  // Heavy terms first: once one holds the hand, lighter ones cannot change its weight.
  const parts = terms.map(remembering).sort((a, b) => b.most - a.most);
  const most = parts[0]?.most ?? 0;
  return {
    fixedSuits: fixedOf(parts),
    most,
    onRanks: (hand) => {
      let weight = 0;
      let open = 0;
      for (const part of parts) {
        if (part.most <= weight && open <= weight) return weight;
        const own = part.onRanks(hand);
        if (own === DEPENDS) open = Math.max(open, part.most);
        else weight = Math.max(weight, own);
      }
      return open > weight ? DEPENDS : weight;
    },
    onHand: (hand) => {
      let weight = 0;
      for (const part of parts) {
        if (part.most <= weight) break;
        weight = Math.max(weight, part.onHand(hand));
      }
      return weight;
    },
  };
};

const joint = (factors: readonly Evaluator[]): Evaluator => {
  const parts = factors.map(remembering);
  return {
    fixedSuits: fixedOf(parts),
    most: parts.reduce((most, part) => share(most, part.most), 100),
    onRanks: (hand) => {
      let weight = 100;
      let open = false;
      for (const part of parts) {
        const own = part.onRanks(hand);
        if (own === 0) return 0;
        if (own === DEPENDS) open = true;
        else weight = share(weight, own);
      }
      return open ? DEPENDS : weight;
    },
    onHand: (hand) => {
      let weight = 100;
      for (const part of parts) {
        const own = part.onHand(hand);
        if (own === 0) return 0;
        weight = share(weight, own);
      }
      return weight;
    },
  };
};

const minus = (of: Evaluator, without: readonly Evaluator[]): Evaluator => {
  const from = remembering(of);
  const parts = without.map(remembering);
  return {
    fixedSuits: fixedOf([from, ...parts]),
    most: from.most,
    onRanks: (hand) => {
      const weight = from.onRanks(hand);
      if (weight === 0) return 0;
      let open = weight === DEPENDS;
      for (const part of parts) {
        const own = part.onRanks(hand);
        if (own > 0) return 0;
        if (own === DEPENDS) open = true;
      }
      return open ? DEPENDS : weight;
    },
    onHand: (hand) => {
      for (const part of parts) if (part.onHand(hand) > 0) return 0;
      return from.onHand(hand);
    },
  };
};
