import { expect, test } from 'vitest';
import { type Draft, fromSpot, toSpot } from './draft.ts';
import { addPlayer, movePlayer, removePlayer, setGame, setSecondBoard, setText, toggleCard } from './edits.ts';
import { EXAMPLES } from './examples.ts';

const ACES: Draft = fromSpot(EXAMPLES.aces);
const texts = (draft: Draft): string[] => draft.players.map((player) => player.text);

test('a picked card joins the field, and leaves it when picked again', () => {
  const empty = setText(ACES, 'board', '');
  const one = toggleCard(empty, 'board', 51);
  expect(one.board).toBe('As');
  const two = toggleCard(one, 'board', 0);
  expect(two.board).toBe('As2c');
  expect(toggleCard(two, 'board', 51).board).toBe('2c');
});

test('a full hand takes no further card', () => {
  expect(toggleCard(ACES, 'hands[0]', 0)).toBe(ACES);
});

test('the first card picked replaces a range', () => {
  const range = setText(ACES, 'hands[0]', 'AA$ds, KK');
  expect(texts(toggleCard(range, 'hands[0]', 51))[0]).toBe('As');
});

test('players are added up to the table, and PLO6 seats seven', () => {
  let draft: Draft = setGame(ACES, 'plo5');
  for (let i = 0; i < 10; i++) draft = addPlayer(draft);
  expect(draft.players).toHaveLength(8);
  expect(setGame(draft, 'plo6').players).toHaveLength(7);
  expect(new Set(draft.players.map((player) => player.id)).size).toBe(8);
});

test('removing one of two players empties the row instead', () => {
  expect(texts(removePlayer(ACES, 0))).toEqual(['', '9d8d7c6c']);
  const three = addPlayer(ACES);
  expect(texts(removePlayer(three, 0))).toEqual(['9d8d7c6c', '']);
});

test('rows keep their identity when they move', () => {
  const moved = movePlayer(ACES, 1, -1);
  expect(texts(moved)).toEqual(['9d8d7c6c', 'AsAhKsKh']);
  expect(moved.players[0]?.id).toBe(ACES.players[1]?.id);
  expect(movePlayer(ACES, 0, -1)).toBe(ACES);
});

test('a smaller game keeps as many cards as it has; ranges stay as written', () => {
  const mixed = setText(ACES, 'hands[1]', 'AA$ds');
  expect(texts(setGame(mixed, 'holdem'))).toEqual(['AsAh', 'AA$ds']);
});

test('the second board comes empty and goes with its cards', () => {
  const two = setSecondBoard(ACES, true);
  expect(two.board2).toBe('');
  expect(setSecondBoard(setText(two, 'board2', 'Kd8c3s'), false).board2).toBeNull();
});

test('empty rows are left out of the spot, and rows lead back', () => {
  const three = setText(setText(addPlayer(ACES), 'hands[0]', '  '), 'hands[2]', ' KK ');
  const { spot, rows } = toSpot(three);
  expect(spot.hands).toEqual(['9d8d7c6c', 'KK']);
  expect(rows).toEqual([1, 2]);
});
