import { expect, test } from 'vitest';
import { openBatch } from './batch.ts';

test('a line of the joined text is found again in its file', () => {
  const batch = openBatch();
  batch.add('a.txt', 3, ['A1', 'A2']);
  batch.add('a.txt', 8, ['A8']);
  batch.add('b.txt', 1, ['B1', 'B2']);
  batch.add('b.txt', 900, ['B900', 'B901']);
  const lines = batch.text().split('\n');
  for (const [written, file, line] of [
    ['A2', 'a.txt', 4],
    ['A8', 'a.txt', 8],
    ['B1', 'b.txt', 1],
    ['B2', 'b.txt', 2],
    ['B901', 'b.txt', 901],
  ] as const) {
    const error = { file: '', line: lines.indexOf(written) + 1, code: 'unreadable', message: '' };
    expect(batch.placed(error)).toMatchObject({ file, line });
  }
  expect(batch.hands()).toBe(4);
  expect(batch.length()).toBe(batch.text().length);
});
