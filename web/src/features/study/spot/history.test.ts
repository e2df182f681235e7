import { expect, test } from 'vitest';
import { record, redo, startHistory, undo } from './history.ts';

const START = startHistory('a');

test('undo gives back what stood before, redo what was undone', () => {
  const edited = record(record(START, 'b', null, 0), 'c', null, 0);
  expect(undo(edited).present).toBe('b');
  expect(undo(undo(edited)).present).toBe('a');
  expect(redo(undo(edited)).present).toBe('c');
  expect(redo(redo(undo(undo(edited)))).present).toBe('c');
});

test('letters typed one after another are one step', () => {
  let history = START;
  for (const [at, value] of ['A', 'As', 'AsA', 'AsAh'].entries())
    history = record(history, value, 'hands[0]', 1000 + at * 200);
  expect(history.past).toEqual(['a']);
  expect(undo(history).present).toBe('a');
});

test('a pause, or another field, begins a new step', () => {
  const typed = record(START, 'A', 'hands[0]', 0);
  expect(record(typed, 'As', 'hands[0]', 5000).past).toEqual(['a', 'A']);
  expect(record(typed, 'Ks', 'board', 10).past).toEqual(['a', 'A']);
});

test('an edit after undo forgets what was undone, and never joins the step that was undone to', () => {
  const undone = undo(record(record(START, 'b', 'x', 0), 'c', null, 10));
  const edited = record(undone, 'd', 'x', 20);
  expect(edited.future).toEqual([]);
  expect(undo(edited).present).toBe('b');
});

test('nothing to undo or redo changes nothing', () => {
  expect(undo(START)).toBe(START);
  expect(redo(START)).toBe(START);
  expect(record(START, 'a', null, 0)).toBe(START);
});
