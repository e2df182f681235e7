// Folds are free: what a hand meets where somebody folds follows from what it meets at the showdowns.
//
// The opponent's reach is divided among the actions at a node of the opponent's and stays whole at a node of one's
// own. So the reach met at a fold is that of the node above less that of the other actions, and the reach met at a node
// of one's own is that of any of its actions. A fold for which no such way leads to showdowns gets a lane itself.

import { ACT, FOLD, type Forest, nodeCount, SHOWDOWN } from './forest.ts';

/** One step on rows, which are numbered like nodes: copy (0), add (1) or subtract (−1) row `from`. */
export interface MetStep {
  readonly row: number;
  readonly from: number;
  readonly sign: -1 | 0 | 1;
}

export interface MetPlan {
  /** Row of each FOLD node; other entries are −1. */
  readonly rows: Int32Array;
  readonly steps: readonly MetStep[];
  /** Lanes whose met reach is asked for. */
  readonly lanes: ReadonlySet<number>;
  /** Folds that need a lane of their own. */
  readonly stranded: readonly number[];
}

/** How `hero` finds what is met at each fold, when `lanes` (node numbers) are known. */
export function planMet(forest: Forest, parents: Int32Array, hero: number, lanes: ReadonlySet<number>): MetPlan {
  const { kinds, players, first, counts } = forest;
  const steps: MetStep[] = [];
  const known = new Map<number, number>();
  const reads = new Set<number>();
  const children = (node: number): number[] => Array.from({ length: counts[node]! }, (_, a) => first[node]! + a);
  const below = new Map<number, boolean>();

  /** Whether lanes below a node tell what is met there. */
  const fromBelow = (node: number): boolean => {
    let answer = below.get(node);
    if (answer !== undefined) return answer;
    if (lanes.has(node)) answer = true;
    else if (kinds[node] !== ACT) answer = false;
    else if (players[node] === hero) answer = children(node).some(fromBelow);
    else answer = children(node).every(fromBelow);
    below.set(node, answer);
    return answer;
  };

  const down = (node: number): number => {
    const row = known.get(node);
    if (row !== undefined) return row;
    if (lanes.has(node)) {
      reads.add(node);
      known.set(node, node);
      return node;
    }
    if (players[node] === hero) {
      const same = down(children(node).find(fromBelow)!);
      known.set(node, same);
      return same;
    }
    const rows = children(node).map(down);
    rows.forEach((from, i) => {
      steps.push({ row: node, from, sign: i === 0 ? 0 : 1 });
    });
    known.set(node, node);
    return node;
  };

  const find = (node: number): number | null => {
    const row = known.get(node);
    if (row !== undefined) return row;
    if (fromBelow(node)) return down(node);
    const parent = parents[node]!;
    if (parent < 0) return null;
    const above = find(parent);
    if (above === null) return null;
    if (players[parent] === hero) {
      known.set(node, above);
      return above;
    }
    const others = children(parent).filter((child) => child !== node);
    if (!others.every(fromBelow)) return null;
    const rows = others.map(down);
    steps.push({ row: node, from: above, sign: 0 });
    for (const from of rows) steps.push({ row: node, from, sign: -1 });
    known.set(node, node);
    return node;
  };

  const rows = new Int32Array(nodeCount(forest)).fill(-1);
  const stranded: number[] = [];
  for (let node = 0; node < rows.length; node++) {
    if (kinds[node] !== FOLD) continue;
    const row = find(node);
    if (row === null) stranded.push(node);
    else rows[node] = row;
  }
  return { rows, steps, lanes: reads, stranded };
}

/** Lanes of a forest: its showdowns, and the folds that nothing else tells of. */
export function lanesOf(forest: Forest, parents: Int32Array): number[] {
  const lanes: number[] = [];
  for (let node = 0; node < nodeCount(forest); node++) if (forest.kinds[node] === SHOWDOWN) lanes.push(node);
  const stranded = new Set<number>();
  for (const hero of [0, 1]) {
    for (const node of planMet(forest, parents, hero, new Set(lanes)).stranded) stranded.add(node);
  }
  return [...lanes, ...[...stranded].sort((a, b) => a - b)];
}
