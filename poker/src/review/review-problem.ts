/** Why a decision cannot be reviewed: a code, a sentence, and sometimes advice. Nothing of it is the player's mistake. */
import type { Said } from '../result.ts';

export interface ReviewProblem {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
}

export const problem = ({ code, message, hint }: Said): ReviewProblem => ({ code, message, hint: hint ?? null });
