/** Runs a solve to its stop, saving its state now and then. */
import type { SolveProgress, SolveStop } from '@ploscope/kernel';
import type { Solve } from '@ploscope/kernel/host/node';

const SAVE_EVERY_MS = 60_000;

export interface RunSolve {
  readonly stop: SolveStop;
  /** Ends the run after the iteration at hand. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: SolveProgress) => void;
  /** Called between iterations, and at the end of a run that was ended by the signal; null to save nothing. */
  readonly save: (() => Promise<void>) | null;
  /** A minute unless given. */
  readonly saveEveryMs?: number;
}

/** `stopped`: the signal ended it. */
export async function runSolve(
  solve: Pick<Solve, 'run'>,
  { stop, signal, onProgress, save, saveEveryMs = SAVE_EVERY_MS }: RunSolve,
): Promise<'reached' | 'stopped'> {
  for (;;) {
    const pause = new AbortController();
    const timer = save === null ? undefined : setTimeout(() => pause.abort(), saveEveryMs);
    const ended = await solve.run(stop, { onProgress, signal: AbortSignal.any([signal, pause.signal]) });
    clearTimeout(timer);
    if (ended === 'reached') return ended;
    await save?.();
    if (signal.aborted) return ended;
  }
}
