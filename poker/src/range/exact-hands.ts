/**
 * Whole hands named card by card, as lists pasted from a solver are made of: looked up instead of searched for.
 *
 * A union of thousands of such hands costs no more than a handful of patterns.
 */
import { type Card, rankOf } from '../cards.ts';
import { assignmentOf, multisetOf } from '../space/classes.ts';
import { compositionAt, type HandSpace } from '../space/hand-space.ts';
import { DEPENDS, type Evaluator } from './evaluator.ts';
import type { Pattern, RangeExpr } from './expression.ts';

export interface ExactHand {
  /** High to low. */
  readonly cards: readonly Card[];
  readonly weight: number;
}

/** The one hand a pattern stands for, high to low, or null when it leaves anything open. */
export const exactCards = (pattern: Pattern, size: number): Card[] | null => {
  if (pattern.slots.length !== size || pattern.shapes.length > 0) return null;
  const cards: Card[] = [];
  for (const { choices } of pattern.slots) {
    const [only] = choices;
    if (only === undefined || choices.length > 1 || only.rankVariable >= 0 || only.suitVariable >= 0) return null;
    if ((only.ranks & (only.ranks - 1)) !== 0 || (only.suits & (only.suits - 1)) !== 0) return null;
    cards.push((31 - Math.clz32(only.ranks)) * 4 + 31 - Math.clz32(only.suits));
  }
  return new Set(cards).size === size ? cards.sort((a, b) => b - a) : null;
};

/** The hand a term of a union names, with its weight, or null. */
export const exactTerm = (term: RangeExpr, size: number): ExactHand | null => {
  const leaf = term.kind === 'weight' ? term.of : term;
  const [pattern] = leaf.kind === 'cards' && leaf.patterns.length === 1 ? leaf.patterns : [];
  const cards = pattern === undefined ? null : exactCards(pattern, size);
  return cards === null ? null : { cards, weight: term.kind === 'weight' ? term.weight : 100 };
};

/** All of them as one part of a union; the largest weight wins. */
export const exactEvaluator = (hands: readonly ExactHand[], space: HandSpace): Evaluator => {
  const byMultiset = new Map<number, Map<number, number>>();
  let most = 0;
  for (const { cards, weight } of hands) {
    const multiset = multisetOf(space, cards.map(rankOf));
    const weights = byMultiset.get(multiset) ?? new Map<number, number>();
    byMultiset.set(multiset, weights);
    const assignment = assignmentOf(compositionAt(space, multiset), cards);
    weights.set(assignment, Math.max(weight, weights.get(assignment) ?? 0));
    most = Math.max(most, weight);
  }
  return {
    fixedSuits: 15,
    most,
    onRanks: ({ multiset }) => (byMultiset.has(multiset) ? DEPENDS : 0),
    onHand: ({ multiset, assignment }) => byMultiset.get(multiset)?.get(assignment) ?? 0,
  };
};
