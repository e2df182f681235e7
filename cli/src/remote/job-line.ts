/** The progress of a job on a server, as a solve here shows its own: `312 iterations · 0.214% of the pot · 12.3 s`. */
import type { JobProgress, JobStatus } from '@ploscope/contracts';
import { formatCount, formatLongTime, formatSmallPct, formatTimeLeft } from '../terminal/numbers.ts';
import { sayRemote } from '../text/en-remote.ts';
import { saySolve } from '../text/en-solve.ts';

export interface JobState {
  readonly status: JobStatus;
  readonly progress: JobProgress | null;
}

/** `waitedMs`: how long it has been watched; `sinceMs`: how long ago the server told. */
export function formatJobLine({ status, progress }: JobState, waitedMs: number, sinceMs: number): string {
  if (status === 'QUEUED') return [sayRemote.queued, formatLongTime(waitedMs)].join(' · ');
  if (progress === null) return [sayRemote.begun, formatLongTime(waitedMs)].join(' · ');
  const { fraction, elapsedMs } = progress;
  const spentMs = elapsedMs + sinceMs;
  const leftMs =
    fraction === null || fraction <= 0 ? null : Math.max(0, (elapsedMs * (1 - fraction)) / fraction - sinceMs);
  return [
    formatDone(progress),
    formatLongTime(spentMs),
    ...(leftMs === null ? [] : [saySolve.left(formatTimeLeft(leftMs))]),
  ].join(' · ');
}

/** `312 iterations · 0.214% of the pot`, or of what has no iterations `43%`. */
export function formatDone({ fraction, iterations, exploitability, rough }: JobProgress): string {
  if (iterations === null) return fraction === null ? sayRemote.begun : sayRemote.fraction(Math.floor(fraction * 100));
  if (iterations === 0) return sayRemote.begun;
  const share = exploitability === null ? null : formatSmallPct(exploitability);
  return [
    saySolve.progress(iterations, formatCount(iterations)),
    ...(share === null ? [] : [rough ? sayRemote.estimated(share) : saySolve.soFar(share)]),
  ].join(' · ');
}
