/**
 * What decisions cost, against figures worked out on paper: a river on which the player who acts last has the nuts or
 * nothing, and the other, who checks, a hand that beats nothing else. A bet of s pots is called so often that bluffs win
 * nothing, 1 / (1 + s), and the nuts win s pots as often on top of the pot. Checked back, they win the pot.
 */
import type { SolvedDeal } from '@ploscope/kernel';
import { openNodeSolver } from '@ploscope/kernel/host/node';
import { afterAll, describe, expect, it } from 'vitest';
import { countedFromNode } from '../solve/counted-from-node.ts';
import { solveJob } from '../solve/solve-job.ts';
import { walkLine } from '../solve/walk-line.ts';
import { comboOf, type DecisionLoss, decisionLoss } from './decision-loss.ts';
import type { RangeProfile } from './range-profile.ts';
import { reviewSpots } from './review-spot.ts';
import { dealtHand } from './testing/dealt-hand.ts';

const solver = await openNodeSolver({ threads: 1 });
afterAll(() => solver.close());

/** Three times the nuts and three times nothing, against queens. */
const PROFILE: RangeProfile = {
  name: 'on paper',
  ranges: { open: 'KhKd, KhKc, KdKc, JhTh, JdTd, JcTc', call: 'QhQd' },
};

/** Pot 100 on the river with so much behind; all losses of the player whose hand it is. */
const lossesOf = async (behind: number, hero: 0 | 1, held: string, river: string): Promise<DecisionLoss[]> => {
  const played = dealtHand({
    game: 'holdem',
    stacks: [50 + behind, 50 + behind],
    hero,
    cards: hero === 0 ? [held, 'JhTh'] : ['QhQd', held],
    play: `1:r50 0:c | Ks9d4c 0:x 1:x | 2h 0:x 1:x | 7s ${river}`,
  });
  const found = reviewSpots(played, PROFILE, { streets: ['river'] });
  if (!found.ok) throw new Error(found.error.message);
  const { spot, seat, hand, decisions } = found.value[0];
  const prepared = solveJob(spot);
  if (!prepared.ok) throw new Error(prepared.error.message);
  const { job, tree } = prepared.value;
  const opened = await solver.open(job);
  if (!opened.ok) throw new Error(opened.error.message);
  await opened.value.run({ exploitability: 0.0005, iterations: 2000, timeMs: Number.POSITIVE_INFINITY });
  await opened.value.finish();
  const deals: SolvedDeal[] = [];
  for await (const deal of opened.value.deals(true)) deals.push(deal);
  await opened.value.close();
  const losses: DecisionLoss[] = [];
  for (const { line, taken } of decisions) {
    const place = walkLine(tree, line);
    if (!place.ok) throw new Error(place.error.message);
    const view = await solver.view(job, place.value, async () => deals[0] ?? null);
    if (!view.ok) throw new Error(view.error.message);
    const node = tree.streets[place.value.street]!.nodes[place.value.node]!;
    const loss = decisionLoss(countedFromNode(view.value, node), node, comboOf(job.players[seat], hand), taken);
    if (loss === null) throw new Error(`nothing is known at ${line}`);
    losses.push(loss);
  }
  return losses;
};

describe.each([
  ['the pot', 100],
  ['an odd size', 37],
])('all-in for %s', (_, behind) => {
  const margin = 0.4;
  const near = (value: number, wanted: number): void => expect(Math.abs(value - wanted)).toBeLessThan(margin);
  const won = behind / (1 + behind / 100);

  it('checking the nuts gives up what a bet wins of callers', async () => {
    const [check] = await lossesOf(behind, 1, 'KhKd', '0:x 1:x');
    near(check?.evLost ?? 0, won);
    near(check?.actions.find(({ label }) => label === 'x')?.ev ?? 0, 100);
    near(check?.actions.find(({ label }) => label === `b${behind}`)?.ev ?? 0, 100 + won);
  });

  it('betting them, bluffing, giving up, calling and folding cost nothing', async () => {
    for (const [hero, held, river] of [
      [1, 'KhKd', `0:x 1:b${behind} 0:c`],
      [1, 'JhTh', `0:x 1:b${behind} 0:c`],
      [1, 'JhTh', '0:x 1:x'],
      [0, 'QhQd', `0:x 1:b${behind} 0:c`],
      [0, 'QhQd', `0:x 1:b${behind} 0:f`],
    ] as const) {
      for (const { evLost } of await lossesOf(behind, hero, held, river)) near(evLost, 0);
    }
  });
});
