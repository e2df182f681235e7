import { expect, test } from 'vitest';
import { fromSpot } from './draft.ts';
import { setText } from './edits.ts';
import { EXAMPLES } from './examples.ts';
import { occupancyOf } from './occupancy.ts';

const ACES = fromSpot(EXAMPLES.aces);
const AS = 51;

test('every card of a hand, a board or the dead is taken there', () => {
  const { at, duplicates } = occupancyOf(setText(setText(ACES, 'board', 'Kd2c3s'), 'dead', '2h'));
  expect(at.get(AS)).toBe('hands[0]');
  expect(at.get(45)).toBe('board');
  expect(at.get(2)).toBe('dead');
  expect(at.size).toBe(12);
  expect(duplicates).toEqual([]);
});

test('a card in two places is named at the second', () => {
  const { duplicates } = occupancyOf(setText(ACES, 'hands[1]', 'AsQdJdTd'));
  expect(duplicates).toEqual([{ card: AS, field: 'hands[1]', firstField: 'hands[0]' }]);
});

test('a range takes no card', () => {
  expect(occupancyOf(setText(ACES, 'hands[0]', 'AA$ds')).at.has(AS)).toBe(false);
});
