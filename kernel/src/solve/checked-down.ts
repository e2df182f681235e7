// What every hand wins when all is checked down, run-out by run-out: a flop's are too many to lie in memory at once.

import type { KernelExports } from '../wasm.ts';
import type { Branch, Game, Position } from './game.ts';
import { Instance, type Player } from './instance.ts';
import { checkedDownGame } from './plain-games.ts';

/**
 * By hand of each of `heroes`: the opposing reach it meets times the share of the pot it wins; where the pot is divided, the
 * mean over its parts, each with a start of its own.
 */
export function checkedDownWorths(
  open: () => KernelExports,
  game: Game,
  heroes: readonly Player[],
  starts: readonly Position[] = [game.start],
): Float64Array[] {
  const means = heroes.map((hero) => new Float64Array(game.hands[hero].weights.length));
  for (const start of starts) {
    for (const [i, worth] of worthsFrom(open(), { ...game, start }, heroes).entries()) {
      const mean = means[i]!;
      for (let hand = 0; hand < mean.length; hand++) mean[hand]! += worth[hand]! / starts.length;
    }
  }
  return means;
}

function worthsFrom(kernel: KernelExports, game: Game, heroes: readonly Player[]): Float64Array[] {
  const plain = checkedDownGame(game);
  const { branches } = plain.start;
  if (!branches?.[0]?.position().branches) {
    const instance = new Instance(kernel, plain, 'f32');
    return heroes.map((hero) => instance.pass(hero, true).worth.slice());
  }
  const sums = heroes.map((hero) => new Float64Array(game.hands[hero].weights.length));
  const start: Position = { ...plain.start, branches: eachPairOnce(branches) };
  const before = kernel.mark();
  for (const number of branches.keys()) {
    const instance = new Instance(kernel, { ...plain, start }, 'f32', { branches: [number], start: true });
    for (const [i, hero] of heroes.entries()) {
      const { worth } = instance.pass(hero, true);
      const sum = sums[i]!;
      for (let hand = 0; hand < sum.length; hand++) sum[hand]! += worth[hand]!;
    }
    kernel.release(before);
  }
  return sums;
}

/** Two cards make the same board in either order: where no branch stands for others, one of the two counts twice. */
function eachPairOnce(branches: readonly Branch[]): readonly Branch[] {
  const stand = branches.some((branch) =>
    [branch, ...branch.position().branches!].some(({ images }) => images.length > 0),
  );
  if (stand) return branches;
  return branches.map((branch) => ({
    ...branch,
    position: () => {
      const position = branch.position();
      const later = position.branches!.filter(({ dealt }) => dealt > branch.dealt);
      return { ...position, branches: later.map((next) => ({ ...next, share: next.share * 2 })) };
    },
  }));
}
