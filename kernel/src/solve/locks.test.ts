// Fixed strategies: they stay as they are, the others learn around them, and the figure counts them.

import { describe, expect, test } from 'vitest';
import { testRandom } from '../../test/kernel.ts';
import { openLocal, solveHere } from '../../test/solve/local.ts';
import { type Bound, bestResponse, evaluate } from '../../test/solve/naive-solve.ts';
import { storedStrategy, toyOf } from '../../test/solve/spot-toy.ts';
import { combosOf, spot } from '../../test/solve/spots.ts';
import { ACT } from './forest.ts';
import type { NodeLock, SolveJob } from './job.ts';
import { PARTS, type SolvedDeal } from './result.ts';

const F32 = 2e-5;
const RIVER = spot({ boards: ['Ks9d4c2h7s'], combos: [120, 90], stack: 180, seed: 4 });
const TURN = spot({ boards: ['Ks9d4c2h'], combos: [24, 20], stack: 60, seed: 5 });

/** ACT nodes of a street by player. */
function actsOf(job: SolveJob, street: number, player: 0 | 1): number[] {
  const { kinds, players } = job.streets[street]!;
  return [...kinds.keys()].filter((node) => kinds[node] === ACT && players[node] === player);
}

/** A lock; `share` is asked for each combo and action, all −1 leaves the combo free. */
function lockAt(
  job: SolveJob,
  street: number,
  node: number,
  dealt: readonly number[],
  share: (combo: number, action: number) => number,
): NodeLock {
  const forest = job.streets[street]!;
  const combos = combosOf(job, forest.players[node] as 0 | 1).length;
  const shares = Float32Array.from({ length: forest.counts[node]! * combos }, (_, at) =>
    share(at % combos, Math.floor(at / combos)),
  );
  return { street, node, dealt, shares };
}

function sharesOf(deals: readonly SolvedDeal[], dealt: readonly number[], node: number): Float32Array {
  const deal = deals.find((one) => one.dealt.join() === dealt.join())!;
  return Float32Array.from(deal.nodes.find((one) => one.node === node)!.parts, (part) => part / PARTS);
}

function live(job: SolveJob, player: 0 | 1, dealt: readonly number[]): number[] {
  const known = [...job.boards[0]!, ...dealt];
  const combos = combosOf(job, player);
  return [...combos.keys()].filter((i) => !combos[i]!.some((card) => known.includes(card)));
}

/** Who has to keep to a lock: told from the locks as the job names them, the last that fixes the combo. */
function boundBy(job: SolveJob): Bound {
  return (player, depth, node, dealt, hand) =>
    job.locks.some((lock) => {
      if (lock.street !== depth || lock.node !== node) return false;
      if (!lock.dealt.every((card, i) => card < 0 || card === dealt[i])) return false;
      return job.streets[depth]!.players[node] === player && lock.shares[hand]! >= 0;
    });
}

/** Half the combos bet always or never, the other half is free. */
const half = (combo: number, action: number): number => (combo % 2 ? -1 : combo % 4 === action * 2 ? 1 : 0);

describe.each(['f32', 'i16'] as const)('a lock (%s)', (storage) => {
  test('of a whole node stays as it is', () => {
    const actions = RIVER.streets[0]!.counts[0]!;
    const lock = lockAt(RIVER, 0, 0, [], (_, a) => (a === 0 ? 0.25 : 0.75 / (actions - 1)));
    const { deals } = solveHere({ ...RIVER, storage, locks: [lock] }, 40);
    const shares = sharesOf(deals, [], 0);
    for (const i of live(RIVER, 0, [])) {
      for (let a = 0; a < actions; a++) {
        expect(Math.abs(shares[a * 120 + i]! - lock.shares[a * 120 + i]!)).toBeLessThanOrEqual(1 / PARTS);
      }
    }
  });

  test('of some combos leaves the others free to learn', () => {
    const [node] = actsOf(RIVER, 0, 1);
    const lock = lockAt(RIVER, 0, node!, [], half);
    const locked = solveHere({ ...RIVER, storage, locks: [lock] }, 60);
    const shares = sharesOf(locked.deals, [], node!);
    const combos = 90;
    const actions = shares.length / combos;
    let learned = 0;
    for (const i of live(RIVER, 1, [])) {
      const own = Array.from({ length: actions }, (_, a) => shares[a * combos + i]!);
      if (i % 2 === 0) expect(own).toEqual(Array.from({ length: actions }, (_, a) => lock.shares[a * combos + i]!));
      else if (own.some((share) => Math.abs(share - 1 / actions) > 0.1)) learned++;
    }
    expect(learned).toBeGreaterThan(20);
    expect(locked.at.exploitability).toBeLessThan(0.01 * RIVER.pot);
  });

  test('is counted by the exploitability: who is bound gains nothing there', () => {
    const locks = [lockAt(RIVER, 0, 0, [], half), lockAt(RIVER, 0, actsOf(RIVER, 0, 1)[0]!, [], half)];
    const job = { ...RIVER, storage, locks };
    const { at, deals } = solveHere(job, 60);
    const toy = toyOf(job);
    const strategy = storedStrategy(job, deals);
    const { ev } = evaluate(toy, strategy);
    for (const player of [0, 1] as const) {
      expect(Math.abs(at.worth[player] + job.pot / 2 - ev[player])).toBeLessThan(F32 * job.pot);
      const best = bestResponse(toy, strategy, player, boundBy(job));
      expect(Math.abs(at.best[player] + job.pot / 2 - best)).toBeLessThan(F32 * job.pot);
      expect(bestResponse(toy, strategy, player)).toBeGreaterThan(best + 0.1);
    }
  });
});

describe('locks on a later street', () => {
  const node = actsOf(TURN, 1, 0)[0]!;
  const card = 20;
  const bet = lockAt(TURN, 1, node, [-1], (_, a) => (a === 1 ? 1 : 0));
  const check = lockAt(TURN, 1, node, [card], (_, a) => (a === 0 ? 1 : 0));

  function rootShares(locks: readonly NodeLock[], dealt: number): [checked: number, bet: number][] {
    const { deals } = solveHere({ ...TURN, locks }, 5);
    const shares = sharesOf(deals, [dealt], node);
    const combos = combosOf(TURN, 0).length;
    return live(TURN, 0, [dealt]).map((i) => [shares[i]!, shares[combos + i]!]);
  }

  test('hold after every card, or after the one they name', () => {
    expect(new Set(rootShares([bet], card).flat())).toEqual(new Set([0, 1]));
    expect(rootShares([bet], card + 1).every(([, share]) => share === 1)).toBe(true);
    expect(rootShares([check], card).every(([share]) => share === 1)).toBe(true);
    expect(rootShares([check], card + 1).every(([share]) => share === 1)).toBe(false);
  });

  test('of two on a node the later counts, whichever is for one card', () => {
    expect(rootShares([bet, check], card).every(([share]) => share === 1)).toBe(true);
    expect(rootShares([bet, check], card + 1).every(([, share]) => share === 1)).toBe(true);
    expect(rootShares([check, bet], card).every(([, share]) => share === 1)).toBe(true);
  });

  test('a later lock leaves alone whom it does not fix', () => {
    const some = lockAt(TURN, 1, node, [card], (combo, a) => (combo % 2 ? -1 : a === 0 ? 1 : 0));
    const combos = live(TURN, 0, [card]);
    const shares = rootShares([bet, some], card);
    expect(shares).toEqual(combos.map((combo) => (combo % 2 ? [0, 1] : [1, 0])));
  });

  test('are counted by the exploitability', () => {
    const job = { ...TURN, locks: [bet, lockAt(TURN, 0, 0, [], half), check] };
    const { at, deals } = solveHere(job, 80);
    const toy = toyOf(job);
    const strategy = storedStrategy(job, deals);
    for (const player of [0, 1] as const) {
      const best = bestResponse(toy, strategy, player, boundBy(job));
      expect(Math.abs(at.best[player] + job.pot / 2 - best)).toBeLessThan(F32 * job.pot);
    }
    expect(at.exploitability).toBeLessThan(0.02 * job.pot);
  });
});

test('a lock stays through parted play', () => {
  const job = spot({ boards: ['Ks9d4c2h7s'], combos: [14000, 13000], stack: 180, seed: 4 });
  const random = testRandom(3);
  const picks = Array.from({ length: 14000 }, () => random());
  const [, second] = actsOf(job, 0, 0);
  const locks = [0, second!].map((node) =>
    lockAt(job, 0, node, [], (combo, a) => (picks[combo]! < 0.5 ? -1 : Number(a === (picks[combo]! < 0.75 ? 0 : 1)))),
  );
  const solve = openLocal({ ...job, locks });
  expect(solve.instance.start.children.length).toBeGreaterThan(1);
  solve.iterate(0, 5);
  const { deals } = solve.finish();
  const stored = new Map(deals.flatMap(({ nodes }) => nodes.map(({ node, parts }) => [node, parts])));
  for (const { node, shares } of locks) {
    const parts = stored.get(node)!;
    for (const i of live(job, 0, [])) {
      if (shares[i]! >= 0)
        expect([parts[i], parts[14000 + i]]).toEqual([shares[i]! * PARTS, shares[14000 + i]! * PARTS]);
    }
  }
  const whole = openLocal({ ...job, locks }, false);
  whole.iterate(0, 5);
  expect(Math.abs(whole.finish().at.exploitability - solve.measure().exploitability)).toBeLessThan(1e-3 * job.pot);
});
