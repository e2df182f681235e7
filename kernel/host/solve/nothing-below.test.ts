// A street that is not stored and has nothing to be solved: nobody comes there, or nobody has anything to decide.

import { describe, expect, test } from 'vitest';
import { ACT } from '../../src/solve/forest.ts';
import type { SolveJob } from '../../src/solve/job.ts';
import type { NodePlace, SolvedDeal } from '../../src/solve/result.ts';
import { solveHere } from '../../test/solve/local.ts';
import { nearHost } from '../../test/solve/near-host.ts';
import { combosOf, spot } from '../../test/solve/spots.ts';
import { act, deal, fold, forestsOf, showdown } from '../../test/solve/toy-tree.ts';
import { openSolver } from './open-solver.ts';
import type { SolvedView } from './solver.ts';

const TURN = spot({ boards: ['QsJs5s5d'], combos: [60, 50], stack: 120 });
const CARD = 0;

async function viewAt(job: SolveJob, place: NodePlace, trunk: SolvedDeal): Promise<SolvedView> {
  const solver = openSolver(nearHost(1));
  const answer = await solver.view(job, place, async (dealt) => (dealt.length === 0 ? trunk : null));
  await solver.close();
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

describe('where nobody comes', () => {
  const trunk = solveHere(TURN, 1).deals[0]!;
  /** Everybody takes the first action: the first player always checks, and folds to bets. */
  const nodes = trunk.nodes.map(({ node, parts }) => {
    const combos = parts.length / TURN.streets[0]!.counts[node]!;
    return { node, parts: parts.map((_, i) => (i < combos ? 255 : 0)) };
  });
  const { entries, kinds } = TURN.streets[1]!;

  test('there is no figure, nobody is met, and shares are even', async () => {
    const unplayed = entries.filter((node) => kinds[node] === ACT).at(-1)!;
    const view = await viewAt(TURN, { dealt: [CARD], node: unplayed }, { ...trunk, nodes });
    expect(view.solvedAgain).toBeNull();
    for (const player of [0, 1] as const) {
      expect(view.met[player].every((met) => met === 0)).toBe(true);
      expect(view.ev[player].every(Number.isNaN)).toBe(true);
      expect(view.equity[player].every(Number.isNaN)).toBe(true);
    }
    expect(view.shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  });

  test.each([1, 2, 3, 4])('nor is there one where all who come hold the same card (%d)', async (seed) => {
    // What they meet is rounding alone, above nothing or below.
    const job = spot({ boards: ['QsJs5s5d'], combos: [900, 800], stack: 120, seed });
    const [{ counts, players }, card] = [job.streets[0]!, 51];
    const even = solveHere(job, 1).deals[0]!;
    // With the ace of spades everybody bets or calls; without, he checks or folds.
    const folded = even.nodes.map(({ node, parts }) => {
      const combos = combosOf(job, players[node] as 0 | 1);
      const goesOn = Math.min(1, counts[node]! - 1);
      const own = combos.map((combo) => (combo.includes(card) ? goesOn : 0));
      return { node, parts: parts.map((_, i) => (own[i % combos.length] === Math.floor(i / combos.length) ? 255 : 0)) };
    });
    const [bet, call] = [1, 1];
    const facing = job.streets[0]!.first[0]! + bet;
    const exit = job.streets[0]!.first[job.streets[0]!.first[facing]! + call]!;
    const node = job.streets[1]!.entries[exit]!;
    const view = await viewAt(job, { dealt: [CARD], node }, { ...even, nodes: folded });
    expect(view.reach[0].filter((share) => share > 0).length).toBeGreaterThan(30);
    expect(view.solvedAgain).toBeNull();
    expect(view.shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  });

  test('while the street that everybody plays to is solved', async () => {
    const played = entries[0]!;
    const view = await viewAt(TURN, { dealt: [CARD], node: played }, { ...trunk, nodes });
    expect(view.solvedAgain).toBeGreaterThan(-1e-5);
    expect(view.solvedAgain).toBeLessThan(0.005);
  });
});

test('where nobody acts there is no figure, and EVs are the equity of what is in the middle', async () => {
  const later = (win: number) => deal(showdown(win, 0));
  const tree = act(0, act(1, later(30), act(0, fold(0, 30), later(90))), act(1, fold(1, 30), later(90)));
  const job = { ...TURN, streets: forestsOf(tree) };
  const trunk = solveHere(job, 20).deals[0]!;
  const view = await viewAt(job, { dealt: [CARD], node: 0 }, trunk);
  expect(view.solvedAgain).toBeNull();
  expect(view.player).toBeNull();
  for (const player of [0, 1] as const) {
    const known = [...view.ev[player].keys()].filter((i) => view.met[player][i]! > 0);
    expect(known.length).toBeGreaterThan(20);
    for (const i of known) expect(view.ev[player][i]).toBeCloseTo(60 * view.equity[player][i]!, 2);
  }
});
