// A last street cut below its first node, so that its halves can be played by different instances.
//
// Nothing is dealt at the cut: each action leads to a branch of its own on the same board. Reach goes down and worths
// come up as they do where a card is dealt.

import { ACT, DEAL, type Forest, partOf } from './forest.ts';
import type { Branch, Game, Position } from './game.ts';
import { renamedLocks } from './position-below.ts';

/** From this many hands a side the gain outweighs what goes to and fro. */
const MANY_HANDS = 8192;

/** The game, parted where that pays. The same for any number of instances. */
export function partedGame(game: Game): Game {
  const { forest, branches } = game.start;
  const hands = Math.max(...game.hands.map(({ weights }) => weights.length));
  const root = forest.entries[0]!;
  if (branches !== null || hands < MANY_HANDS || forest.kinds[root] !== ACT || forest.counts[root]! < 2) return game;
  return { ...game, start: partedPosition(game.start, root) };
}

function partedPosition(position: Position, root: number): Position {
  const { forest } = position;
  const actions = forest.counts[root]!;
  const children = Array.from({ length: actions }, (_, a) => forest.first[root]! + a);
  const top: Forest = {
    entries: Int32Array.of(0),
    kinds: Uint8Array.of(ACT, ...children.map(() => DEAL)),
    players: Uint8Array.of(forest.players[root]!, ...children.map(() => 0)),
    first: Int32Array.of(1, ...children.map((_, a) => a)),
    counts: Uint8Array.of(actions, ...children.map(() => 0)),
    payoffs: new Float64Array(3 * (actions + 1)),
  };
  return {
    ...position,
    forest: top,
    names: Int32Array.of(root, ...children),
    locks: renamedLocks(position.locks, [root]),
    boards: 0,
    branches: children.map((child, a): Branch => {
      const part = partOf(forest, [child]);
      const entries = Int32Array.from(children, (_, other) => (other === a ? 0 : -1));
      const below = {
        ...position,
        forest: { ...part.forest, entries },
        names: part.names,
        locks: renamedLocks(position.locks, part.names),
      };
      return { dealt: -1, share: 1, images: [], position: () => below };
    }),
  };
}
