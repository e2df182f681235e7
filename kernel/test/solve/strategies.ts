// Strategies of toy games, and some that are known beforehand.

import { testRandom } from '../kernel.ts';
import type { ToyGame } from './toy-game.ts';
import type { Seat } from './toy-tree.ts';

/** The share of each action of an ACT node, summing to 1. `dealt` are the cards since the first street. */
export type Strategy = (
  player: Seat,
  depth: number,
  node: number,
  dealt: readonly number[],
  handIndex: number,
) => readonly number[];

/** In proportion to the amounts; alike when all are 0. */
export function inProportion(amounts: readonly number[]): number[] {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  return amounts.map((amount) => (total > 0 ? amount / total : 1 / amounts.length));
}

/** All actions alike. */
export function uniformStrategy(game: ToyGame): Strategy {
  return (_player, depth, node) => inProportion(new Array<number>(game.forests[depth]!.counts[node]!).fill(0));
}

/** Always the first action: in a tree of `bettingTree`, fold to a bet, else check. */
export function firstActionStrategy(game: ToyGame): Strategy {
  return (_player, depth, node) =>
    Array.from({ length: game.forests[depth]!.counts[node]! }, (_, action) => (action === 0 ? 1 : 0));
}

/** Something else for every hand everywhere, about one action in four never taken; the same for the same seed. */
export function randomStrategy(game: ToyGame, seed: number): Strategy {
  return (player, depth, node, dealt, hand) => {
    const place = [seed, player, depth, node, hand, ...dealt];
    const random = testRandom(place.reduce((mixed, part) => Math.imul(mixed, 1000003) + part + 1, 0));
    const amounts = Array.from({ length: game.forests[depth]!.counts[node]! }, () => Math.max(0, random() - 0.25));
    return inProportion(amounts);
  };
}

/** One action and no other for every hand everywhere; the same for the same seed. */
export function pureStrategy(game: ToyGame, seed: number): Strategy {
  const random = randomStrategy(game, seed);
  return (...at) => {
    const shares = random(...at);
    const most = shares.indexOf(Math.max(...shares));
    return shares.map((_, action) => (action === most ? 1 : 0));
  };
}
