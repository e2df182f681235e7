/** The answer's JSON text, one line without its end, as HTTP, batch and command line write it. */
import type { EquityAnswer } from '@ploscope/poker';

/** Writes an answer. Its time is rounded to 0.01 ms: the clock knows no more. */
export function formatAnswerJson(answer: EquityAnswer): string {
  return JSON.stringify({ ...answer, elapsedMs: roundMs(answer.elapsedMs) });
}

/** Milliseconds to two places. */
export function roundMs(ms: number): number {
  return Math.round(ms * 100) / 100;
}
