import { expect, test } from 'vitest';
import { fromSpot } from '../spot/draft.ts';
import { EXAMPLES } from '../spot/examples.ts';
import type { Answered, Run } from '../state.ts';
import { shownPlayers } from './shown-players.ts';

const draft = fromSpot(EXAMPLES.aces);
const player = { combos: 1, wins: 1, ties: 0, standardError: null, boards: [], joint: null, win: 0.6, tie: 0 };
const answered: Answered = {
  key: 'old',
  rows: [0, 1],
  draft,
  answer: {
    game: 'plo4',
    exact: true,
    method: 'hands',
    trials: 1,
    standardError: null,
    jointExact: null,
    jointStandardError: null,
    elapsedMs: 1,
    players: [
      { ...player, input: 'AsAhKsKh', equity: 0.6 },
      { ...player, input: '9d8d7c6c', equity: 0.4 },
    ],
  },
};
const newsAt = (elapsedMs: number) => ({
  done: 0.5,
  equities: [0.7, 0.3],
  standardError: 0.001,
  trials: 100,
  elapsedMs,
});
const running = (elapsedMs: number): Run => ({ kind: 'running', news: newsAt(elapsedMs) });
const now = { draft, rows: [0, 1], answered, fresh: false };

test('a short computation keeps the previous answer in sight', () => {
  expect(shownPlayers({ ...now, run: running(100) })?.kind).toBe('stale');
});

test('a long one shows its equities so far, and keeps them when stopped', () => {
  const shown = shownPlayers({ ...now, run: running(1000) });
  expect(shown?.kind).toBe('soFar');
  expect(shown?.players.map((one) => one.equity)).toEqual([0.7, 0.3]);
  expect(shownPlayers({ ...now, run: { kind: 'stopped', news: newsAt(1000) } })?.kind).toBe('soFar');
});

test('an answer to the spot as it stands is fresh; without any there is nothing to show', () => {
  expect(shownPlayers({ ...now, fresh: true, run: { kind: 'idle' } })?.kind).toBe('fresh');
  expect(shownPlayers({ ...now, answered: null, run: { kind: 'idle' } })).toBeNull();
});
