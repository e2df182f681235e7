/** What a running solve is at: laying out run-outs, iterating, or measuring. */
import { looksMeasuring } from '../points.ts';
import type { Solved, SolveRun } from '../state.ts';

export type Phase = 'preparing' | 'iterating' | 'measuring';

/** Null where nothing runs. */
export function phaseOf(run: SolveRun, solved: Solved | null): Phase | null {
  const progress = solved?.progress ?? null;
  if (run.kind !== 'running' || solved === null || progress === null) return null;
  if (progress.prepared < 1) return 'preparing';
  return looksMeasuring(solved, progress, solved.stop) ? 'measuring' : 'iterating';
}
