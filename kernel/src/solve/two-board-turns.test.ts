// Turns of two boards: a pair of cards comes next, one for each board, and each board pays half.

import { describe, expect, test } from 'vitest';
import { allDealt, expand } from '../../test/solve/expand.ts';
import { measureStored, solveHere } from '../../test/solve/local.ts';
import { bestResponse, evaluate } from '../../test/solve/naive-solve.ts';
import { storedStrategy, toyOf } from '../../test/solve/spot-toy.ts';
import { combosOf, spot } from '../../test/solve/spots.ts';
import { IDENTITY, type SuitRenaming } from '../suits.ts';
import { cardsDealt, isDeal, pairOf } from './dealt.ts';
import { ACT } from './forest.ts';
import type { NodeLock, SolveJob } from './job.ts';
import { planSolve } from './plan.ts';
import { postflopGame } from './postflop.ts';
import { PARTS } from './result.ts';
import { standInOf } from './stand-in.ts';
import { solveSymmetries } from './symmetry.ts';

const EXACT = 1e-6;
const CLUBS_DIAMONDS: SuitRenaming = [1, 0, 2, 3];
const TURN = spot({ boards: ['Ks9d4c2h', 'QsJh5s5d'], combos: [9, 8], stack: 60, maxRaises: 1, seed: 3 });
const PLO5 = spot({ game: 'plo5', boards: ['Ks9d4c2h', 'QsJh5s5d'], combos: [7, 6], stack: 60, maxRaises: 1 });
const ALIKE = spot({
  boards: ['KsKh7s7h', 'QsQh2s2h'],
  combos: [24, 20],
  alike: [CLUBS_DIAMONDS],
  stack: 60,
  maxRaises: 1,
});

describe('what is dealt', () => {
  test('is a card or a pair by one number, and told back', () => {
    expect(cardsDealt(51)).toEqual([51]);
    for (const [first, second] of [
      [0, 1],
      [51, 0],
      [17, 50],
    ] as const) {
      expect(pairOf(first, second)).toBe(52 + 52 * first + second);
      expect(cardsDealt(pairOf(first, second))).toEqual([first, second]);
    }
  });

  test('is no deal where it is of another number of boards, or one card twice', () => {
    expect(isDeal(51, 1)).toBe(true);
    expect(isDeal(pairOf(3, 4), 2)).toBe(true);
    for (const [number, boards] of [
      [52, 1],
      [-1, 1],
      [0.5, 1],
      [51, 2],
      [pairOf(4, 4), 2],
      [pairOf(51, 51) + 1, 2],
    ] as const) {
      expect(isDeal(number, boards)).toBe(false);
    }
  });

  test('is every ordered pair of cards that no board has', () => {
    const pairs = postflopGame(TURN).start.branches!.map(({ dealt }) => dealt);
    expect(pairs).toHaveLength(44 * 43);
    expect(pairs).toEqual(
      allDealt(TURN)
        .slice(1)
        .map(([dealt]) => dealt),
    );
  });
});

describe.each([
  ['PLO4', TURN],
  ['PLO5', PLO5],
])('a turn of two boards, %s', (_, job) => {
  const { at, deals } = solveHere(job, 12);
  const toy = toyOf(job);
  const strategy = storedStrategy(job, deals);

  test('is worth what the naive recursion says, to both players', () => {
    const { ev } = evaluate(toy, strategy);
    for (const player of [0, 1] as const) {
      expect(Math.abs(at.worth[player] + job.pot / 2 - ev[player])).toBeLessThan(EXACT * job.pot);
    }
  });

  test('is answered best by what the naive recursion says', () => {
    for (const player of [0, 1] as const) {
      const best = bestResponse(toy, strategy, player);
      expect(Math.abs(at.best[player] + job.pot / 2 - best)).toBeLessThan(EXACT * job.pot);
    }
  });

  test('has the run-outs that were counted', () => {
    const { runOuts, allRunOuts, nodes } = planSolve(job);
    const cards = 52 - 8;
    expect([runOuts, allRunOuts]).toEqual([cards * (cards - 1), cards * (cards - 1)]);
    expect(deals).toHaveLength(1 + runOuts);
    expect(deals.reduce((sum, deal) => sum + deal.nodes.length, 0)).toBe(nodes);
  });
});

describe('suits that are alike on both boards', () => {
  const group = solveSymmetries(ALIKE);

  test('are found, and solved once', () => {
    expect(group.map((names) => names.join()).toSorted()).toEqual([IDENTITY, CLUBS_DIAMONDS].map(String).toSorted());
    // Of 44 cards 18 are of hearts and spades: pairs of these alone stay as they are.
    expect(planSolve(ALIKE)).toMatchObject({ runOuts: (44 * 43 + 18 * 17) / 2, allRunOuts: 44 * 43 });
  });

  test('every pair has a stand-in that is solved', () => {
    const solved = new Set(postflopGame(ALIKE).start.branches!.map(({ dealt }) => dealt));
    for (const dealt of allDealt(ALIKE).slice(1)) {
      const standIn = standInOf(ALIKE, dealt);
      expect(solved.delete(standIn.dealt[0]!) || standIn.dealt[0] !== dealt[0]).toBe(true);
    }
    expect(solved.size).toBe(0);
  });

  test('the play told out over all pairs is worth the same', () => {
    const { at, deals } = solveHere(ALIKE, 12);
    const whole = measureStored(told(ALIKE), expand(ALIKE, deals, group));
    for (const player of [0, 1] as const) {
      expect(Math.abs(whole.worth[player] - at.worth[player])).toBeLessThan(1e-5 * ALIKE.pot);
      expect(Math.abs(whole.best[player] - at.best[player])).toBeLessThan(1e-5 * ALIKE.pot);
    }
  });
});

test('a lock at a pair is kept there, and nowhere else', () => {
  const { job, lock } = lockedAt(TURN, pairOf(7, 33));
  const { deals } = solveHere(job, 12);
  const combos = combosOf(TURN, TURN.streets[1]!.players[lock.node] as 0 | 1);
  /** Parts of all actions but the first. */
  const others = (dealt: number): Uint8Array => {
    const { nodes } = deals.find((deal) => deal.dealt[0] === dealt)!;
    return nodes.find(({ node }) => node === lock.node)!.parts.subarray(combos.length);
  };
  expect(others(pairOf(7, 33)).every((part) => part === 0)).toBe(true);
  expect(others(pairOf(33, 7)).some((part) => part > 0)).toBe(true);
  const first = deals.find(({ dealt }) => dealt[0] === pairOf(7, 33))!.nodes[0]!.parts;
  expect(first.subarray(0, combos.length).some((part) => part === PARTS)).toBe(true);
});

/** The job with a lock that fixes nobody, at a pair: no two pairs are then taken for one. */
function told(job: SolveJob): SolveJob {
  const { job: changed, lock } = lockedAt(job, allDealt(job)[1]![0]!);
  return { ...changed, locks: [{ ...lock, shares: lock.shares.map(() => -1) }] };
}

/** The first action for every combo, at the first node of the street after a pair. */
function lockedAt(job: SolveJob, dealt: number): { job: SolveJob; lock: NodeLock } {
  const forest = job.streets[1]!;
  const node = forest.kinds.indexOf(ACT);
  const combos = combosOf(job, forest.players[node] as 0 | 1).length;
  const shares = Float32Array.from({ length: forest.counts[node]! * combos }, (_, at) => (at < combos ? 1 : 0));
  const lock: NodeLock = { street: 1, node, dealt: [dealt], shares };
  return { job: { ...job, locks: [lock] }, lock };
}
