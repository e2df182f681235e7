// When to measure next, and how long it will take: exploitability falls about as a power of the iterations.

export interface Measurement {
  readonly iterations: number;
  /** Exploitability as a share of the pot. */
  readonly share: number;
}

const FIRST = 8;
/** Bounds of the exponent; early measurements jump about. */
const SLOWEST = 0.5;
const FASTEST = 3;

/** Iterations after which `target` should be reached; Infinity while nothing is known or no target is set. */
export function iterationsTo(target: number, past: readonly Measurement[]): number {
  const last = past.at(-1);
  if (!last || !(target > 0)) return Infinity;
  if (last.share <= target) return last.iterations;
  const earlier = past.findLast(({ iterations }) => iterations * 1.5 <= last.iterations);
  let exponent = 2;
  if (earlier && earlier.share > 0) {
    exponent = Math.log(earlier.share / last.share) / Math.log(last.iterations / earlier.iterations);
    exponent = Math.min(FASTEST, Math.max(SLOWEST, exponent));
  }
  return last.iterations * (last.share / target) ** (1 / exponent);
}

/** The iteration after which to measure: sooner where the target is near, at most a third further on. */
export function nextMeasurement(target: number, past: readonly Measurement[]): number {
  const last = past.at(-1);
  if (!last) return FIRST;
  const { iterations } = last;
  const soonest = iterations + Math.max(2, Math.round(iterations * 0.05));
  const latest = iterations + Math.max(3, Math.round(iterations * 0.33));
  return Math.max(soonest, Math.min(latest, Math.ceil(iterationsTo(target, past))));
}
