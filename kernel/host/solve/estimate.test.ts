// An estimate, made before any memory is taken, against what is then taken and what the spot has when it is counted out.

import { describe, expect, test } from 'vitest';
import { ACT } from '../../src/solve/forest.ts';
import type { SolveEstimate, SolveJob, Storage } from '../../src/solve/job.ts';
import { planSolve } from '../../src/solve/plan.ts';
import { allDealt } from '../../test/solve/expand.ts';
import { nearHost } from '../../test/solve/near-host.ts';
import { combosOf, spot } from '../../test/solve/spots.ts';
import { openSolver } from './open-solver.ts';
import { shareSolve } from './sharing.ts';

const RIVER = spot({ boards: ['Ks9d4c2h7s'], combos: [60000, 50000], stack: 540 });
const TURN = spot({ boards: ['QsJs5s5d'], combos: [3000, 2500] });
const TWO = spot({ boards: ['Ks9d4c2h7s', 'QsJs5s5d2d'], combos: [30000, 30000] });
const TWO_TURN = spot({ boards: ['Ks9d4c2h', 'QsJs5s5d'], combos: [300, 250], stack: 60, method: 'exact' });
const TWO_BUCKETED = spot({ boards: ['Ks9d4c2h', 'QsJs5s5d'], combos: [2500, 2000], stack: 60, method: 'bucketed' });
const PLO6 = spot({ game: 'plo6', boards: ['Ks9d4c2h7s'], combos: [20000, 15000] });
const ALIKE = spot({ boards: ['KsKh7s7h'], combos: [1500, 1500], alike: [[1, 0, 2, 3]] });
const FLOP = spot({ game: 'holdem', boards: ['Td9s6h'], combos: [150, 130], stack: 60 });
const MONOTONE = spot({
  game: 'holdem',
  boards: ['Td9d6d'],
  combos: [150, 130],
  alike: [
    [2, 1, 0, 3],
    [0, 1, 3, 2],
  ],
  stack: 60,
});

async function estimated(job: SolveJob, shards: number): Promise<SolveEstimate> {
  const answer = await openSolver(nearHost(shards)).estimate(job);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

async function taken(job: SolveJob, shards: number, storage: Storage): Promise<number> {
  const answer = await openSolver(nearHost(shards)).open({ ...job, storage });
  if (!answer.ok) throw new Error(answer.error.message);
  const { memoryBytes } = await answer.value.finish();
  await answer.value.close();
  return memoryBytes;
}

test.each(['auto', 'bucketed', 'exact'] as const)(
  'a flop of two boards is refused with the estimate (%s)',
  async (method) => {
    const job = spot({ boards: ['Ks9d4c', 'QsJh5s'], combos: [9000, 8000], method });
    const answer = await openSolver(nearHost(2)).open({ ...job, maxBytes: 1e15 });
    if (answer.ok) throw new Error('it was not refused');
    const { code, message, estimate } = answer.error;
    expect([code, message]).toEqual(['memory', 'a flop of two boards has too many run-outs: its turns can be solved']);
    expect(estimate!.storage).toBeNull();
    expect(estimate!.allRunOuts).toBe(46 * 45 * 44 * 43);
    expect(estimate!.runOuts).toBe(estimate!.allRunOuts);
    expect(estimate!.bytes.f32).toBeGreaterThan(1e12);
    expect(estimate!.iterationMs).toBeGreaterThan(0);
  },
);

test('a flop of two boards has as many run-outs where suits are alike', async () => {
  const job = spot({ boards: ['Tc7d3c', 'QdJc5d'], combos: [200, 200], alike: [[0, 1, 3, 2]] });
  const { allRunOuts, runOuts } = await estimated(job, 2);
  expect(allRunOuts).toBe(46 * 45 * 44 * 43);
  expect(runOuts).toBeLessThan(allRunOuts);
});

describe('bytes', () => {
  test.each([
    ['a river', RIVER, 1],
    ['a river in two', RIVER, 2],
    ['a turn', TURN, 1],
    ['a turn in three', TURN, 3],
    ['two boards', TWO, 1],
    ['a turn of two boards', TWO_TURN, 1],
    ['a turn of two boards by bucket', TWO_BUCKETED, 1],
    ['a turn of two boards by bucket, in two', TWO_BUCKETED, 2],
    ['PLO6', PLO6, 1],
    ['a turn with suits that are alike', ALIKE, 1],
    ["a Hold'em flop with suits that are alike", MONOTONE, 1],
  ] as const)('%s takes what was estimated, within a tenth', async (_, job, shards) => {
    const { bytes, shards: planned } = await estimated(job, shards);
    expect(planned).toBe(shards);
    for (const storage of ['f32', 'i16'] as const) {
      const real = await taken(job, shards, storage);
      expect(real / bytes[storage]).toBeLessThan(1.1);
      expect(real / bytes[storage]).toBeGreaterThan(0.9);
    }
  });
});

describe('counts', () => {
  const actsIn = (job: SolveJob, street: number) => job.streets[street]!.kinds.filter((kind) => kind === ACT).length;

  test.each([RIVER, TURN, TWO, PLO6, FLOP])('nodes, run-outs and combos are those of the spot told out (%#)', (job) => {
    const plan = planSolve(job);
    const dealt = allDealt(job);
    const whole = dealt.filter(({ length }) => length === job.streets.length - 1).length;
    expect([plan.runOuts, plan.allRunOuts]).toEqual([whole, whole]);
    expect(plan.nodes).toBe(dealt.reduce((sum, { length }) => sum + actsIn(job, length), 0));
    const gone = job.boards.flatMap((board) => [...board]);
    const live = ([0, 1] as const).map(
      (player) => combosOf(job, player).filter((combo) => !combo.some((card) => gone.includes(card))).length,
    );
    expect(plan.combos).toEqual(live);
  });

  test('run-outs that only rename suits are counted once, and all of them besides', async () => {
    const { runOuts, allRunOuts, nodes } = await estimated(ALIKE, 1);
    expect(allRunOuts).toBe(48);
    // Of clubs and diamonds one of two: 13 of the 48 are left out.
    expect(runOuts).toBe(35);
    expect(nodes).toBe(actsIn(ALIKE, 0) + runOuts * actsIn(ALIKE, 1));
  });
});

describe('the parts of a solve', () => {
  const plan = planSolve(TURN);

  test.each([1, 2, 3, 7, 48])('%d shards take every branch once, and none much more than its part', (workers) => {
    const { branches, estimate } = shareSolve(TURN, 'exact', plan, 1000, workers);
    expect(estimate.shards).toBe(workers);
    expect(branches.flat().toSorted((a, b) => a - b)).toEqual([...plan.branches.keys()]);
    const work = branches.map((own) => own.reduce((sum, branch) => sum + plan.work[branch]!, 0));
    const most = Math.max(...plan.work);
    const whole = work.reduce((sum, own) => sum + own, 0);
    for (const own of work) expect(own).toBeLessThanOrEqual(whole / workers + most);
  });

  test('there are no more shards than branches, and one for what is over before a message arrives', () => {
    expect(shareSolve(TURN, 'exact', plan, 1000, 200).estimate.shards).toBe(plan.branches.length);
    expect(shareSolve(TURN, 'exact', plan, 0.5, 4).estimate.shards).toBe(1);
  });

  test('more shards are taken than asked for where one would not hold its part', () => {
    const heavy = { ...plan, branches: plan.branches.map(() => ({ f32: 1e9, i16: 5e8 })) };
    const { estimate } = shareSolve({ storage: 'f32', maxBytes: 1e12, buckets: 1 }, 'exact', heavy, 1000, 2);
    expect(estimate.shards).toBeGreaterThanOrEqual(Math.ceil(plan.branches.length / 3));
    expect(estimate.storage).toBe('f32');
    expect(shareSolve({ storage: 'auto', maxBytes: 3e10, buckets: 1 }, 'exact', heavy, 1000, 2).estimate.storage).toBe(
      'i16',
    );
    expect(
      shareSolve({ storage: 'auto', maxBytes: 1e10, buckets: 1 }, 'exact', heavy, 1000, 2).estimate.storage,
    ).toBeNull();
  });
});
