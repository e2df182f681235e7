// A second opinion on strategies: what they win and what could be won against them, pair of hands by pair of hands over
// the whole public tree, every card dealt. Shares nothing with the kernel but the forests.

import { ACT, DEAL } from '../../src/solve/forest.ts';
import {
  afterCard,
  cardsOfDeal,
  cardsToCome,
  dealsWithout,
  meet,
  pairsOf,
  payoff,
  type RunOut,
  startOf,
} from './run-out.ts';
import type { Strategy } from './strategies.ts';
import type { ToyGame } from './toy-game.ts';
import type { Seat } from './toy-tree.ts';

/** Chips either player takes from the pot on average, half the starting pot included, less what they pay in. */
export function evaluate(game: ToyGame, strategy: Strategy): { ev: [number, number] } {
  const root = startOf(game);
  const pairs = pairsOf(game);
  const total = pairs.reduce((sum, { weight }) => sum + weight, 0);
  const ev: [number, number] = [game.pot / 2, game.pot / 2];
  for (const { hands, weight } of pairs) {
    const values = pairValues(game, strategy, hands, 0, game.forests[0]!.entries[0]!, root);
    ev[0] += (weight / total) * values[0];
    ev[1] += (weight / total) * values[1];
  }
  return { ev };
}

/** What a pair of hands brings both from a node on, counted like payoffs. */
export function pairValues(
  game: ToyGame,
  strategy: Strategy,
  hands: readonly [number, number],
  depth: number,
  node: number,
  runOut: RunOut,
): [number, number] {
  const forest = game.forests[depth]!;
  const kind = forest.kinds[node];
  const first = forest.first[node]!;
  const values: [number, number] = [0, 0];
  const add = (share: number, [a, b]: readonly [number, number]) => {
    values[0] += share * a;
    values[1] += share * b;
  };
  if (kind === ACT) {
    const player = forest.players[node] as Seat;
    const shares = strategy(player, depth, node, runOut.dealt, hands[player]);
    for (const [action, share] of shares.entries()) {
      add(share, pairValues(game, strategy, hands, depth, first + action, runOut));
    }
  } else if (kind === DEAL) {
    const entry = game.forests[depth + 1]!.entries[first]!;
    const cards = cardsToCome(game, runOut, hands);
    for (const card of cards) {
      add(1 / cards.length, pairValues(game, strategy, hands, depth + 1, entry, afterCard(game, runOut, card)));
    }
  } else {
    add(1, [payoff(game, depth, node, runOut, hands, 0), payoff(game, depth, node, runOut, hands, 1)]);
  }
  return values;
}

/** Whether a player must keep to the strategy with a hand at a node. */
export type Bound = (player: Seat, depth: number, node: number, dealt: readonly number[], hand: number) => boolean;

const NOBODY: Bound = () => false;

/**
 * The most `player` can win when the other plays `strategy`; counted like `evaluate`. Where `bound` says so, `player`
 * keeps to the strategy too.
 */
export function bestResponse(game: ToyGame, strategy: Strategy, player: Seat, bound: Bound = NOBODY): number {
  const other = player === 0 ? 1 : 0;
  const root = startOf(game);
  const spot: Spot = { game, strategy, player, bound };
  let value = 0;
  let total = 0;
  for (const [index, hand] of game.hands[player].entries()) {
    const weight = game.weights[player][index]!;
    const reach = game.hands[other].map((held, i) => (meet(hand, held) ? game.weights[other][i]! : 0));
    value += weight * handResponse(spot, index, 0, game.forests[0]!.entries[0]!, root, reach);
    total += weight * reach.reduce((sum, part) => sum + part, 0);
  }
  return game.pot / 2 + value / total;
}

interface Spot {
  readonly game: ToyGame;
  readonly strategy: Strategy;
  readonly player: Seat;
  readonly bound: Bound;
}

/** The best one hand can do: the sum over the other's hands of how often each is here, `reach`, times what it pays. */
function handResponse(
  spot: Spot,
  index: number,
  depth: number,
  node: number,
  runOut: RunOut,
  reach: readonly number[],
): number {
  const { game, strategy, player, bound } = spot;
  const forest = game.forests[depth]!;
  const other = player === 0 ? 1 : 0;
  const first = forest.first[node]!;
  const actions = Array.from({ length: forest.counts[node]! }, (_, action) => action);
  switch (forest.kinds[node]) {
    case ACT: {
      if (forest.players[node] === player) {
        const values = actions.map((action) => handResponse(spot, index, depth, first + action, runOut, reach));
        if (!bound(player, depth, node, runOut.dealt, index)) return Math.max(...values);
        const shares = strategy(player, depth, node, runOut.dealt, index);
        return values.reduce((sum, value, action) => sum + shares[action]! * value, 0);
      }
      const shares = reach.map((part, i) => (part > 0 ? strategy(other, depth, node, runOut.dealt, i) : []));
      const values = actions.map((action) => {
        const after = reach.map((part, i) => (part > 0 ? part * shares[i]![action]! : 0));
        return handResponse(spot, index, depth, first + action, runOut, after);
      });
      return values.reduce((sum, value) => sum + value, 0);
    }
    case DEAL: {
      const entry = game.forests[depth + 1]!.entries[first]!;
      const deals = dealsWithout(game, runOut, game.hands[player][index]!);
      // Of the cards that are left the other holds `handSize`, whichever hand it is.
      const left = game.deck.length - (game.paired ? 2 : 1) * runOut.dealt.length - 2 * game.handSize;
      const chance = game.paired ? 1 / (left * (left - 1)) : 1 / left;
      const values = deals.map((deal) => {
        const cards = cardsOfDeal(game, deal);
        const after = reach.map((part, i) =>
          cards.some((card) => game.hands[other][i]!.includes(card)) ? 0 : part * chance,
        );
        const next = afterCard(game, runOut, deal);
        return handResponse(spot, index, depth + 1, entry, next, after);
      });
      return values.reduce((sum, value) => sum + value, 0);
    }
    default: {
      const pair = (i: number): [number, number] => (player === 0 ? [index, i] : [i, index]);
      return reach.reduce(
        (sum, part, i) => (part > 0 ? sum + part * payoff(game, depth, node, runOut, pair(i), player) : sum),
        0,
      );
    }
  }
}

/** Half of what both players together could still gain, in chips: half the NashConv of the literature. */
export function exploitability(game: ToyGame, strategy: Strategy): number {
  const { ev } = evaluate(game, strategy);
  return (bestResponse(game, strategy, 0) - ev[0] + bestResponse(game, strategy, 1) - ev[1]) / 2;
}
