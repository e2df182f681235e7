/** What the replayer asks its Worker: exact equities of hands, one answer for each spot. */
import type { Spot } from '@ploscope/poker';

export interface EquityMethods {
  /** Null where it was cancelled, or the spot cannot be computed. */
  equities: { input: readonly Spot[]; value: readonly (readonly number[])[] | null; news: never };
}
