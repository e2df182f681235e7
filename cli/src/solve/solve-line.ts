/**
 * The progress of a solve on standard error: `312 iterations · 0.214% of the pot · 12.3 s · about 8 s left`.
 *
 * Time goes on between two reports, which may be many seconds apart. An estimate from some next cards is told apart from
 * the measured figure by its sign, its error and what it leaves out.
 */
import type { SampledShare, SolveProgress } from '@ploscope/kernel';
import { formatCount, formatLongTime, formatPct, formatSmallPct, formatTimeLeft } from '../terminal/numbers.ts';
import { openTickingLine } from '../terminal/ticking-line.ts';
import { saySolve } from '../text/en-solve.ts';

export interface SolveLine {
  show(progress: SolveProgress): void;
  stop(): void;
}

/** Narrower terminals get the estimate without what it is made of. */
const WIDE = 130;

/** `streets`: how many are played. */
export function openSolveLine(streets: number): SolveLine {
  let last: { readonly progress: SolveProgress; readonly at: number } | null = null;
  const line = openTickingLine((elapsedMs, { width }) => {
    if (last === null) return `${saySolve.starting} · ${formatLongTime(elapsedMs)}`;
    return formatSolveProgress(last.progress, performance.now() - last.at, { streets, isWide: width >= WIDE });
  });
  return {
    show(progress) {
      last = { progress, at: performance.now() };
    },
    stop: line.stop,
  };
}

/** `sinceMs`: how long ago it was reported. */
export function formatSolveProgress(
  { prepared, iterations, exploitability, sampled, elapsedMs, leftMs }: SolveProgress,
  sinceMs: number,
  { streets, isWide }: { readonly streets: number; readonly isWide: boolean },
): string {
  const time = formatLongTime(elapsedMs + sinceMs);
  if (prepared < 1) return [saySolve.preparing(`${Math.floor(prepared * 100)}%`), time].join(' · ');
  return [
    saySolve.progress(iterations, formatCount(iterations)),
    ...(exploitability === null ? [] : [saySolve.soFar(formatSmallPct(exploitability))]),
    ...(sampled === null ? [] : [formatSampled(sampled, streets, isWide)]),
    time,
    ...(leftMs === null ? [] : [saySolve.left(formatTimeLeft(Math.max(0, leftMs - sinceMs)))]),
  ].join(' · ');
}

/** `≈ 0.61% ± 0.04, turn and river only, 8 of 49 turns`. */
function formatSampled(
  { share, standardError, judged, branches }: SampledShare,
  streets: number,
  isWide: boolean,
): string {
  const figure = saySolve.sampled(formatPct(share), (standardError * 100).toFixed(2));
  if (!isWide) return saySolve.sampledShort(figure);
  return streets > 2
    ? saySolve.sampledTurns(figure, judged, branches)
    : saySolve.sampledRivers(figure, judged, branches);
}
