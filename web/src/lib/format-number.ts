/** Numbers as they are shown: percentages with fixed places, counts with separators, times in the unit that fits. */

const COUNT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** `0.60048` → `60.05`; the sign `%` is the view's. A dash for what is not a number. */
export function formatPct(share: number, places = 2): string {
  return Number.isFinite(share) ? (share * 100).toFixed(places) : '–';
}

/** A share of a whole, with as many places as it needs to say something: `42 %`, `3.1 %`, `0.018 %`. */
export function formatShare(share: number): string {
  const pct = share * 100;
  if (pct === 0) return '0';
  if (pct >= 10) return pct.toFixed(1);
  if (pct >= 0.1) return pct.toFixed(2);
  if (pct >= 0.001) return pct.toFixed(3);
  return '<0.001';
}

/** `1086008` → `1,086,008`. */
export function formatCount(count: number): string {
  return COUNT.format(count);
}

/** `1086008` → `1.09 M`, for tight places. */
export function formatShortCount(count: number): string {
  if (count >= 1e9) return `${(count / 1e9).toFixed(2)} G`;
  if (count >= 1e6) return `${(count / 1e6).toFixed(2)} M`;
  if (count >= 1e4) return `${(count / 1e3).toFixed(1)} k`;
  return formatCount(count);
}

/** `4.13` → `4 ms`, `1240` → `1.2 s`, `83000` → `1 min 23 s`. */
export function formatTime(ms: number): string {
  if (ms < 1) return '<1 ms';
  if (ms < 999.5) return `${ms.toFixed(0)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
