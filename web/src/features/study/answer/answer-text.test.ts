import type { EquityAnswer } from '@ploscope/poker';
import { expect, test } from 'vitest';
import { fromSpot } from '../spot/draft.ts';
import { EXAMPLES } from '../spot/examples.ts';
import type { Answered } from '../state.ts';
import { answerText } from './answer-text.ts';

const player = { combos: 1, wins: null, ties: null, standardError: 0.0004, boards: [], joint: null };
const answer: EquityAnswer = {
  game: 'plo4',
  exact: false,
  method: 'deals',
  trials: 500_000,
  standardError: 0.0004,
  jointExact: null,
  jointStandardError: null,
  elapsedMs: 100,
  players: [
    { ...player, input: 'AA$ds', equity: 0.612345, win: 0.6, tie: 0.02469 },
    { ...player, input: 'KK+, $ds!AA', equity: 0.387655, win: 0.37531, tie: 0.02469 },
  ],
};

test('columns line up, rows keep their number, and the link comes last', () => {
  const answered: Answered = { key: '', answer, rows: [0, 2], draft: fromSpot(EXAMPLES.aces) };
  const spot = { ...EXAMPLES.aces, board: 'Ks9d4c', board2: '2c3c4s', dead: '7h' };
  expect(answerText(answered, spot, 'https://example.org/#x')).toBe(
    [
      'PLO4 · board Ks9d4c · board 2 2c3c4s · dead 7h (sampled, ±0.040%)',
      '#  Hand         Equity     Win    Tie',
      '1  AA$ds        61.23%  60.00%  2.47%',
      '3  KK+, $ds!AA  38.77%  37.53%  2.47%',
      'https://example.org/#x',
    ].join('\n'),
  );
});
