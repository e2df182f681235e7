import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { at } from './paths.mjs';
import { hashInputs } from './stamp.mjs';

const FOLDER = 'test-artefacts/stamp-inputs';

function write(name: string, text: string): void {
  writeFileSync(at(FOLDER, name), text);
}

beforeEach(() => {
  mkdirSync(at(FOLDER, 'deep', 'dist'), { recursive: true });
  write('a.ts', 'a');
  write('deep/b.ts', 'b');
});
afterEach(() => rmSync(at(FOLDER), { recursive: true, force: true }));

describe('a step is made again exactly when what it is made from changed', () => {
  test('touching a file changes nothing', () => {
    const before = hashInputs([FOLDER]);
    utimesSync(at(FOLDER, 'a.ts'), new Date(0), new Date(0));
    expect(hashInputs([FOLDER])).toBe(before);
  });
  test.each([
    ['an edit deep inside', () => write('deep/b.ts', 'c')],
    ['a new file', () => write('new.ts', '')],
    ['a file that went away', () => rmSync(at(FOLDER, 'a.ts'))],
    ['text that moved from one file to the next', () => [write('a.ts', ''), write('deep/b.ts', 'ab')]],
  ])('%s makes it stale', (_, change) => {
    const before = hashInputs([FOLDER]);
    change();
    expect(hashInputs([FOLDER])).not.toBe(before);
  });
  test('tests and made files do not count', () => {
    const before = hashInputs([FOLDER]);
    write('a.test.ts', 'x');
    write('deep/dist/main.js', 'x');
    expect(hashInputs([FOLDER])).toBe(before);
  });
  test('an input that does not exist is not an error', () => {
    expect(hashInputs([`${FOLDER}/none`])).toBe(hashInputs([]));
  });
});
