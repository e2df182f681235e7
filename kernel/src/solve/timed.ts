// How long something short takes, by a clock that may be coarse: a page's goes in steps of a tenth of a millisecond.

/** A stretch that is shorter tells less about what was done than about the clock. */
const LEAST_MS = 2;
const LEAST_TIMES = 3;

/** Milliseconds of one `act`, the least of several times it was timed, in all about `timeMs`. */
export function timed(act: () => void, now: () => number, timeMs: number): number {
  let best = Infinity;
  let together = 1;
  const end = now() + timeMs;
  for (let times = 0; times < LEAST_TIMES || now() < end; ) {
    const before = now();
    for (let i = 0; i < together; i++) act();
    const spent = now() - before;
    if (spent < LEAST_MS) {
      together *= 2;
      continue;
    }
    best = Math.min(best, spent / together);
    times++;
  }
  return best;
}
