/** What is told of a job fits the window, and a solve that fell back says so once. */
import type { Job, JobProgress } from '@ploscope/contracts';
import { expect, test } from 'vitest';
import { openStatusLine } from '../terminal/progress-line.ts';
import { formatJobs } from './job-rows.ts';
import { stepOf } from './watch-job.ts';

const at = (iterations: number): JobProgress => ({
  fraction: null,
  iterations,
  exploitability: 0.0043,
  rough: true,
  elapsedMs: 1000,
});
const JOB = {
  id: '01943d3a-7c1b-7e0f-8a55-3f1d2c4b5a69',
  kind: 'solve',
  label: 'PLO4 Td7h2c3s9s and Qs8d5hJc2d, pot 100000, stack 1000000, 1,000,000 iterations',
  status: 'PROCESSING',
  progress: at(1_000_000),
  createdAt: '2026-01-01T00:00:00.000Z',
} as Job;

test('a list of jobs says what each is about, in 80 characters', () => {
  const lines = formatJobs([JOB, { ...JOB, status: 'CANCELLED' }], Date.parse(JOB.createdAt) + 8_000_000, 80);
  expect(lines).toEqual([
    `${JOB.id}  computing  2 h 13 min ago`,
    '  solve   PLO4 Td7h2c3s9s and Qs8d5hJc2d, pot 100000, stack 1000000, 1,000,000 …',
    '  1,000,000 iterations · ≈ 0.43% of the pot',
    `${JOB.id}  cancelled  2 h 13 min ago`,
    '  solve   PLO4 Td7h2c3s9s and Qs8d5hJc2d, pot 100000, stack 1000000, 1,000,000 …',
  ]);
  for (const line of lines) expect([...line].length).toBeLessThanOrEqual(80);
});

test('a solve that goes on from an older state is told once, when it does', () => {
  let reached = 0;
  const told = [null, at(100), at(312), null, at(0), at(240), at(250)].map((progress) => {
    const { most, isBack } = stepOf(reached, progress);
    reached = most;
    return isBack;
  });
  expect(told).toEqual([false, false, false, false, false, true, false]);
});

test('without a terminal a line is written every five seconds, and when the state is another', () => {
  let written = '';
  const line = openStatusLine({ terminal: false, colour: false, width: Number.POSITIVE_INFINITY }, (text) => {
    written += text;
  });
  const asked = [0, 1000, 2000, 3000, 7999, 8000].map((ms) => [ms, ms < 3000 ? 'waiting' : 'computing'] as const);
  for (const [ms, state] of asked) line.show(ms, () => `${state} ${ms}`, state);
  line.clear();
  expect(written).toBe('waiting 1000\ncomputing 3000\ncomputing 8000\n');
});
