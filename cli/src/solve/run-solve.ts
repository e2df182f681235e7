/** Runs a solve to its stop, saving its state now and then. */
import type { SolveProgress, SolveStop } from '@ploscope/kernel';
import type { Solve } from '@ploscope/kernel/host/node';

const SAVE_EVERY_MS = 60_000;
/** The state of a flop is a gigabyte: so that saving it takes 2 % of the time at most. */
const TIMES_SAVING = 50;

export interface RunSolve {
  readonly stop: SolveStop;
  /** Ends the run after the iteration at hand. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: SolveProgress) => void;
  /** Called between iterations, and at the end of a run that was ended by the signal; null to save nothing. */
  readonly save: (() => Promise<void>) | null;
  /** A minute unless given; longer where saving takes long. */
  readonly saveEveryMs?: number;
  /** Solving goes on for so many times as long as the last saving took, at least; 50 unless given. */
  readonly timesSaving?: number;
}

/** `stopped`: the signal ended it. */
export async function runSolve(
  solve: Pick<Solve, 'run'>,
  { stop, signal, onProgress, save, saveEveryMs = SAVE_EVERY_MS, timesSaving = TIMES_SAVING }: RunSolve,
): Promise<'reached' | 'stopped'> {
  let everyMs = saveEveryMs;
  for (;;) {
    const pause = new AbortController();
    const timer = save === null ? undefined : setTimeout(() => pause.abort(), everyMs);
    const ended = await solve.run(stop, { onProgress, signal: AbortSignal.any([signal, pause.signal]) });
    clearTimeout(timer);
    if (ended === 'reached') return ended;
    const before = performance.now();
    await save?.();
    everyMs = Math.max(saveEveryMs, timesSaving * (performance.now() - before));
    if (signal.aborted) return ended;
  }
}
