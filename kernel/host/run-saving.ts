// Runs a solve to its stop, saving its state now and then.

import type { SolveProgress, SolveStop } from '../src/solve/job.ts';
import type { Solve } from './solve/solver.ts';

const SAVE_EVERY_MS = 60_000;
/** The state of a flop is a gigabyte: so that saving it takes 2 % of the time at most. */
const TIMES_SAVING = 50;

export interface RunSaving {
  readonly stop: SolveStop;
  /** Ends the run after the iteration at hand. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: SolveProgress) => void;
  /** Called between iterations and at the end; null to save nothing. */
  readonly save: (() => Promise<void>) | null;
  /** A minute unless given; longer where saving takes long. */
  readonly saveEveryMs?: number;
  /** Solving goes on for so many times as long as the last saving took, at least; 50 unless given. */
  readonly timesSaving?: number;
}

/** `stopped`: the signal ended it. */
export async function runSaving(
  solve: Pick<Solve, 'run'>,
  { stop, signal, onProgress, save, saveEveryMs = SAVE_EVERY_MS, timesSaving = TIMES_SAVING }: RunSaving,
): Promise<'reached' | 'stopped'> {
  let everyMs = saveEveryMs;
  let savedAt = performance.now();
  let isLaid = true;
  const onOwnProgress = (progress: SolveProgress): void => {
    isLaid = progress.prepared === 1;
    onProgress(progress);
  };
  for (;;) {
    const pause = new AbortController();
    const timer = save === null ? undefined : setTimeout(() => pause.abort(), everyMs);
    const ended = await solve.run(stop, {
      onProgress: onOwnProgress,
      signal,
      pause: pause.signal,
      measureAtEnd: false,
    });
    clearTimeout(timer);
    const before = performance.now();
    // At the end, too, where much would be lost if the result could not be written; never before anything was played.
    if (save !== null && isLaid && (ended === 'stopped' || before >= savedAt + saveEveryMs)) {
      await save();
      savedAt = performance.now();
      everyMs = Math.max(saveEveryMs, timesSaving * (savedAt - before));
    }
    if (ended === 'reached' || signal.aborted) return ended;
  }
}
