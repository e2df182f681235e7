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

/** `0.8 kB`, `340 MB`, `2.5 GB`, steps of 1024; megabytes and more rounded up, so that allowing as much is enough. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024 ** 2) return `${(bytes / 1024).toFixed(1)} kB`;
  if (bytes < 1000 * 1024 ** 2) return `${Math.ceil(bytes / 1024 ** 2)} MB`;
  return `${(Math.ceil((bytes / 1024 ** 3) * 10) / 10).toFixed(1)} GB`;
}

/** A share of the pot, to three digits: 0.000982 is `0.0982%`. */
export function formatSmallPct(share: number): string {
  if (share > 0 && share < 1e-6) return '<0.0001%';
  return `${Number((share * 100).toPrecision(3))}%`;
}

/** Chips, to a hundredth. */
export function formatChips(chips: number): string {
  const text = chips.toFixed(2);
  return text === '-0.00' ? '0.00' : text;
}

/** `41 ms`, `2.4 s`, `3 min 20 s`, `2 h 5 min`. */
export function formatLongTime(ms: number): string {
  if (ms < 100_000) return formatTime(ms);
  const seconds = Math.round(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** A time that is only guessed at, in whole seconds: `8 s`, `3 min 20 s`. */
export function formatTimeLeft(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  return seconds < 100 ? `${seconds} s` : formatLongTime(seconds * 1000);
}
