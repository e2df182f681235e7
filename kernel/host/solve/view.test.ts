// What is shown at a place, against the naive recursion over what is stored.

import { afterAll, describe, expect, test } from 'vitest';
import { cardsDealt, pairOf } from '../../src/solve/dealt.ts';
import { ACT, DEAL, FOLD, partOf, SHOWDOWN } from '../../src/solve/forest.ts';
import type { SolveJob } from '../../src/solve/job.ts';
import type { NodePlace, SolvedDeal } from '../../src/solve/result.ts';
import type { SuitRenaming } from '../../src/suits.ts';
import { expand } from '../../test/solve/expand.ts';
import { solveHere } from '../../test/solve/local.ts';
import { naiveCfr } from '../../test/solve/naive-cfr.ts';
import { evaluate, exploitability } from '../../test/solve/naive-solve.ts';
import { lineTo, naiveView } from '../../test/solve/naive-view.ts';
import { storedStrategy, toyOf } from '../../test/solve/spot-toy.ts';
import { combosOf, spot } from '../../test/solve/spots.ts';
import type { ToyGame } from '../../test/solve/toy-game.ts';
import { openNodeSolver, type SolvedView } from '../node.ts';

const solver = await openNodeSolver({ threads: 1 });
afterAll(() => solver.close());

const CLUBS_DIAMONDS: SuitRenaming = [1, 0, 2, 3];
const GROUP: readonly SuitRenaming[] = [[0, 1, 2, 3], CLUBS_DIAMONDS];

/** Answers out of stored deals, and remembers what was asked. */
function shelf(deals: readonly SolvedDeal[]) {
  const known = new Map(deals.map((deal) => [deal.dealt.join(), deal]));
  const asked: string[] = [];
  return {
    asked,
    dealOf: async (dealt: readonly number[]) => {
      asked.push(dealt.join());
      return known.get(dealt.join()) ?? null;
    },
  };
}

async function viewAt(job: SolveJob, place: NodePlace, deals: readonly SolvedDeal[]): Promise<SolvedView> {
  const answer = await solver.view(job, place, shelf(deals).dealOf);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

/** Sums of f32 over a range: what a hand meets is known to this part of all that is there. */
const F32 = 1e-5;

/** One toy a job: what is known of its strengths serves every place. */
const toys = new Map<SolveJob, ToyGame>();
function toyFor(job: SolveJob): ToyGame {
  const toy = toys.get(job) ?? toyOf(job);
  toys.set(job, toy);
  return toy;
}

function expectNaive(job: SolveJob, deals: readonly SolvedDeal[], place: NodePlace, view: SolvedView): void {
  const naive = naiveView(toyFor(job), storedStrategy(job, deals), place.dealt, place.node);
  const forest = job.streets[place.dealt.length]!;
  const acts = forest.kinds[place.node] === ACT;
  expect(view.player).toBe(acts ? forest.players[place.node] : null);
  expect(view.solvedAgain).toBeNull();
  const stakes = job.pot + 2 * Math.max(...forest.payoffs.map(Math.abs));
  const known = [...job.boards.flatMap((board) => [...board]), ...place.dealt.flatMap(cardsDealt)];
  for (const player of [0, 1] as const) {
    const whole = naive.reach[1 - player]!.reduce((sum, share) => sum + share, 0);
    for (const [i, combo] of combosOf(job, player).entries()) {
      if (combo.some((card) => known.includes(card))) {
        expect(view.reach[player][i]).toBeNaN();
        expect(view.met[player][i]).toBe(0);
        expect(view.ev[player][i]).toBeNaN();
        expect(view.equity[player][i]).toBeNaN();
        continue;
      }
      const met = naive.met[player][i]!;
      expect(Math.abs(view.met[player][i]! - met)).toBeLessThanOrEqual(F32 * whole);
      if (met === 0) {
        expect(view.ev[player][i]).toBeNaN();
        expect(view.equity[player][i]).toBeNaN();
        continue;
      }
      expect(view.reach[player][i]).toBeCloseTo(naive.reach[player][i]!, 5);
      if (met < 1e-3 * whole) continue;
      const part = whole / met;
      expect(Math.abs(view.ev[player][i]! - naive.ev[player][i]!)).toBeLessThan(F32 * stakes * part);
      expect(Math.abs(view.equity[player][i]! - naive.equity[player][i]!)).toBeLessThan(F32 * part);
      if (player !== view.player) continue;
      const combos = view.reach[player].length;
      let mean = 0;
      for (const [action, row] of naive.actionEv.entries()) {
        expect(Math.abs(view.actionEv[action * combos + i]! - row[i]!)).toBeLessThan(F32 * stakes * part);
        mean += view.shares[action * combos + i]! * view.actionEv[action * combos + i]!;
      }
      expect(Math.abs(mean - view.ev[player][i]!)).toBeLessThan(F32 * stakes * part);
    }
  }
}

/** Nodes to look at on a street: the first of every kind, and the last at which somebody acts. */
function placesOn(job: SolveJob, street: number): number[] {
  const { kinds } = job.streets[street]!;
  const firsts = [ACT, SHOWDOWN, FOLD, DEAL].map((kind) => kinds.indexOf(kind));
  return [...new Set([...firsts, kinds.lastIndexOf(ACT), kinds.lastIndexOf(FOLD)])].filter((node) => node >= 0);
}

describe.each([
  ['a river', spot({ boards: ['Ks9d4c2h7s'], combos: [50, 40], seed: 2 })],
  ['a river with rake', spot({ boards: ['Ks9d4c2h7s'], combos: [40, 40], seed: 3, rake: { rate: 0.05, cap: 9 } })],
  ['two boards', spot({ boards: ['Ks9d4c2h7s', 'QsJs5s5d2d'], combos: [50, 40], seed: 4 })],
  ['PLO6', spot({ game: 'plo6', boards: ['Ks9d4c2h7s'], combos: [40, 40], seed: 5 })],
] as const)('%s', (_, job) => {
  const { deals } = solveHere(job, 15);

  test.each(placesOn(job, 0))('node %d shows reach, EVs and equities of the naive recursion', async (node) => {
    const place = { dealt: [], node };
    expectNaive(job, deals, place, await viewAt(job, place, deals));
  });
});

describe('a turn of two boards whose clubs and diamonds are alike', () => {
  const job = spot({
    boards: ['KsKh7s2h', 'QsQh9s3h'],
    combos: [12, 10],
    alike: [CLUBS_DIAMONDS],
    stack: 60,
    maxRaises: 1,
    seed: 6,
  });
  const { deals } = solveHere(job, 10);
  const all = expand(job, deals, GROUP);

  test.each(placesOn(job, 0))('node %d of the turn shows what the naive recursion makes of all pairs', async (node) => {
    const place = { dealt: [], node };
    expectNaive(job, all, place, await viewAt(job, place, deals));
  });

  test.each(placesOn(job, 1))('node %d of a river shows it, under whatever suits it was solved', async (node) => {
    for (const dealt of [pairOf(0, 5), pairOf(1, 4)]) {
      const place = { dealt: [dealt], node };
      expectNaive(job, all, place, await viewAt(job, place, deals));
    }
  });

  test('there is no place after one card, or after a pair with a card of a board', async () => {
    for (const dealt of [0, pairOf(0, job.boards[0]![0]!), pairOf(0, 0)]) {
      const answer = await solver.view(job, { dealt: [dealt], node: 0 }, shelf(deals).dealOf);
      expect(answer.ok).toBe(false);
    }
  });
});

describe('a turn whose clubs and diamonds are alike', () => {
  const job = spot({ boards: ['KsKh7s2h'], combos: [40, 30], alike: [CLUBS_DIAMONDS], stack: 60, seed: 6 });
  const { deals } = solveHere(job, 15);
  const all = expand(job, deals, GROUP);
  const stored = deals.map(({ dealt }) => dealt[0]).filter((card) => card !== undefined);
  const renamed = stored
    .map((card) => (card & ~3) | CLUBS_DIAMONDS[card & 3]!)
    .filter((card) => !stored.includes(card));

  test.each(placesOn(job, 0))(
    'node %d of the turn shows what the naive recursion makes of all rivers',
    async (node) => {
      const place = { dealt: [], node };
      expectNaive(job, all, place, await viewAt(job, place, deals));
    },
  );

  test.each(placesOn(job, 1))('node %d of a river that was solved', async (node) => {
    const place = { dealt: [stored[7]!], node };
    expectNaive(job, all, place, await viewAt(job, place, deals));
  });

  test.each(placesOn(job, 1))('node %d of a river that was solved under other suits', async (node) => {
    expect(renamed.length).toBeGreaterThan(10);
    const place = { dealt: [renamed[3]!], node };
    expectNaive(job, all, place, await viewAt(job, place, deals));
  });

  test('it asks for the deals by the cards they were solved under, first street first', async () => {
    const { asked, dealOf } = shelf(deals);
    const card = renamed[3]!;
    await solver.view(job, { dealt: [card], node: 0 }, dealOf);
    expect(asked).toEqual(['', String((card & ~3) | CLUBS_DIAMONDS[card & 3]!)]);
  });

  test('there is no place after a card of the board, at a node beyond the tree, or on a street beyond the last', async () => {
    for (const place of [
      { dealt: [], node: 10_000 },
      { dealt: [], node: -1 },
      { dealt: [stored[0]!, stored[1]!], node: 0 },
      { dealt: [job.boards[0]![0]!], node: 0 },
      { dealt: [52], node: 0 },
      { dealt: [-1], node: 0 },
      { dealt: [1.5], node: 0 },
      { dealt: [], node: 0.5 },
    ]) {
      expect(await solver.view(job, place, shelf(deals).dealOf)).toMatchObject({ ok: false, error: { code: 'tree' } });
    }
  });

  test('without the first street nothing can be shown', async () => {
    const rivers = deals.filter(({ dealt }) => dealt.length > 0);
    const answer = await solver.view(job, { dealt: [stored[0]!], node: 0 }, shelf(rivers).dealOf);
    expect(answer).toMatchObject({ ok: false, error: { code: 'tree' } });
  });

  describe('solved again', () => {
    const trunk = deals.filter(({ dealt }) => dealt.length === 0);
    const entry = job.streets[1]!.entries.findIndex((node) => job.streets[1]!.kinds[node] === ACT);
    const root = job.streets[1]!.entries[entry]!;

    test.each([stored[7]!, renamed[3]!])(
      'after card %d the river is an equilibrium of its own, with its figure',
      async (card) => {
        const place = { dealt: [card], node: root };
        const view = await viewAt(job, place, trunk);
        expect(view.solvedAgain).toBeGreaterThan(-1e-6);
        expect(view.solvedAgain).toBeLessThan(0.005);

        // The same river by the naive CFR, from the reach that the stored turn brings there.
        const { reach } = naiveView(toyFor(job), storedStrategy(job, all), [card], root);
        const toy = { ...toyOf(job), weights: reach };
        const river = {
          ...toy,
          forests: [partOf(job.streets[1]!, [root]).forest],
          deals: 0,
          strength: (hand: readonly number[]) => toy.strength(hand, [card]),
        };
        const naive = naiveCfr(river, 150);
        const { ev } = evaluate(river, naive);
        const gain = exploitability(river, naive) + view.solvedAgain! * job.pot;
        for (const player of [0, 1] as const) {
          let sum = 0;
          let mass = 0;
          view.met[player].forEach((met, i) => {
            if (met > 0 && view.reach[player][i]! > 0) {
              sum += view.reach[player][i]! * met * view.ev[player][i]!;
              mass += view.reach[player][i]! * met;
            }
          });
          expect(Math.abs(sum / mass - ev[player])).toBeLessThan(2 * gain + 1e-4 * job.pot);
        }
      },
    );

    test('reach and equity there are those of the stored turn', async () => {
      const place = { dealt: [stored[7]!], node: root };
      const again = await viewAt(job, place, trunk);
      const whole = await viewAt(job, place, deals);
      expect(again.reach).toEqual(whole.reach);
      expect(again.equity).toEqual(whole.equity);
      expect(lineTo(toyOf(job), 1, root).length).toBeGreaterThan(0);
    });
  });
});
