import { expect, test } from 'vitest';
import { fromSpot, toSpot } from '../spot/draft.ts';
import { setSecondBoard, setText } from '../spot/edits.ts';
import { EXAMPLES } from '../spot/examples.ts';
import type { SpotReport } from '../work/protocol.ts';
import { fieldReport } from './field-report.ts';

const ACES = fromSpot(EXAMPLES.aces);
const WELL: SpotReport = { hands: [], board: null, board2: null, dead: null, problem: null };

test('a duplicate is named at once, at its place, with where the card is', () => {
  const draft = setText(ACES, 'hands[1]', 'Qd as JdTd');
  expect(fieldReport(draft, 'hands[1]', null).error).toMatchObject({
    message: 'As is already in player 1’s hand.',
    at: 3,
    end: 5,
  });
  expect(fieldReport(draft, 'hands[0]', null).error).toBeNull();
});

test('with two boards the right one is named', () => {
  const draft = setText(setText(setSecondBoard(ACES, true), 'board', 'Kd2c3s'), 'board2', 'Kd4c5s');
  expect(fieldReport(draft, 'board2', null).error?.message).toBe('Kd is already on board 1.');
});

test('a reading of an older text says nothing about the new one', () => {
  const broken = setText(ACES, 'board', 'Kx');
  const error = { code: 'bad-suit', message: 'no', at: 1, end: 2, hint: null };
  const reading = { draft: broken, rows: [0, 1], report: { ...WELL, board: error } };
  expect(fieldReport(broken, 'board', reading).error).toMatchObject({ at: 1 });
  expect(fieldReport(setText(broken, 'board', 'Kd2c3s'), 'board', reading).error).toBeNull();
});

test('a mistake in the spot lands on the row it is about, past empty rows and spaces', () => {
  const draft = setText(
    setText({ ...ACES, players: [{ id: 9, text: '' }, ...ACES.players] }, 'hands[2]', '  KK'),
    'dead',
    '',
  );
  const { rows } = toSpot(draft);
  const problem = { code: 'range-empty', field: 'hands[1]', message: 'nothing', at: 0, end: 2, hint: null };
  const reading = { draft, rows, report: { ...WELL, problem } };
  expect(fieldReport(draft, 'hands[2]', reading).error).toMatchObject({ message: 'nothing', at: 2, end: 4 });
  expect(fieldReport(draft, 'hands[1]', reading).error).toBeNull();
});
