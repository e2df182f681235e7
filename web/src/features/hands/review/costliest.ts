/** The decisions that cost most, in big blinds of their own hands. */
import type { ReviewedDecision, ReviewLine } from '@ploscope/contracts';
import { isMistake } from './mistake.ts';

export interface CostlyDecision {
  readonly line: ReviewLine;
  readonly decision: ReviewedDecision;
  readonly lostBb: number;
}

export function costliest(rows: readonly ReviewLine[], most: number): readonly CostlyDecision[] {
  return rows
    .flatMap((line) =>
      line.review.decisions.flatMap((decision) =>
        isMistake(decision)
          ? [{ line, decision, lostBb: (decision.evLost ?? 0) / Math.max(1, line.hand.bigBlind) }]
          : [],
      ),
    )
    .sort((one, other) => other.lostBb - one.lostBb)
    .slice(0, most);
}

/** Label of what would have been best; null where the solve says nothing. */
export function bestAction({ actions }: ReviewedDecision): string | null {
  let best: ReviewedDecision['actions'][number] | null = null;
  for (const action of actions) if (best === null || action.ev > best.ev) best = action;
  return best?.label ?? null;
}
