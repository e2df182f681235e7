// One street of one visit, plainly: own reach down the trees, what each hand is worth up the trees.

import { ACT, type Forest } from '../../src/solve/forest.ts';
import type { Player } from './sampled-tables.ts';

/** By node, then by hand of a pack. */
export type ByNode = readonly (readonly number[])[];

/** Shares of a node's actions, by hand of a pack. */
export type SharesOf = (node: number, hand: number) => readonly number[];

/** How far each hand comes by its own play. `entry`: with which reach it comes to an entry. */
export function reachDown(
  forest: Forest,
  player: Player,
  hands: number,
  entry: (entry: number, hand: number) => number,
  shares: SharesOf,
): ByNode {
  const reach: number[][] = [];
  forest.entries.forEach((node, e) => {
    reach[node] = Array.from({ length: hands }, (_, h) => entry(e, h));
  });
  for (let node = 0; node < forest.kinds.length; node++) {
    if (forest.kinds[node] !== ACT) continue;
    for (let a = 0; a < forest.counts[node]!; a++) {
      reach[forest.first[node]! + a] = reach[node]!.map((x, h) =>
        forest.players[node] === player ? x * shares(node, h)[a]! : x,
      );
    }
  }
  return reach;
}

/** What each of the hero's hands is worth at every node; at ends that has the opponent's reach in it already. */
export function worthUp(
  forest: Forest,
  hero: Player,
  hands: number,
  end: (node: number, hand: number) => number,
  shares: SharesOf,
): ByNode {
  const worth: number[][] = [];
  for (let node = forest.kinds.length - 1; node >= 0; node--) {
    worth[node] = Array.from({ length: hands }, (_, h) => {
      if (forest.kinds[node] !== ACT) return end(node, h);
      let sum = 0;
      for (let a = 0; a < forest.counts[node]!; a++) {
        const by = forest.players[node] === hero ? shares(node, h)[a]! : 1;
        sum += by * worth[forest.first[node]! + a]![h]!;
      }
      return sum;
    });
  }
  return worth;
}

/** Entry of each node. */
export function entriesOf(forest: Forest): Int32Array {
  const entries = new Int32Array(forest.kinds.length).fill(-1);
  forest.entries.forEach((node, e) => {
    entries[node] = e;
  });
  for (let node = 0; node < entries.length; node++) {
    if (forest.kinds[node] !== ACT) continue;
    for (let a = 0; a < forest.counts[node]!; a++) entries[forest.first[node]! + a] = entries[node]!;
  }
  return entries;
}
