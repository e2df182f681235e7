// A row of the bench: ours and a peer on the same work in the same run.

export interface Row {
  readonly what: string;
  /** Ours, in `unit`. */
  readonly ours: number;
  readonly unit: 'ms' | 's' | 'M hands/s' | 'M deals/s' | '×' | 'GB' | 'hands/s' | 'requests/s' | 'messages/s';
  /** Who else does it, or the plain way. */
  readonly peer: string;
  /** The peer's figure in the same unit; null where nobody offers it. */
  readonly theirs: number | null;
  /** What we promise, in the same unit; null where nothing is promised. */
  readonly bar: number | null;
}

/** Of times and memory the smaller figure is the better one, of rates the larger. */
function isCost(row: Row): boolean {
  return row.unit === 'ms' || row.unit === 's' || row.unit === 'GB';
}

/** How many times better ours is. */
export function ratio(row: Row): number | null {
  if (row.theirs === null) return null;
  return isCost(row) ? row.theirs / row.ours : row.ours / row.theirs;
}

export function holds(row: Row): boolean | null {
  if (row.bar === null) return null;
  return isCost(row) ? row.ours <= row.bar : row.ours >= row.bar;
}

/** Median milliseconds of `runs` runs after one that does not count. */
export async function medianMs(runs: number, work: () => unknown): Promise<number> {
  await work();
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const before = performance.now();
    await work();
    times.push(performance.now() - before);
  }
  return times.sort((a, b) => a - b)[runs >> 1]!;
}
