/** How large a fault run is, and the line of figures it prints; as those of `e2e/soak`, from inside the server. */
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** 1 for the figures promised (`npm run soak`); a twentieth in `npm test`. */
    soakScale: number;
  }
}

/** So many of `full` as this run is to do, at least one. */
export function scaled(full: number): number {
  return Math.max(1, Math.round(full * inject('soakScale')));
}

/** One line: `soak events: tried 20000, survived 20000, lost 0`. */
export function printFigures(name: string, figures: Readonly<Record<string, number | string>>): void {
  const told = Object.entries(figures).map(([what, value]) => `${what} ${value}`);
  console.log(`soak ${name}: ${told.join(', ')}`);
}
