// The way to a place in the tree, and the reach that comes there.

import { HOLE_CARDS } from '../job.ts';
import { cardsDealt, isDeal } from './dealt.ts';
import { DEAL } from './forest.ts';
import type { SolveJob } from './job.ts';
import { parentsOf } from './layout.ts';
import { type NodePlace, PARTS, type SolvedDeal } from './result.ts';
import { startWeights } from './start-weights.ts';

/** An action on the way: at a node of a street, its child number `action`. */
export interface Step {
  readonly street: number;
  readonly node: number;
  readonly action: number;
}

export interface Way {
  readonly steps: readonly Step[];
  /** By street: the last node on the way, a DEAL node on all but the place's own. */
  readonly nodes: readonly number[];
}

/** The way from the start to a place; null when there is no such place. */
export function wayTo(job: SolveJob, place: NodePlace): Way | null {
  if (!isPlace(job, place)) return null;
  const { dealt, node } = place;
  const steps: Step[] = [];
  const nodes: number[] = [];
  let at = node;
  for (let street = dealt.length; street >= 0; street--) {
    const forest = job.streets[street]!;
    nodes.push(at);
    const parents = parentsOf(forest);
    for (let parent = parents[at]!; parent >= 0; parent = parents[at]!) {
      steps.push({ street, node: parent, action: at - forest.first[parent]! });
      at = parent;
    }
    if (street === 0) break;
    const entry = forest.entries.indexOf(at);
    const above = job.streets[street - 1]!;
    at = above.kinds.findIndex((kind, i) => kind === DEAL && above.first[i] === entry);
  }
  return { steps: steps.reverse(), nodes: nodes.reverse() };
}

/** Whether cards can be dealt so, and the street after them has the node. */
function isPlace({ boards, streets }: SolveJob, { dealt, node }: NodePlace): boolean {
  if (!dealt.every((next) => isDeal(next, boards.length))) return false;
  const cards = [...boards.flatMap((board) => [...board]), ...dealt.flatMap(cardsDealt)];
  const nodes = streets[dealt.length]?.kinds.length ?? 0;
  return new Set(cards).size === cards.length && Number.isInteger(node) && node >= 0 && node < nodes;
}

/** Entry of a street through which a place is reached. */
export function entryOf(job: SolveJob, street: number, node: number): number {
  const forest = job.streets[street]!;
  const parents = parentsOf(forest);
  let at = node;
  while (parents[at]! >= 0) at = parents[at]!;
  return forest.entries.indexOf(at);
}

/** By player: weight (0…1) times the shares of the steps; 0 for combos that a known card rules out. */
export function reachAfter(
  job: SolveJob,
  dealt: readonly number[],
  steps: readonly Step[],
  deals: readonly (SolvedDeal | null)[],
): readonly [Float32Array, Float32Array] {
  const holeCards = HOLE_CARDS[job.game];
  const weights = startWeights(job);
  const reach: [Float32Array, Float32Array] = [weights[0].slice(), weights[1].slice()];
  const gone = dealt.flatMap(cardsDealt);
  for (const player of [0, 1] as const) {
    const { cards } = job.players[player];
    for (let c = 0; c < cards.length; c++) {
      if (gone.includes(cards[c]!)) reach[player][Math.floor(c / holeCards)] = 0;
    }
  }
  for (const { street, node, action } of steps) {
    const forest = job.streets[street]!;
    const own = reach[forest.players[node] as 0 | 1];
    const parts = deals[street]?.nodes.find((stored) => stored.node === node)?.parts;
    if (!parts) throw new Error(`the strategy of node ${node} is not there`);
    for (let i = 0; i < own.length; i++) own[i]! *= parts[action * own.length + i]! / PARTS;
  }
  return reach;
}
