/** Two jobs of one player are told apart by what was asked: the cards, the chips, and where a solve stops. */
import { expect, test } from 'vitest';
import { jobLabel } from './job-label.ts';

const SPOT = { board: 'Td7h2c', pot: 60, stack: 540 };

test.each([
  [SPOT, 'PLO4 Td7h2c, pot 60, stack 540, to 0.3%'],
  [{ ...SPOT, game: 'plo5', options: { target: 0.0005, iterations: 900 } }, 'PLO5 Td7h2c, pot 60, stack 540, to 0.05%'],
  [{ ...SPOT, options: { iterations: 9000 } }, 'PLO4 Td7h2c, pot 60, stack 540, 9,000 iterations'],
  [{ ...SPOT, options: { target: 1e-9, seconds: 60 } }, 'PLO4 Td7h2c, pot 60, stack 540, as far as it gets'],
  [{ game: 'holdem', hands: ['AA', 'KK'] }, 'Hold’em, AA v KK'],
])('%j', (request, label) => {
  expect(jobLabel(request)).toBe(label);
});
