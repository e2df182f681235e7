/** A bet tree as a spot writes it: the same for both players, to be put into any spot. */
import type { SolveSpot, StreetSizes } from '../../spot/solve-spot.ts';

export interface PresetTree extends Pick<SolveSpot, 'addAllIn' | 'forceAllIn' | 'merge' | 'maxRaises'> {
  readonly bets: StreetSizes;
  readonly raises: StreetSizes;
  /** OOP's. */
  readonly donks: StreetSizes;
}

/** The spot with another tree: what it says about sizes, raises and thresholds is replaced. */
export const withTree = (
  spot: SolveSpot,
  { bets, raises, donks, addAllIn, forceAllIn, merge, maxRaises }: PresetTree,
): SolveSpot => ({
  ...spot,
  oop: { ...spot.oop, bets, raises, donks },
  ip: { ...spot.ip, bets, raises },
  addAllIn,
  forceAllIn,
  merge,
  maxRaises,
});
