// A street solved again from the reach that comes to it.
//
// The play above is taken as it is: what comes out is an equilibrium of the street on its own, with a figure of its
// own, and not a part of the equilibrium above.

import { HOLE_CARDS } from '../job.ts';
import type { KernelExports } from '../wasm.ts';
import { largestPayoff } from './forest.ts';
import type { Game } from './game.ts';
import { Instance } from './instance.ts';
import type { SolveJob } from './job.ts';
import { entryOf, reachAfter, wayTo } from './line.ts';
import { iterate, type Measure, measure, weighted } from './local-solve.ts';
import { LEAST_MET, meetingGame } from './plain-games.ts';
import { positionBelow } from './position-below.ts';
import { positionAfter } from './postflop.ts';
import type { SolvedDeal } from './result.ts';
import { actNodes, laidDeals, roundShares, solvedDeal } from './solved.ts';

export interface SolvedAgain {
  readonly deal: SolvedDeal;
  /** As a share of the spot's pot, over all pairs of hands that come here; null where nobody comes, or nobody acts. */
  readonly exploitability: number | null;
}

/** Share of the pot at which it ends. */
const TARGET = 0.001;
const MOST_ITERATIONS = 400;

/** The street after `dealt`, below the entry through which `node` is reached. `deals` are those of the streets above. */
export function solveAgain(
  open: () => KernelExports,
  job: SolveJob,
  dealt: readonly number[],
  node: number,
  deals: readonly (SolvedDeal | null)[],
): SolvedAgain {
  const street = dealt.length;
  const forest = job.streets[street]!;
  const root = forest.entries[entryOf(job, street, node)]!;
  const reach = reachAfter(job, dealt, wayTo(job, { dealt, node: root })!.steps, deals);
  const game: Game = {
    handSize: HOLE_CARDS[job.game],
    hands: [
      { cards: job.players[0].cards, weights: reach[0] },
      { cards: job.players[1].cards, weights: reach[1] },
    ],
    start: positionBelow(positionAfter(job, dealt), root),
    largestPayoff: largestPayoff(job.streets),
  };
  const meeting = new Instance(open(), meetingGame(game), 'f32');
  const mass = weighted(meeting, 0, meeting.pass(0, true).worth);
  const all = reach[0].reduce(add, 0) * reach[1].reduce(add, 0);
  const instance = new Instance(open(), game, 'f32');
  const acts = [...laidDeals(instance.start)].some((deal) => actNodes(deal).length > 0);
  if (!acts || mass <= all * LEAST_MET) {
    return { deal: { ...solvedDeal(instance, instance.start), dealt }, exploitability: null };
  }
  let at: Measure | null = null;
  for (let i = 0; i < MOST_ITERATIONS; i++) {
    iterate(instance, i);
    if (i % 20 !== 19) continue;
    at = measure(instance, mass);
    if (!(at.exploitability > TARGET * job.pot)) break;
  }
  roundShares(instance);
  at = measure(instance, mass);
  const solved = solvedDeal(instance, instance.start);
  return { deal: { ...solved, dealt }, exploitability: at.exploitability / job.pot };
}

function add(sum: number, reach: number): number {
  return sum + reach;
}
