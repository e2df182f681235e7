// Cards that only rename suits are solved once: that it is the same solve, and that it is done where it may be.

import { describe, expect, test } from 'vitest';
import { allDealt, expand } from '../../test/solve/expand.ts';
import { measureStored, solveHere } from '../../test/solve/local.ts';
import { spot } from '../../test/solve/spots.ts';
import { IDENTITY, type SuitRenaming, suitRenamings } from '../suits.ts';
import { ACT } from './forest.ts';
import type { NodeLock, SolveJob } from './job.ts';
import { solveSymmetries } from './symmetry.ts';

const CLUBS_DIAMONDS: SuitRenaming = [1, 0, 2, 3];
const HEARTS_SPADES: SuitRenaming = [0, 1, 3, 2];
const BOTH: SuitRenaming = [1, 0, 3, 2];
const F32 = 2e-5;

/** The job with a lock that fixes nobody, at a card: no two cards are then taken for one. */
function told(job: SolveJob): SolveJob {
  const forest = job.streets[1]!;
  const node = forest.kinds.indexOf(ACT);
  const { cards } = job.players[forest.players[node] as 0 | 1];
  const combos = cards.length / (job.game === 'holdem' ? 2 : 4);
  const card = allDealt(job)[1]![0]!;
  const lock: NodeLock = {
    street: 1,
    node,
    dealt: [card],
    shares: new Float32Array(forest.counts[node]! * combos).fill(-1),
  };
  return { ...job, locks: [lock] };
}

const PAIRED = spot({ boards: ['KsKh7s7h'], combos: [160, 120], alike: [CLUBS_DIAMONDS, HEARTS_SPADES], stack: 120 });
const MONOTONE = spot({
  boards: ['QsJs5s2s'],
  combos: [160, 120],
  alike: suitRenamings().filter((names) => names[3] === 3),
  stack: 120,
});
const RAINBOW = spot({ boards: ['Ts9h4cTd'], combos: [160, 120], alike: [[2, 1, 0, 3]], stack: 60, seed: 6 });
const FLOP = spot({
  game: 'holdem',
  boards: ['Ts9s4s'],
  combos: [60, 50],
  alike: suitRenamings().filter((names) => names[3] === 3),
  stack: 60,
});

describe.each([
  ['two pairs of suits', PAIRED, [IDENTITY, CLUBS_DIAMONDS, HEARTS_SPADES, BOTH], 24],
  ['three suits', MONOTONE, suitRenamings().filter((names) => names[3] === 3), 22],
  ["three suits on a Hold'em flop", FLOP, suitRenamings().filter((names) => names[3] === 3), null],
] as const)('%s', (_, job, group, run) => {
  const all = allDealt(job).length;

  test('the renamings are found', () => {
    const found = solveSymmetries(job).map((names) => names.join());
    expect(found.toSorted()).toEqual(group.map((names) => names.join()).toSorted());
    expect(solveSymmetries(told(job))).toEqual([IDENTITY]);
  });

  test('fewer deals are solved, and all are there when told out', () => {
    const { deals } = solveHere(job, 1);
    expect(deals.length).toBeLessThan(all / 1.9);
    if (run !== null) expect(deals).toHaveLength(1 + run);
    expect(expand(job, deals, group)).toHaveLength(all);
    expect(solveHere(told(job), 1).deals).toHaveLength(all);
  });

  test('play is the same card by card as when every card is solved', () => {
    const once = expand(job, solveHere(job, 1).deals, group);
    const every = new Map(solveHere(told(job), 1).deals.map((deal) => [deal.dealt.join(), deal]));
    for (const { dealt, nodes } of once) {
      for (const [n, { parts }] of nodes.entries()) {
        const theirs = every.get(dealt.join())!.nodes[n]!.parts;
        expect(Math.max(...parts.map((part, i) => Math.abs(part - theirs[i]!)))).toBeLessThanOrEqual(1);
      }
    }
  });

  // Rounding decides where a combo has nothing to choose by, so that two solves part; what they come to does not.
  test('the value is that of a solve of every card', () => {
    const iterations = job.game === 'holdem' ? 15 : 100;
    const [once, every] = [solveHere(job, iterations).at, solveHere(told(job), iterations).at];
    const gain = once.exploitability + every.exploitability;
    expect(gain).toBeLessThan(0.05 * job.pot);
    for (const player of [0, 1] as const) {
      expect(Math.abs(once.worth[player] - every.worth[player])).toBeLessThan(2 * gain);
    }
  });

  test('the exploitability is that of the play told out over all cards', () => {
    const { at, deals } = solveHere(job, 12);
    const whole = measureStored(told(job), expand(job, deals, group));
    expect(Math.abs(whole.exploitability - at.exploitability)).toBeLessThan(F32 * job.pot);
    for (const player of [0, 1] as const) {
      expect(Math.abs(whole.worth[player] - at.worth[player])).toBeLessThan(F32 * job.pot);
      expect(Math.abs(whole.best[player] - at.best[player])).toBeLessThan(F32 * job.pot);
    }
  });
});

describe('suits are not alike', () => {
  test('where the board tells them apart', () => {
    expect(solveSymmetries(RAINBOW)).toEqual([IDENTITY]);
  });

  test('where a range or a weight does', () => {
    const uneven = spot({ boards: ['KsKh7s7h'], combos: [160, 120] });
    expect(solveSymmetries(uneven)).toEqual([IDENTITY]);
    const [first, second] = PAIRED.players;
    const weights = first.weights!.slice();
    weights[0] = weights[0] === 100 ? 1 : weights[0]! + 1;
    const touched: SolveJob = { ...PAIRED, players: [{ ...first, weights }, second] };
    expect(solveSymmetries(touched).length).toBeLessThan(4);
  });

  test('where a lock does, but not where it is the same for every combo', () => {
    const forest = PAIRED.streets[0]!;
    const actions = forest.counts[0]!;
    const combos = PAIRED.players[0].cards.length / 4;
    const even = new Float32Array(actions * combos).fill(1 / actions);
    const lock: NodeLock = { street: 0, node: 0, dealt: [], shares: even };
    expect(solveSymmetries({ ...PAIRED, locks: [lock] })).toHaveLength(4);
    const uneven = even.slice();
    for (let a = 0; a < actions; a++) uneven[a * combos] = -1;
    expect(solveSymmetries({ ...PAIRED, locks: [{ ...lock, shares: uneven }] })).toEqual([IDENTITY]);
  });

  test('where one of two boards does', () => {
    const two = spot({ boards: ['KsKh7s7h', 'QsQd2s2h'], combos: [100, 100], alike: [CLUBS_DIAMONDS] });
    expect(solveSymmetries(two)).toEqual([IDENTITY]);
  });
});
