// Streets that were not stored and are solved again: on every street but the first, locks and all that follows included.

import { afterAll, describe, expect, test } from 'vitest';
import { ACT, partOf } from '../../src/solve/forest.ts';
import type { NodeLock, SolveJob } from '../../src/solve/job.ts';
import type { SolvedDeal } from '../../src/solve/result.ts';
import { solveHere } from '../../test/solve/local.ts';
import { naiveCfr } from '../../test/solve/naive-cfr.ts';
import { evaluate, exploitability } from '../../test/solve/naive-solve.ts';
import { naiveReach } from '../../test/solve/naive-view.ts';
import { storedStrategy, toyOf } from '../../test/solve/spot-toy.ts';
import { combosOf, spot } from '../../test/solve/spots.ts';
import type { ToyGame } from '../../test/solve/toy-game.ts';
import { openNodeSolver, type SolvedView } from '../node.ts';

const solver = await openNodeSolver({ threads: 1 });
afterAll(() => solver.close());

async function again(job: SolveJob, dealt: readonly number[], node: number, trunk: SolvedDeal): Promise<SolvedView> {
  const answer = await solver.view(job, { dealt, node }, async (cards) => (cards.length === 0 ? trunk : null));
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

/** The EV of both over all pairs of combos that come to a place. */
function evs({ reach, met, ev }: SolvedView): number[] {
  return [0, 1].map((player) => {
    let sum = 0;
    let mass = 0;
    met[player as 0 | 1].forEach((others, i) => {
      const weight = others * reach[player as 0 | 1][i]!;
      if (!(weight > 0)) return;
      sum += weight * ev[player as 0 | 1][i]!;
      mass += weight;
    });
    return sum / mass;
  });
}

/** The streets after some cards as a game of their own, from one entry, with the reach that the trunk brings. */
function gameBelow(job: SolveJob, dealt: readonly number[], root: number, trunk: SolvedDeal): ToyGame {
  const toy = toyOf(job);
  const reach = naiveReach(toy, storedStrategy(job, [trunk]), dealt, root);
  const street = dealt.length;
  const first = partOf(job.streets[street]!, [root]).forest;
  return {
    ...toy,
    weights: reach,
    deck: toy.deck.filter((card) => !dealt.includes(card)),
    forests: [first, ...job.streets.slice(street + 1)],
    deals: toy.deals - street,
    strength: (hand, later) => toy.strength(hand, [...dealt, ...later]),
  };
}

/** Entries of a street at which somebody acts: the first, and one in the middle. */
function rootsOf(job: SolveJob, street: number): number[] {
  const { entries, kinds } = job.streets[street]!;
  const roots = [...entries].filter((node) => kinds[node] === ACT);
  return [roots[0]!, roots[Math.floor(roots.length / 2)]!, roots.at(-1)!];
}

describe("the turn of a Hold'em flop", () => {
  const job = spot({ game: 'holdem', boards: ['Td9s6h'], combos: [11, 10], stack: 180, maxRaises: 1, seed: 8 });
  const trunk = solveHere(job, 20).deals[0]!;
  const card = 17;

  test.each(rootsOf(job, 1))('below node %d it comes to the value of a naive CFR', async (root) => {
    const view = await again(job, [card], root, trunk);
    expect(view.solvedAgain).toBeGreaterThan(-1e-5);
    expect(view.solvedAgain).toBeLessThan(0.005);
    const toy = gameBelow(job, [card], root, trunk);
    const naive = naiveCfr(toy, 15);
    const { ev } = evaluate(toy, naive);
    const gain = exploitability(toy, naive) + view.solvedAgain! * job.pot;
    expect(gain).toBeLessThan(0.15 * job.pot);
    evs(view).forEach((value, player) => {
      expect(Math.abs(value - ev[player]!)).toBeLessThan(2 * gain);
    });
  });

  test('and its river, from the turn that was solved again', async () => {
    const root = rootsOf(job, 2)[1]!;
    const view = await again(job, [card, 21], root, trunk);
    expect(view.solvedAgain).toBeLessThan(0.005);
    const [first, second] = evs(view);
    expect(first! + second!).toBeCloseTo(job.pot, 2);
  });
});

describe('locks of a street that is solved again', () => {
  const plain = spot({ boards: ['Ks9d4c2h'], combos: [40, 40], stack: 120, seed: 5 });
  const street = plain.streets[1]!;
  const card = 20;

  test.each(rootsOf(plain, 1))('hold below node %d', async (root) => {
    const actions = street.counts[root]!;
    const combos = combosOf(plain, 0).length;
    const shares = new Float32Array(actions * combos);
    shares.fill(0.5, 0, 2 * combos);
    const lock: NodeLock = { street: 1, node: root, dealt: [-1], shares };
    const job = { ...plain, locks: [lock] };
    const trunk = solveHere(job, 10).deals[0]!;
    const view = await again(job, [card], root, trunk);
    expect(view.solvedAgain).toBeLessThan(0.005);
    let seen = 0;
    view.shares.forEach((share, at) => {
      if (Number.isNaN(view.reach[0][at % combos])) return;
      expect(Math.abs(share - shares[at]!)).toBeLessThan(0.005);
      seen++;
    });
    expect(seen).toBeGreaterThan(20);
  });
});
