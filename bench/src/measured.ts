// What long measurements came to, kept in docs/measured so that a program that was stopped goes on where it was, and that
// tables can be made anew without measuring.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** Where and when something was measured. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly node: string;
  /** Day, as in 2026-01-31. */
  readonly date: string;
}

export interface Measured {
  readonly machine: Machine;
}

const FOLDER = new URL('../../docs/measured/', import.meta.url);

export function thisMachine(): Machine {
  const all = cpus();
  return {
    processor: all[0]?.model ?? 'unknown processor',
    cores: all.length,
    node: process.versions.node,
    date: new Date().toISOString().slice(0, 10),
  };
}

/** None where nothing was measured yet. */
export function readMeasured<T extends Measured>(name: string): T[] {
  const file = new URL(`${name}.json`, FOLDER);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T[]) : [];
}

export function writeMeasured(name: string, entries: readonly Measured[]): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(new URL(`${name}.json`, FOLDER), `${JSON.stringify(entries, null, 2)}\n`);
}

/** The entries with one more, in place of one that `isSame`. */
export function withEntry<T extends Measured>(entries: readonly T[], entry: T, isSame: (other: T) => boolean): T[] {
  const at = entries.findIndex(isSame);
  return at < 0 ? [...entries, entry] : entries.with(at, entry);
}

/** One line for all machines of some entries, each once. */
export function machinesOf(entries: readonly Measured[]): string {
  const days = new Map<string, Set<string>>();
  for (const { machine } of entries) {
    const { processor, cores, node, date } = machine;
    const name = `${processor}, ${cores} cores, Node ${node}`;
    days.set(name, (days.get(name) ?? new Set()).add(date));
  }
  return [...days].map(([name, dates]) => `${name}, measured ${[...dates].sort().join(', ')}.`).join(' ');
}
