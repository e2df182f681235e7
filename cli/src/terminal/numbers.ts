/** Numbers as players read them. */

/** 0.60053 is `60.05%`. */
export function formatPct(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}

/** 1086008 is `1,086,008`. */
export function formatCount(count: number): string {
  return Math.round(count).toLocaleString('en-US');
}

/** `0.8 ms`, `41 ms`, `2.4 s`. */
export function formatTime(ms: number): string {
  if (ms < 10) return `${ms.toFixed(1)} ms`;
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
