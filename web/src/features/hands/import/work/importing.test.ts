import { readFileSync } from 'node:fs';
import { type Called, catalogueError, type ImportAnswer } from '@ploscope/contracts';
import { HandCutter, SITE_FORMATS } from '@ploscope/poker';
import { expect, test } from 'vitest';
import { type ImportStart, runImport } from './importing.ts';
import type { ImportProgress } from './protocol.ts';

const SAMPLE = readFileSync(new URL('../sample-hands.txt', import.meta.url), 'utf8');
const named = (name: string, text: string | Uint8Array<ArrayBuffer>) => ({ name, file: new Blob([text]) });
const stored = (hands: number, errors: ImportAnswer['errors'] = []): Called<ImportAnswer> => ({
  ok: true,
  value: { hands, duplicates: 0, errors },
});
const refused = (code: 'busy' | 'hands-full'): Called<ImportAnswer> => ({
  ok: false,
  status: 503,
  error: catalogueError(code),
  retryAfterS: 0,
});
const handsIn = (text: string): number => {
  const cutter = new HandCutter(SITE_FORMATS);
  return [...cutter.feed(text), ...cutter.end()].filter(({ ok }) => ok).length;
};

function started(send: ImportStart['send'], signal = new AbortController().signal) {
  let progress: ImportProgress | null = null;
  const rows: ImportProgress['rows'][number][] = [];
  let keys = 0;
  const start: ImportStart = {
    send,
    signal,
    newKey: () => {
      keys += 1;
      return `key-${keys}`;
    },
    tell: (told) => {
      progress = told;
      rows.push(...told.rows);
    },
    unpaused: async () => {},
    sleep: async () => {},
    now: () => performance.now(),
  };
  return { start, rows, last: () => progress };
}

test('every hand of every file is sent once, whatever the sizes of the files', async () => {
  const sent: string[] = [];
  const { start, last } = started(async (_, text) => {
    sent.push(text);
    return stored(handsIn(text));
  });
  const files = Array.from({ length: 12 }, (_, index) => named(`${index}.txt`, SAMPLE));
  expect(await runImport(files, start)).toEqual({ reason: 'done', error: null });
  expect(last()).toMatchObject({ hands: 12 * 80, errors: 0, filesDone: 12 });
  expect(sent.length).toBeGreaterThan(1);
  for (const text of sent) expect(text.length).toBeLessThan(1_000_000);
});

test('errors name the file and its line, those found here and those of the server', async () => {
  const { start, rows, last } = started(async (_, text) => {
    const line = text.split('\n').findIndex((found) => found.includes('#250000000002')) + 1;
    return stored(1, [{ file: '', line, code: 'mismatch', message: 'The pot is 12 or 13' }]);
  });
  const line = SAMPLE.split('\n').findIndex((found) => found.includes('#250000000002')) + 1;
  await runImport([named('notes.txt', 'remember the milk'), named('a.txt', SAMPLE)], start);
  expect(rows.map(({ file, code }) => [file, code])).toEqual([
    ['notes.txt', 'unknown-format'],
    ['a.txt', 'mismatch'],
  ]);
  expect(rows[1]?.line).toBe(line);
  expect(last()?.codes).toEqual({ 'unknown-format': 1, mismatch: 1 });
});

test('a busy server is asked again under the same key; a full one ends the import', async () => {
  const keys: string[] = [];
  const busy = started(async (_, __, key) => (keys.push(key) < 3 ? refused('busy') : stored(80)));
  expect(await runImport([named('a.txt', SAMPLE)], busy.start)).toMatchObject({ reason: 'done' });
  expect(new Set(keys).size).toBe(1);
  const full = started(async () => refused('hands-full'));
  const end = await runImport([named('a.txt', SAMPLE)], full.start);
  expect(end).toMatchObject({ reason: 'failed', error: { code: 'hands-full' } });
});

test('a file in UTF-16 is read, one that cannot be read is an error of its own, and cancelling ends it', async () => {
  const units = Uint16Array.from(`\ufeff${SAMPLE}`, (letter) => letter.charCodeAt(0));
  const broken = new Blob(['x']);
  broken.stream = () => {
    throw new Error('gone');
  };
  const { start, rows, last } = started(async (_, text) => stored(handsIn(text)));
  await runImport([{ name: 'broken.txt', file: broken }, named('wide.txt', new Uint8Array(units.buffer))], start);
  expect(last()?.hands).toBe(80);
  expect(rows).toMatchObject([{ file: 'broken.txt', code: 'unreadable-file' }]);
  const abort = new AbortController();
  const cancelled = started(async () => {
    abort.abort();
    return stored(80);
  }, abort.signal);
  expect(await runImport([named('a.txt', SAMPLE)], cancelled.start)).toMatchObject({ reason: 'cancelled' });
});
