/** The way down of a solve: what was measured, and rougher figures between two measurements. */
import type { SolveFigures, SolveProgress, SolveStop } from '@ploscope/kernel';

/** A full measurement. */
export interface Point {
  readonly iterations: number;
  readonly elapsedMs: number;
  /** Share of the pot. */
  readonly exploitability: number;
}

/** An estimate from some of the next cards, without the decisions of the first street. */
export interface RoughPoint extends Point {
  readonly standardError: number;
  /** Next cards it is from, and how many there are. */
  readonly judged: number;
  readonly branches: number;
}

/** Estimates are told with so many standard errors to either side. */
const STANDARD_ERRORS = 2;

/** The band of an estimate, shares of the pot; nothing is exploitable for less than nothing. */
export function bandOf({ exploitability, standardError }: RoughPoint): {
  readonly least: number;
  readonly most: number;
} {
  const half = STANDARD_ERRORS * standardError;
  return { least: Math.max(0, exploitability - half), most: exploitability + half };
}

/** A point is added once for each measurement. */
export function withPoint(points: readonly Point[], progress: SolveProgress): readonly Point[] {
  const { exploitability, measuredAt, elapsedMs } = progress;
  const last = points.at(-1);
  if (exploitability === null || !(exploitability > 0) || last?.iterations === measuredAt) return points;
  if (last !== undefined && measuredAt < last.iterations) return points;
  return [...points, { iterations: measuredAt, elapsedMs, exploitability }];
}

/** And once for each estimate. */
export function withRough(roughs: readonly RoughPoint[], progress: SolveProgress): readonly RoughPoint[] {
  const { sampled, iterations, elapsedMs } = progress;
  if (sampled === null || !(sampled.share > 0)) return roughs;
  const { share, standardError, judged, branches } = sampled;
  const last = roughs.at(-1);
  if (last?.exploitability === share && last.standardError === standardError) return roughs;
  return [...roughs, { iterations, elapsedMs, exploitability: share, standardError, judged, branches }];
}

/** What was measured at the end belongs to the way, where the last measurement was before it. */
export function withFigures(points: readonly Point[], figures: SolveFigures): readonly Point[] {
  const { iterations, elapsedMs, exploitability } = figures;
  if (!(exploitability.share > 0) || (points.at(-1)?.iterations ?? -1) >= iterations) return points;
  return [...points, { iterations, elapsedMs, exploitability: exploitability.share }];
}

/** What the decisions of the first street add to an estimate, as a factor, until a measurement has told. */
const FIRST_STREET_PART = 1.1;

/**
 * Whether the solve is likely measuring: that takes long on a flop and is not told, but it begins when the iterations are
 * done, or when an estimate says that the target is reached; then not again until it has gone on for about twice as long
 * as the last one took.
 */
export function looksMeasuring(
  { points, roughs }: { readonly points: readonly Point[]; readonly roughs: readonly RoughPoint[] },
  progress: SolveProgress,
  stop: SolveStop,
): boolean {
  const rough = roughs.at(-1);
  const measured = points.at(-1);
  if (progress.prepared < 1) return false;
  if (progress.iterations >= stop.iterations) return true;
  if (progress.sampled === null || rough === undefined || stop.exploitability === 0) return false;
  if (measured === undefined) return rough.exploitability * FIRST_STREET_PART <= stop.exploitability;
  const before = roughs.filter(({ iterations }) => iterations <= measured.iterations).at(-1);
  if (before === undefined) return false;
  const tookMs = measured.elapsedMs - before.elapsedMs;
  const part = measured.exploitability / before.exploitability;
  return progress.elapsedMs > measured.elapsedMs + 2 * tookMs && rough.exploitability * part <= stop.exploitability;
}
