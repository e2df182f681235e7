/**
 * Running a solve that is open: its progress, and a look at its first node now and then. Its minutes are counted here and
 * not by the kernel, whose clock goes on while the tab sleeps.
 */
import type { SolveProgress, SolveStop } from '@ploscope/kernel';
import type { Solve } from '@ploscope/kernel/host/browser';
import { type AwakeClock, startAwakeClock } from './awake-clock.ts';
import type { RunEnd } from './protocol.ts';

/** Between two looks at the strategy while solving. */
const SIGHT_EVERY_MS = 1_000;

export interface RunningOptions {
  readonly stop: SolveStop;
  readonly signal: AbortSignal;
  readonly now: () => number;
  readonly onProgress: (progress: SolveProgress) => void;
  /** Shows the strategy so far. */
  readonly onLook: () => Promise<void>;
}

export interface Ran extends RunEnd {
  /** Milliseconds of the solve's time that were slept away. */
  readonly sleptMs: number;
  /** Iterations done, null where none was reported. */
  readonly iterations: number | null;
}

/** `sleptMs`: what earlier runs of the solve have slept away. */
export async function runAwake(solve: Pick<Solve, 'run'>, sleptMs: number, options: RunningOptions): Promise<Ran> {
  const { stop, signal, now, onProgress, onLook } = options;
  const clock = startAwakeClock(now);
  const timeUp = new AbortController();
  let iterations: number | null = null;
  let looking: Promise<void> | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;
  const look = async (): Promise<void> => {
    await onLook();
    lookedAt = now();
  };
  const ended = await solve.run(
    { ...stop, timeMs: Number.POSITIVE_INFINITY, iterations: stop.iterations },
    {
      signal: AbortSignal.any([signal, timeUp.signal]),
      measureAtEnd: false,
      onProgress: (reported) => {
        const progress = awake(reported, sleptMs, clock, stop);
        iterations = progress.iterations;
        onProgress(progress);
        if (progress.elapsedMs >= stop.timeMs) timeUp.abort();
        if (looking !== null || progress.iterations === 0 || now() - lookedAt < SIGHT_EVERY_MS) return;
        looking = look().finally(() => {
          looking = null;
        });
      },
    },
  );
  await looking;
  if (iterations !== null && iterations > 0) await look();
  const kind = ended === 'reached' || (timeUp.signal.aborted && !signal.aborted) ? 'reached' : 'stopped';
  return { kind, sleptMs: sleptMs + clock.sleptMs(), iterations };
}

function awake(reported: SolveProgress, before: number, clock: AwakeClock, { timeMs }: SolveStop): SolveProgress {
  const elapsedMs = Math.max(0, reported.elapsedMs - before - clock.sleptMs());
  const left = Math.min(reported.leftMs ?? Number.POSITIVE_INFINITY, timeMs - elapsedMs);
  return { ...reported, elapsedMs, leftMs: Number.isFinite(left) && left > 0 ? left : null };
}
