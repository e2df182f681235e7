/** The files whose order is given by hand are those that are there. */
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LONG } from './longest-first.mjs';
import { at } from './paths.mjs';

test('every file that is named as long is there', () => {
  expect(LONG.filter((file) => !existsSync(at(file)))).toEqual([]);
});
