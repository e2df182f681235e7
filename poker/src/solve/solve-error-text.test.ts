import type { SolveError, SolveEstimate } from '@ploscope/kernel';
import { expect, it } from 'vitest';
import { parseSolveSpot } from '../spot/parse-solve-spot.ts';
import { solveErrorText } from './solve-error-text.ts';

const read = parseSolveSpot({ board: 'Ks9d4c2h7s', pot: 60, stack: 540, oop: { range: 'AA' }, ip: { range: 'KQJT' } });
if (!read.ok) throw new Error(read.error.message);
const spot = read.value;

const textOf = (error: Partial<SolveError> & Pick<SolveError, 'code'>) =>
  solveErrorText({ player: null, message: 'for programs', ...error }, spot);

it('a refusal about a player names the range', () => {
  expect(textOf({ code: 'empty', player: 0 })).toMatchObject({ code: 'empty', field: 'oop.range', at: 0, end: 2 });
  expect(textOf({ code: 'weights', player: 1 })).toMatchObject({ field: 'ip.range', end: 4 });
});

it('a refusal about another part names its field, or none', () => {
  expect(textOf({ code: 'board' }).field).toBe('board');
  expect(textOf({ code: 'lock' }).field).toBe('locks');
  expect(textOf({ code: 'checkpoint' })).toMatchObject({ field: '', hint: expect.stringContaining('begin anew') });
});

it('a flop of two boards says what it would take and what is solved instead', () => {
  const flop = parseSolveSpot({ ...read.value, board: 'Ks9d4c', board2: 'AsTd8c', oop: { range: 'AA' } });
  if (!flop.ok) throw new Error(flop.error.message);
  const estimate: SolveEstimate = {
    nodes: 8,
    runOuts: 3_916_440,
    allRunOuts: 3_916_440,
    combos: [100, 200],
    bytes: { f32: 5e13, i16: 2.6e13 },
    buckets: null,
    storage: null,
    shards: 1,
    iterationMs: 1,
  };
  for (const code of ['board', 'memory'] as const) {
    const refusal = solveErrorText({ code, player: null, message: 'for programs', estimate }, flop.value);
    expect(refusal).toMatchObject({
      code: 'solve-board',
      field: 'board',
      hint: expect.stringContaining('rivers of two'),
    });
    expect(refusal.message).toBe(
      'A flop of two boards is not solved: it has 3,916,440 run-outs and would take 23.7 TB.',
    );
  }
});

it('too little memory says how much is needed at least', () => {
  const estimate: SolveEstimate = {
    nodes: 8,
    runOuts: 1,
    allRunOuts: 1,
    combos: [100, 200],
    bytes: { f32: 5_000_000_000, i16: 2_600_000_000 },
    buckets: null,
    storage: null,
    shards: 1,
    iterationMs: 1,
  };
  expect(textOf({ code: 'memory', estimate }).message).toBe('This solve takes 2.5 GB, which is more than it may take.');
  expect(textOf({ code: 'memory' }).message).toBe('This solve takes more memory than it may.');
});
