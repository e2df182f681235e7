// A closed solver answers nothing and starts no worker; a closed solve leaves none behind.

import { expect, test } from 'vitest';
import { solveHere } from '../../test/solve/local.ts';
import { type NearHost, nearHost } from '../../test/solve/near-host.ts';
import { spot } from '../../test/solve/spots.ts';
import type { Lane } from '../host.ts';
import { openSolver } from './open-solver.ts';

const RIVER = spot({ boards: ['Ks9d4c2h7s'], combos: [60, 50], stack: 180 });
const TURN = spot({ boards: ['QsJs5s5d'], combos: [90, 80], stack: 120 });

/** A host that counts how often each of its workers is told to close, in the order they were started. */
function countingHost(size: number): { host: NearHost; closings: number[] } {
  const near = nearHost(size);
  const closings: number[] = [];
  const spawn = (): Lane => {
    const lane = near.spawn();
    const worker = closings.push(0) - 1;
    return {
      ...lane,
      close() {
        closings[worker]!++;
        return lane.close();
      },
    };
  };
  return { host: { ...near, spawn }, closings };
}

test.each([false, true])(
  'nothing is answered and no worker started after the end (asked before: %s)',
  async (asked) => {
    const host = nearHost(2);
    const solver = openSolver(host);
    const trunk = solveHere(RIVER, 1).deals[0]!;
    if (asked) expect(await solver.estimate(RIVER)).toMatchObject({ ok: true });
    await solver.close();
    const started = host.workers.length;
    await expect(solver.estimate(RIVER)).rejects.toThrow('the solver is closed');
    await expect(solver.open(RIVER)).rejects.toThrow('the solver is closed');
    await expect(solver.view(RIVER, { dealt: [], node: 0 }, async () => trunk)).rejects.toThrow('the solver is closed');
    expect(host.workers).toHaveLength(started);
    expect(host.workers.every(({ closed }) => closed)).toBe(true);
  },
);

test('a solve that is being opened as the solver closes leaves no worker', async () => {
  const host = nearHost(2);
  const solver = openSolver(host);
  const opening = solver.open(TURN);
  const ends = Promise.allSettled([opening]);
  await solver.close();
  expect((await ends)[0]!.status).toBe('rejected');
  expect(host.workers.every(({ closed }) => closed)).toBe(true);
});

test("a closed solve's workers are closed once, and the solver knows them no more", async () => {
  const { host, closings } = countingHost(2);
  const solver = openSolver(host);
  for (let round = 0; round < 2; round++) {
    const answer = await solver.open(TURN);
    if (!answer.ok) throw new Error(answer.error.message);
    expect(answer.value.estimate.shards).toBe(2);
    await answer.value.close();
  }
  // The first answers for estimates, and stays.
  expect(closings).toEqual([0, 1, 1, 1, 1]);
  await solver.close();
  expect(closings).toEqual([1, 1, 1, 1, 1]);
});
