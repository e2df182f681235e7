// The work of an ordering cut into parts: what a worker is asked and what it answers.

import type { Game } from '../../poker/src/index.ts';

/** Exact: every board of a run of 5-card classes, swept with all hands against all hands. */
export interface ExactPart {
  readonly kind: 'exact';
  readonly game: Game;
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

/** Sampled: so many deals of one stream of the seed. */
export interface SampledPart {
  readonly kind: 'sampled';
  readonly game: Game;
  readonly index: number;
  readonly deals: number;
}

export type Part = ExactPart | SampledPart;

/** Sums per hand class. Exact: half pots won. Sampled: hands seen, halves of five duels, sixtieths of six-way pots. */
export interface PartSums {
  readonly index: number;
  readonly sums: readonly Float64Array[];
}

/** The seed of every sampled ordering. */
export const SEED = 20_260_101;
