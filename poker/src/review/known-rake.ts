/**
 * The rake of a spot, from what the site took in this very hand.
 *
 * A history tells what was taken, not the rule. Taken to be the rule: 5 %, the usual rate, with a cap of what was taken
 * where that is less; more than 5 % is a rate of its own without a cap. Where nothing was taken there is no rake; in a
 * tournament there never is. Sites that do not name it tell it by what players won, so it is read off the settlement.
 */
import type { Replay } from '../hand-history/replay.ts';
import type { Rake } from '../spot/solve-spot.ts';

const USUAL = 0.05;
/** What was rounded to the cent is still the usual rate. */
const ROUNDING = 1;

export const knownRake = ({ hand, settlement }: Replay): Rake => {
  const taken = settlement.pots.reduce((sum, { rake }) => sum + rake, 0);
  const pot = settlement.pots.reduce((sum, { chips }) => sum + chips, 0);
  if (hand.tournament !== null || taken <= 0 || pot <= 0) return { rate: 0, cap: null };
  if (taken > USUAL * pot + ROUNDING)
    return { rate: Math.min(0.5, Math.round((taken / pot) * 10_000) / 10_000), cap: null };
  return { rate: USUAL, cap: taken < USUAL * pot - ROUNDING ? taken : null };
};
