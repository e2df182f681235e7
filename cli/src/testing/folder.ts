/** A folder of its own for each test that writes files, and the spots of docs/examples. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

type Example = 'river' | 'turn' | 'flop' | 'two-boards-turn';

/** The path of one of the spots that the guide shows. */
export function exampleSpot(name: Example): string {
  return fileURLToPath(new URL(`../../../docs/examples/${name}.json`, import.meta.url));
}

/** The same as a document, to be changed. */
export function exampleDocument(name: Example): Record<string, unknown> {
  return JSON.parse(readFileSync(exampleSpot(name), 'utf8'));
}

/** Paths within a new folder that goes away at the end, which `afterAll` is. */
export function testFolder(atEnd: (end: () => void) => void): {
  readonly path: string;
  readonly in: (name: string) => string;
} {
  const path = mkdtempSync(join(tmpdir(), 'ploscope-'));
  atEnd(() => rmSync(path, { recursive: true, force: true }));
  return { path, in: (name) => join(path, name) };
}
