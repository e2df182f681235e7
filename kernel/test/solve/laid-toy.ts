// A toy game as the kernel takes it, and the kernel's strategies as the oracle takes them.

import type { LaidDeal } from '../../src/solve/deal.ts';
import { ACT, largestPayoff } from '../../src/solve/forest.ts';
import type { Branch, Game, Hands, Position } from '../../src/solve/game.ts';
import type { Instance } from '../../src/solve/instance.ts';
import { averageShares, putAverageShares } from '../../src/solve/shares.ts';
import { pairsOf } from './run-out.ts';
import type { Strategy } from './strategies.ts';
import type { ToyGame } from './toy-game.ts';

export function laidToy(toy: ToyGame): Game {
  const hands = [0, 1].map(
    (player): Hands => ({
      cards: Uint8Array.from(toy.hands[player]!.flat()),
      weights: Float32Array.from(toy.weights[player]!),
    }),
  ) as [Hands, Hands];
  return { handSize: toy.handSize, hands, start: positionOf(toy, []), largestPayoff: largestPayoff(toy.forests) };
}

function positionOf(toy: ToyGame, dealt: readonly number[]): Position {
  const left = toy.deals - dealt.length;
  const gone = dealt.reduce((mask, card) => mask | (1n << BigInt(card)), 0n);
  const share = 1 / (toy.deck.length - dealt.length - 2 * toy.handSize);
  const strengths = [toy.strength, toy.boards ?? toy.strength];
  return {
    forest: toy.forests[dealt.length]!,
    names: null,
    locks: [],
    gone,
    boards: left > 0 ? 0 : toy.boards ? 2 : 1,
    branches:
      left === 0
        ? null
        : toy.deck
            .filter((card) => !dealt.includes(card))
            .map(
              (card): Branch => ({ dealt: card, share, images: [], position: () => positionOf(toy, [...dealt, card]) }),
            ),
    rank(kernel, board, _gone, at, count, to) {
      const bytes = new Uint8Array(kernel.memory.buffer, at, count * 8);
      const out = new Uint16Array(kernel.memory.buffer, to, count);
      const held = toy.hands.flat().filter((hand) => !hand.some((card) => dealt.includes(card)));
      const levels = [...new Set(held.map((hand) => strengths[board]!(hand, dealt)))].sort((a, b) => a - b);
      for (let i = 0; i < count; i++) {
        const hand = [...bytes.subarray(i * 8, i * 8 + toy.handSize)];
        out[i] = hand.some((card) => dealt.includes(card)) ? 0 : levels.indexOf(strengths[board]!(hand, dealt)) + 1;
      }
    },
  };
}

/** Weight of all pairs of hands that can meet. */
export function massOf(toy: ToyGame): number {
  return pairsOf(toy).reduce((sum, { weight }) => sum + weight, 0);
}

/** Place in the game's list of each hand of a deal. */
function placesOf(instance: Instance, path: readonly LaidDeal[], player: 0 | 1): number[] {
  const deal = path.at(-1)!;
  const own = [...new Uint32Array(instance.kernel.memory.buffer, deal.index[player], deal.counts[player])];
  if (path.length === 1) return own;
  const above = placesOf(instance, path.slice(0, -1), player);
  return own.map((i) => above[i]!);
}

function* walk(path: readonly LaidDeal[]): Generator<readonly LaidDeal[]> {
  yield path;
  for (const child of path.at(-1)!.children) yield* walk([...path, child]);
}

function* nodes(
  instance: Instance,
): Generator<{ deal: LaidDeal; node: number; player: 0 | 1; dealt: number[]; places: number[] }> {
  for (const path of walk([instance.start])) {
    const deal = path.at(-1)!;
    const dealt = path.flatMap(({ branch }) => (branch ? [branch.dealt] : []));
    const { kinds, players } = deal.forest.forest;
    for (let node = 0; node < kinds.length; node++) {
      if (kinds[node] !== ACT) continue;
      const player = players[node] as 0 | 1;
      yield { deal, node, player, dealt, places: placesOf(instance, path, player) };
    }
  }
}

const keyOf = (player: number, dealt: readonly number[], node: number, hand: number): string =>
  `${player} ${dealt.join(',')} ${node} ${hand}`;

/** The average strategies of an instance. */
export function strategyOf(instance: Instance): Strategy {
  const known = new Map<string, number[]>();
  for (const { deal, node, player, dealt, places } of nodes(instance)) {
    const shares = averageShares(instance, deal, node);
    const actions = deal.forest.forest.counts[node]!;
    places.forEach((hand, i) => {
      known.set(
        keyOf(player, dealt, node, hand),
        Array.from({ length: actions }, (_, a) => shares[a * places.length + i]!),
      );
    });
  }
  return (player, _depth, node, dealt, hand) => known.get(keyOf(player, dealt, node, hand))!;
}

/** Makes an instance play a strategy. */
export function putStrategy(instance: Instance, strategy: Strategy): void {
  for (const { deal, node, player, dealt, places } of nodes(instance)) {
    const actions = deal.forest.forest.counts[node]!;
    const shares = new Float32Array(actions * places.length);
    places.forEach((hand, i) => {
      strategy(player, dealt.length, node, dealt, hand).forEach((share, a) => {
        shares[a * places.length + i] = share;
      });
    });
    putAverageShares(instance, deal, node, shares);
  }
}
