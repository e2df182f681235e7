/**
 * What a range says, as a tree. Leaves are card patterns and percentages; the rest is `,` `:` `!` and `@`.
 *
 * A leaf keeps its canonical spelling, so that a range can be written back exactly as it was meant.
 */

/** One way a card may look: its rank and its suit, each out of a set or bound to a variable. */
export interface Choice {
  /** Set of ranks as bits, bit 0 the deuce. Ignored when `rankVariable` is set. */
  readonly ranks: number;
  /** Index of a rank variable, or -1. The same variable is the same rank, different ones differ. */
  readonly rankVariable: number;
  /** Set of suits as bits, bit 0 clubs. Ignored when `suitVariable` is set. */
  readonly suits: number;
  /** Index of a suit variable (w x y z), or -1. */
  readonly suitVariable: number;
}

/** One card of a pattern: any of its choices will do. */
export interface Slot {
  readonly choices: readonly Choice[];
  /** Slots with the same number above 0 must hold cards of different ranks: `{…}`. */
  readonly apart: number;
}

/** Properties of a whole hand, written `$ds`. */
export type Shape = 'ds' | 'ss' | 'ts' | 'o' | 'np' | 'op' | 'tp' | 'nt' | '0g' | '1g' | '2g';

/** Cards a hand must hold, each slot another card; cards not named are free. */
export interface Pattern {
  readonly slots: readonly Slot[];
  readonly shapes: readonly Shape[];
  /** Ranks and suits written plainly, as bits: variables differ from them. */
  readonly plainRanks: number;
  readonly plainSuits: number;
}

export type RangeExpr =
  /** `a, b`: the largest weight wins. */
  | { readonly kind: 'or'; readonly terms: readonly RangeExpr[] }
  /** `a:b` */
  | { readonly kind: 'and'; readonly parts: readonly RangeExpr[] }
  /** `a!b!c`: a without b and without c. */
  | { readonly kind: 'minus'; readonly from: RangeExpr; readonly without: readonly RangeExpr[] }
  /** `a@40` */
  | { readonly kind: 'weight'; readonly weight: number; readonly of: RangeExpr }
  /** `(a)`; kept only for writing. */
  | { readonly kind: 'group'; readonly of: RangeExpr }
  /** `15%`, `10%-30%6h`; shares of all hands, 0…100, `from` below `to`. */
  | { readonly kind: 'percent'; readonly from: number; readonly to: number; readonly opponents: 1 | 5 }
  /** Any of the patterns; more than one for spans such as `KK-TT`. */
  | { readonly kind: 'cards'; readonly patterns: readonly Pattern[]; readonly text: string };
