/**
 * How long a tab or its machine has slept: browsers freeze tabs that nobody looks at, and a solve must not find its
 * minutes gone when it wakes. Whatever happens on the way is a sign of being awake; a gap between two signs that is far
 * longer than any work is sleep.
 */

/** Iterations of a large solve take seconds, and timers of hidden tabs may come a minute apart. */
const LONGEST_GAP_MS = 90_000;

export interface AwakeClock {
  /** A sign of being awake. */
  readonly tick: () => void;
  /** Milliseconds slept since it was started. */
  readonly sleptMs: () => number;
}

export function startAwakeClock(now: () => number): AwakeClock {
  let last = now();
  let slept = 0;
  const tick = (): void => {
    const gap = now() - last;
    last += gap;
    if (gap > LONGEST_GAP_MS) slept += gap;
  };
  return {
    tick,
    sleptMs: () => {
      tick();
      return slept;
    },
  };
}
