/** How large a fault run is, and the line of figures each of them prints. */
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** 1 for the figures promised (`npm run soak`); a twentieth in `npm test`. */
    soakScale: number;
  }
}

/** So many of `full` as this run is to do, at least one. */
export function scaled(full: number, least = 1): number {
  return Math.max(least, Math.round(full * inject('soakScale')));
}

/** One line: `soak jobs: tried 1000, survived 1000, lost 0; …`. */
export function printFigures(name: string, figures: Readonly<Record<string, number | string>>): void {
  const told = Object.entries(figures).map(([what, value]) => `${what} ${value}`);
  console.log(`soak ${name}: ${told.join(', ')}`);
}

/** `1.2 s`. */
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** Middle and largest of some times, in words. */
export function timesOf(ms: readonly number[]): string {
  if (ms.length === 0) return 'none';
  const sorted = [...ms].sort((a, b) => a - b);
  return `median ${seconds(sorted[sorted.length >> 1]!)}, longest ${seconds(sorted.at(-1)!)} of ${ms.length}`;
}
