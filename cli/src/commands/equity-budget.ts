/** How long a question on the player's own machine may take when the player has not said. */
import type { EquityRequest } from '@ploscope/contracts';

/** An exact answer is preferred while its estimate is below this, in milliseconds. */
const EXACT_MS = 8000;
/** Sampling without an asked precision ends here, in milliseconds. */
const SAMPLE_MS = 20_000;

/** Time limits for a request: none on sampling once a precision or a number of trials was asked for. */
export function localBudget({ precision, trials }: Partial<EquityRequest>): { budgetMs: number; timeMs: number } {
  const asked = precision !== undefined || trials !== undefined;
  return { budgetMs: EXACT_MS, timeMs: asked ? Number.POSITIVE_INFINITY : SAMPLE_MS };
}
