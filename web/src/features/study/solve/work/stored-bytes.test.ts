/** What the page expects to hold of a solve, against what it is told by the spot counted by hand. */
import type { SolveEstimate } from '@ploscope/kernel';
import { parseSolveSpot, solveJob } from '@ploscope/poker';
import { expect, test } from 'vitest';
import { checkpointBytes, dealsOf, storedBytes } from './stored-bytes.ts';

/** One bet on each street and no raise: on each street OOP checks or bets, IP checks or bets, and both answer a bet. */
function jobOf(board: string) {
  const side = { range: 'AA', bets: { flop: ['pot'], turn: ['pot'], river: ['pot'] } };
  const spot = parseSolveSpot({ game: 'plo4', board, pot: 10, stack: 10, oop: side, ip: { ...side, range: 'KK' } });
  const job = spot.ok ? solveJob(spot.value) : spot;
  if (!job.ok) throw new Error(job.error.message);
  return job.value.job;
}

const estimate = (parts: Partial<SolveEstimate>): SolveEstimate => ({
  ...{ nodes: 0, runOuts: 1, allRunOuts: 1, combos: [100, 200], bytes: { f32: 0, i16: 0 }, buckets: null },
  ...{ storage: 'f32', shards: 1, iterationMs: 1, ...parts },
});

test('a river is a byte for each action of each combo, and eight of a checkpoint', () => {
  const job = jobOf('Ks9d4c2h7s');
  // OOP: check or bet, fold or call. IP: check or bet, fold or call.
  expect(storedBytes(job, estimate({}))).toBe(4 * 100 + 4 * 200);
  expect(checkpointBytes(job, estimate({}))).toBe(8 * 1200);
  expect(checkpointBytes(job, estimate({ storage: 'i16' }))).toBe(4 * 1200);
  expect(dealsOf(job, estimate({}))).toBe(1);
});

test('a river by bucket counts buckets, and a turn its combos and their worths', () => {
  const job = jobOf('Ks9d4c2h');
  // The bet is all-in: three lines lead to the river, and only one of them goes on there.
  const turn = 1200 + 3 * 4 * 300;
  expect(storedBytes(job, estimate({ runOuts: 48 }))).toBe(turn + 48 * 1200);
  expect(storedBytes(job, estimate({ runOuts: 48, buckets: 10 }))).toBe(turn + 48 * 80);
  expect(storedBytes(job, estimate({ runOuts: 48, buckets: 120 }))).toBe(turn + 48 * (4 * 100 + 4 * 120));
  expect(dealsOf(job, estimate({ runOuts: 48 }))).toBe(49);
});
