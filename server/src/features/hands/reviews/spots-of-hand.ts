/** From a stored hand to the row of its review: spots to be solved, or why there are none. */
import type { ReviewRequest } from '@ploscope/contracts';
import {
  type PlayedHand,
  type RangeProfile,
  type ReviewProblem,
  type ReviewSpot,
  replay,
  reviewSpots,
} from '@ploscope/poker';
import { unpack } from '../threads/packing.ts';

export interface StoredDocument {
  readonly packing: number;
  readonly document: Buffer;
}

export type SpotsOfHand =
  | { readonly kind: 'spots'; readonly spots: readonly [ReviewSpot, ...ReviewSpot[]] }
  | { readonly kind: 'none'; readonly problem: ReviewProblem };

export function spotsOfHand(
  { packing, document }: StoredDocument,
  profile: RangeProfile,
  { streets, villain }: Pick<ReviewRequest, 'streets' | 'villain'>,
): SpotsOfHand {
  // Written by us, of a hand that was replayed then.
  const played = replay(JSON.parse(unpack(packing, document)) as PlayedHand);
  if (!played.ok) return { kind: 'none', problem: { ...played.error, hint: null } };
  const found = reviewSpots(played.value, profile, { streets, ...(villain !== undefined && { villain }) });
  return found.ok ? { kind: 'spots', spots: found.value } : { kind: 'none', problem: found.error };
}
