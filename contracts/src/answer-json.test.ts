import type { EquityAnswer } from '@ploscope/poker';
import { expect, test } from 'vitest';
import { formatAnswerJson } from './answer-json.ts';

test('an answer is written whole, its time to a hundredth of a millisecond', () => {
  const answer: EquityAnswer = {
    game: 'plo4',
    exact: true,
    method: 'hands',
    trials: 820,
    standardError: null,
    jointExact: null,
    jointStandardError: null,
    elapsedMs: 4.123456789,
    players: [],
  };
  expect(formatAnswerJson(answer)).toBe(JSON.stringify({ ...answer, elapsedMs: 4.12 }));
});
