/** What kind of pot was played, by the betting before the flop. A straddle is a fact of its own, beside the kind. */
import type { HandCourse } from './hand-course.ts';

/**
 * - `walk`: all folded to the one who need not call, without a raise
 * - `limped`: a flop, or a chance at one, without a raise
 * - `single-raised`, `3-bet`, `4-bet`: by the number of raises; more than three of them are `4-bet` too
 * - `bomb-pot`: no betting before the flop
 */
export const POT_TYPES = ['walk', 'limped', 'single-raised', '3-bet', '4-bet', 'bomb-pot'] as const;
export type PotType = (typeof POT_TYPES)[number];

export const potTypeOf = ({ replay, streets, left }: HandCourse): PotType => {
  if (replay.hand.opening === 'flop') return 'bomb-pot';
  const raises = streets.preflop?.raisers.length ?? 0;
  if (raises === 0) return left.length === 1 && streets.flop === undefined ? 'walk' : 'limped';
  if (raises === 1) return 'single-raised';
  return raises === 2 ? '3-bet' : '4-bet';
};
