/** The progress of a solve on standard error: `312 iterations · 0.214% of the pot · 12.3 s · about 8 s left`. */
import type { SolveProgress } from '@ploscope/kernel';
import { formatCount, formatLongTime, formatSmallPct, formatTimeLeft } from '../terminal/numbers.ts';
import { outputOf } from '../terminal/output.ts';
import { openStatusLine } from '../terminal/progress-line.ts';
import { saySolve } from '../text/en-solve.ts';

export interface SolveLine {
  show(progress: SolveProgress): void;
  clear(): void;
}

export function openSolveLine(): SolveLine {
  const line = openStatusLine(outputOf(process.stderr, process.env), (text) => process.stderr.write(text));
  return {
    show: (progress) => line.show(progress.elapsedMs, () => formatSolveProgress(progress)),
    clear: line.clear,
  };
}

function formatSolveProgress({ iterations, exploitability, elapsedMs, leftMs }: SolveProgress): string {
  return [
    saySolve.progress(iterations, formatCount(iterations)),
    ...(exploitability === null ? [] : [saySolve.soFar(formatSmallPct(exploitability))]),
    formatLongTime(elapsedMs),
    ...(leftMs === null ? [] : [saySolve.left(formatTimeLeft(leftMs))]),
  ].join(' · ');
}
