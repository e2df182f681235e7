// A position seen from one of its nodes: the tree below it, and of later streets what that tree still leads to.

import { DEAL, type Forest, type ForestPart, partOf } from './forest.ts';
import type { Lock, Position } from './game.ts';

/** The position with only what lies below `root`; exits keep their numbers. */
export function positionBelow(position: Position, root: number): Position {
  return cut(new Map(), position, [root], [0]);
}

/** By the forest they are of: parts that were made, since one forest stands for all cards. */
type Parts = Map<Forest, ForestPart>;

/** Entry `entries[i]` leads to the tree below `roots[i]`, every other to nothing. */
function cut(parts: Parts, position: Position, roots: readonly number[], entries: readonly number[]): Position {
  const { forest: whole, branches } = position;
  const part = parts.get(whole) ?? partWith(whole, roots, entries);
  parts.set(whole, part);
  const { forest, names } = part;
  const exits = [...forest.kinds.keys()]
    .filter((node) => forest.kinds[node] === DEAL)
    .map((node) => forest.first[node]!);
  return {
    ...position,
    forest,
    names,
    locks: renamedLocks(position.locks, names),
    branches:
      branches?.map((branch) => ({
        ...branch,
        position() {
          const next = branch.position();
          return cut(
            parts,
            next,
            exits.map((exit) => next.forest.entries[exit]!),
            exits,
          );
        },
      })) ?? null,
  };
}

function partWith(whole: Forest, roots: readonly number[], entries: readonly number[]): ForestPart {
  const { forest, names } = partOf(whole, roots);
  const places = new Int32Array(Math.max(...entries) + 1).fill(-1);
  entries.forEach((entry, i) => {
    places[entry] = forest.entries[i]!;
  });
  return { forest: { ...forest, entries: places }, names };
}

/** Locks by the numbers that nodes have in a part of a forest, `names` being those in the whole. */
export function renamedLocks(locks: readonly Lock[], names: ArrayLike<number>): Lock[] {
  const places = new Map(Array.from(names, (name, node) => [name, node]));
  return locks.flatMap((lock) => {
    const node = places.get(lock.node);
    return node === undefined ? [] : [{ node, shares: lock.shares }];
  });
}
