import { catalogueError, type WireError } from '@ploscope/contracts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDeletions } from './deletions.ts';

const GONE = catalogueError('unavailable');
let sent: string[];
let shown: string[];
let answer: WireError | null;
const open = () =>
  createDeletions({
    delayMs: 5000,
    send: async (id) => {
      sent.push(id);
      return answer;
    },
    onChange: (ids) => {
      shown = [...ids];
    },
  });
beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  shown = [];
  answer = null;
});
afterEach(() => void vi.useRealTimers());

test('a deletion is sent once, after the time to take it back', async () => {
  const deletions = open();
  const done = deletions.begin('a');
  void deletions.begin('a');
  expect(shown).toEqual(['a']);
  await vi.advanceTimersByTimeAsync(4999);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(await done).toBeNull();
  expect([sent, shown]).toEqual([['a'], []]);
});

test('one that is taken back is never sent, and may be asked for again', async () => {
  const deletions = open();
  const first = deletions.begin('a');
  deletions.undo('a');
  expect(await first).toBeNull();
  await vi.advanceTimersByTimeAsync(10_000);
  expect([sent, shown]).toEqual([[], []]);
  void deletions.begin('a');
  await vi.advanceTimersByTimeAsync(5000);
  expect(sent).toEqual(['a']);
});

test('when the page is left all are sent at once, and what is on its way cannot be taken back', async () => {
  const deletions = open();
  const all = [deletions.begin('a'), deletions.begin('b')];
  deletions.sendAll();
  deletions.undo('a');
  expect(sent).toEqual(['a', 'b']);
  await Promise.all(all);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toEqual(['a', 'b']);
});

test('one that fails is shown again, with why', async () => {
  answer = GONE;
  const done = open().begin('a');
  await vi.advanceTimersByTimeAsync(5000);
  expect(await done).toEqual(GONE);
  expect(shown).toEqual([]);
});
