/** Which decisions cost something: a loss that best responses could not gain as well is no mistake. */
import type { ReviewedDecision } from '@ploscope/contracts';

export function isMistake({ evLost, precision }: Pick<ReviewedDecision, 'evLost' | 'precision'>): boolean {
  return evLost !== null && evLost > (precision ?? 0);
}
