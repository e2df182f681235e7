/**
 * Trees from the fullest to the leanest, on three streets; which of them fits is `ten-minutes.ts`'s business.
 *
 * What is given up comes in the order in which it is missed least: first the second size where the pot is still small,
 * then raises of raises (after a pot bet and a pot raise most stacks are in with the next bet), then bets into the player
 * who bet last, then raises on later streets.
 */
import type { StreetSizes } from '../../spot/solve-spot.ts';
import type { PresetTree } from './preset-tree.ts';

const everywhere = (...sizes: readonly string[]): StreetSizes => ({ flop: sizes, turn: sizes, river: sizes });

const NO_DONKS = everywhere();
const OFF = { addAllIn: 0, forceAllIn: 0, merge: 0 } as const;
const POT = everywhere('pot');
const POT_LIMIT: PresetTree = { ...OFF, bets: POT, raises: POT, donks: {}, maxRaises: null };

/** Pot limit: nothing above the pot, and stacks go in by pots. */
export const OMAHA_TREES: readonly PresetTree[] = [
  { ...POT_LIMIT, bets: everywhere('50%', 'pot') },
  { ...POT_LIMIT, bets: { flop: ['pot'], turn: ['pot'], river: ['50%', 'pot'] } },
  POT_LIMIT,
  { ...POT_LIMIT, maxRaises: 1 },
  { ...POT_LIMIT, maxRaises: 1, raises: { flop: ['pot'], turn: ['pot'] }, donks: NO_DONKS },
  { ...POT_LIMIT, maxRaises: 1, raises: { flop: ['pot'] }, donks: NO_DONKS },
];

/** All-in where a pot or less is left, and no size that the next one makes superfluous. */
const NO_LIMIT: PresetTree = {
  ...{ addAllIn: 1, forceAllIn: 0.2, merge: 0.1 },
  bets: { flop: ['33%'], turn: ['75%'], river: ['75%'] },
  raises: everywhere('3x'),
  donks: NO_DONKS,
  maxRaises: 2,
};

export const HOLDEM_TREES: readonly PresetTree[] = [
  { ...NO_LIMIT, bets: everywhere('33%', '75%'), donks: {}, maxRaises: null },
  NO_LIMIT,
  { ...NO_LIMIT, maxRaises: 1 },
  { ...NO_LIMIT, maxRaises: 1, raises: { flop: ['3x'], turn: ['3x'] } },
  { ...NO_LIMIT, maxRaises: 1, raises: { flop: ['3x'] } },
];
