import { expect, test } from 'vitest';
import { namedGame } from './named-game.ts';

test.each([
  ["Hold'em No Limit", 'holdem', 'no-limit'],
  ['Omaha Pot Limit', 'plo4', 'pot-limit'],
  ['5 Card Omaha Pot Limit', 'plo5', 'pot-limit'],
  ['6 Card Omaha Pot Limit', 'plo6', 'pot-limit'],
  ['PLO', 'plo4', 'pot-limit'],
  ['PLO-5', 'plo5', 'pot-limit'],
  ['PLO-6', 'plo6', 'pot-limit'],
  ['Omaha5 pot limit', 'plo5', 'pot-limit'],
  ['Holdem no limit', 'holdem', 'no-limit'],
  ['Omaha No Limit', 'plo4', 'no-limit'],
  ["Hold'em Pot Limit", 'holdem', 'pot-limit'],
])('%s is played', (words, game, betting) => {
  expect(namedGame(words)).toEqual({ game, betting });
});

test.each([
  'Omaha Hi/Lo Pot Limit',
  '5 Card Omaha Hi-Lo Pot Limit',
  'Omaha8 pot limit',
  "Hold'em Limit",
  'Omaha Limit',
  '7 Card Stud Hi/Lo Limit',
  'Razz Limit',
  '5 Card Draw Pot Limit',
  'Courchevel Pot Limit',
  "6+ Hold'em No Limit",
  'ShortDeck No Limit',
  'Omaha (NL postflop)',
  "Hold'em Pot Limit Pre-Flop, No Limit Post-Flop",
  'Badugi Limit',
])('%s is not', (words) => {
  expect(namedGame(words)).toBe('unplayed');
});

test('words without a game name none', () => {
  expect(namedGame('Tuesday Special')).toBe(null);
});
