// Standard errors of sampled shares.
//
// Deals on one sampled board are not independent, boards (clusters) are. A share is the ratio of two sums over clusters,
// pots won and deals, and its error is the usual large-sample error of a ratio. That error is blind to what has not
// happened yet: a share of exactly 0 or 1 after a few clusters would look certain. So it never goes below what one more
// cluster could change, 1 / n for n equally heavy clusters.

import type { TallyLayout } from './tally.ts';

/** Standard error of a player's equity; Infinity before two clusters. */
export function standardError(layout: TallyLayout, tally: Float64Array, player: number): number {
  let shares = 0;
  for (let board = 0; board < layout.boards; board++) shares += tally[layout.shares(board, player)]! / layout.boards;
  const squares = tally[layout.shareSquares(player)]!;
  return errorOfRatio(layout, tally, tally[layout.deals(0)]!, shares, squares, tally[layout.shareWeights(player)]!);
}

/** The largest of all players'. */
export function largestStandardError(layout: TallyLayout, tally: Float64Array): number {
  let largest = 0;
  for (let player = 0; player < layout.players; player++) {
    largest = Math.max(largest, standardError(layout, tally, player));
  }
  return largest;
}

/** The largest standard error among the joint shares of all players. */
export function jointStandardError(layout: TallyLayout, tally: Float64Array): number {
  const deals = tally[layout.jointDeals]!;
  let largest = 0;
  for (let player = 0; player < layout.players; player++) {
    for (let i = 0; i < 6; i++) {
      const squares = tally[layout.jointSquares(player) + i]!;
      const products = tally[layout.jointWeights(player) + i]!;
      const error = errorOfRatio(layout, tally, deals, tally[layout.joint(player) + i]!, squares, products);
      largest = Math.max(largest, error);
    }
  }
  return largest;
}

/** Error of sum / deals, from the sums over clusters of the part's squares and of its products with the weight. */
function errorOfRatio(
  layout: TallyLayout,
  tally: Float64Array,
  deals: number,
  sum: number,
  squares: number,
  products: number,
): number {
  const weightSquares = tally[layout.weightSquares]!;
  if (tally[layout.clusters]! < 2 || deals === 0) return Infinity;
  // So many equally heavy clusters would weigh as much.
  const clusters = (deals * deals) / weightSquares;
  if (clusters <= 1) return Infinity;
  const ratio = sum / deals;
  const spread = squares - 2 * ratio * products + ratio * ratio * weightSquares;
  const error = (Math.sqrt(Math.max(0, spread)) / deals) * Math.sqrt(clusters / (clusters - 1));
  return Math.hypot(error, 1 / clusters);
}
