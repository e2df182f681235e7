import { parseSolveSpot } from '@ploscope/poker';
import { expect, test } from 'vitest';
import { formatTree } from './tree-text.ts';

const treeOf = (game: string, board: string, stack: number): string => {
  const side = { range: '*' };
  const spot = parseSolveSpot({ game, board, pot: 100, stack, oop: side, ip: side });
  if (!spot.ok) throw new Error(spot.error.message);
  return formatTree(spot.value);
};

test('the tree of a preset is told in a few words, streets that are alike together', () => {
  expect(treeOf('plo4', 'Td7h2c', 100)).toBe('bets 50% and pot · raises pot');
  expect(treeOf('plo4', 'Td7h2c', 400)).toBe('bets pot on flop and turn, 50% and pot on river · raises pot');
  expect(treeOf('plo4', 'Td7h2c', 800)).toBe('bets pot · raises pot · one raise a street');
  expect(treeOf('plo4', 'Td7h2c', 2000)).toBe(
    'bets pot · raises pot on flop and turn · one raise a street · no bets into a bettor of the street before',
  );
  expect(treeOf('plo4', 'Td7h2c9d3s', 900)).toBe('bets 50% and pot · raises pot');
  expect(treeOf('holdem', 'Td7h2c', 300)).toBe(
    'bets 33% on flop, 75% on turn and river · raises 3x · 2 raises a street · all-in where a pot or less is left · ' +
      'no bets into a bettor of the street before',
  );
});
