/** The player's own ranges for those whose cards are not seen; the house's until they are known. */
import { ROUTES } from '@ploscope/contracts';
import { DEFAULT_PROFILE, type RangeProfile } from '@ploscope/poker';
import { useAnswer } from '../../lib/api/use-answer.ts';

export function useProfile(): { readonly profile: RangeProfile; readonly again: () => void } {
  const { value, again } = useAnswer(ROUTES.rangeProfile);
  return { profile: value ?? DEFAULT_PROFILE, again };
}
