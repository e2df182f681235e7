/**
 * How many chips a player may bet or raise to at one decision.
 *
 * What the sizes come to is rounded to whole chips, lifted to the smallest legal amount and cut at the largest: the
 * stack, and in pot limit the pot. A size in chips is neither lifted nor cut: it is there where it is legal. The thresholds mean what those of the same names mean in b-inary/postflop-solver
 * (`add_allin_threshold`, `force_allin_threshold`, `merging_threshold`): they work on every street, sizes or not, and
 * where they say all-in, pot limit still stops at the pot.
 */
import type { SolveSpot } from '../../spot/solve-spot.ts';
import type { Size } from '../parse-size.ts';

/** One decision, seen by the player who acts. */
export interface Decision {
  /** Chips in the middle, all bets included. */
  readonly pot: number;
  /** Chips the player and the opponent put in on this street. */
  readonly own: number;
  readonly other: number;
  /** What either has put in on this street when all-in. */
  readonly allIn: number;
  /** Streets to bet on, this one included. */
  readonly streets: number;
}

export type BetRules = Pick<SolveSpot, 'addAllIn' | 'forceAllIn' | 'merge' | 'minBet'> & { readonly potLimit: boolean };

/** A size that asks for more than pot limit allows. */
export interface AbovePot {
  /** Its place in the list. */
  readonly size: number;
  readonly to: number;
  readonly most: number;
}

/** Amounts to bet or raise to, ascending; or the size that breaks the pot limit. */
export const amountsAt = (
  decision: Decision,
  sizes: readonly Size[],
  rules: BetRules,
): readonly number[] | AbovePot => {
  const { own, other, allIn } = decision;
  const afterCall = decision.pot + other - own;
  const most = rules.potLimit ? Math.min(allIn, other + afterCall) : allIn;
  if (most <= other) return [];
  const least = Math.min(other + Math.max(other - own, other === 0 ? rules.minBet : 1), most);
  const found = new Set<number>();
  for (const [index, size] of sizes.entries()) {
    if (size.kind === 'chips') {
      if (size.chips >= least && size.chips <= most) found.add(size.chips);
      continue;
    }
    const asked = Math.min(amountOf(size, decision, afterCall), allIn);
    if (size.kind === 'times' && asked > most) return { size: index, to: asked, most };
    const to = Math.min(Math.max(asked, least), most);
    found.add(isNearlyAllIn(to, decision, afterCall, rules) ? most : to);
  }
  if (rules.addAllIn > 0 && allIn - other <= Math.round(afterCall * rules.addAllIn)) found.add(most);
  const ascending = [...found].sort((a, b) => a - b);
  return rules.merge > 0 ? mergeAmounts(ascending, other, afterCall, rules.merge) : ascending;
};

/** Before the limits. */
const amountOf = (
  size: Exclude<Size, { readonly kind: 'chips' }>,
  { other, allIn, streets }: Decision,
  afterCall: number,
): number => {
  switch (size.kind) {
    case 'percent':
      return other + Math.round((afterCall * size.percent) / 100);
    case 'times':
      return Math.round(other * size.times);
    case 'allIn':
      return allIn;
    case 'geometric': {
      if (streets === 1) return allIn;
      const growth = (1 + (2 * (allIn - other)) / afterCall) ** (1 / streets);
      return other + Math.round((afterCall * (growth - 1)) / 2);
    }
  }
};

/** Would so little be left after a call that the rest goes in at once? */
const isNearlyAllIn = (to: number, { other, allIn }: Decision, afterCall: number, { forceAllIn }: BetRules): boolean =>
  forceAllIn > 0 && allIn - to <= Math.round((afterCall + 2 * (to - other)) * forceAllIn);

/**
 * From the largest down: an amount goes where the next larger one that stays makes the pot hardly larger, that is where
 * (1 + X) / (1 + Y) is at most 1 + threshold, X and Y being the two as parts of the pot.
 */
const mergeAmounts = (ascending: readonly number[], other: number, afterCall: number, threshold: number): number[] => {
  const kept: number[] = [];
  let larger = Number.POSITIVE_INFINITY;
  for (const to of ascending.toReversed()) {
    const part = (to - other) / afterCall;
    const bar = (larger - threshold) / (1 + threshold);
    // A hair below the bar, so that rounding never keeps one of two that are told apart by nothing else.
    if (part >= bar - Math.abs(bar) * 1e-12) continue;
    kept.unshift(to);
    larger = part;
  }
  return kept;
};
