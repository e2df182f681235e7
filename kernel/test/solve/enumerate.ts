// The proof of the best response: every pure strategy of a tiny game, tried one after the other.

import { ACT, DEAL } from '../../src/solve/forest.ts';
import { evaluate } from './naive-solve.ts';
import type { Strategy } from './strategies.ts';
import type { ToyGame } from './toy-game.ts';
import type { Seat } from './toy-tree.ts';

/** More pure strategies than this are not tried. */
const MOST = 1 << 20;

/** The most any pure strategy of `player` wins when the other plays `strategy`; throws when there are too many. */
export function enumerateBestResponse(game: ToyGame, strategy: Strategy, player: Seat): number {
  const decisions = decisionsOf(game, player);
  const all = decisions.reduce((product, { actions }) => product * actions, 1);
  if (all > MOST) throw new RangeError(`${all} pure strategies are more than ${MOST}`);
  let best = -Infinity;
  for (let number = 0; number < all; number++) {
    const choices = new Map<string, number>();
    let rest = number;
    for (const { key, actions } of decisions) {
      choices.set(key, rest % actions);
      rest = Math.floor(rest / actions);
    }
    const pure: Strategy = (seat, depth, node, dealt, hand) => {
      if (seat !== player) return strategy(seat, depth, node, dealt, hand);
      const choice = choices.get(keyOf(depth, node, dealt, hand));
      return Array.from({ length: game.forests[depth]!.counts[node]! }, (_, action) => (action === choice ? 1 : 0));
    };
    best = Math.max(best, evaluate(game, pure).ev[player]);
  }
  return best;
}

function keyOf(depth: number, node: number, dealt: readonly number[], hand: number): string {
  return `${depth} ${node} ${dealt.join('-')} ${hand}`;
}

/** Every point at which `player` chooses, hand by hand. */
function decisionsOf(game: ToyGame, player: Seat): { key: string; actions: number }[] {
  const found: { key: string; actions: number }[] = [];
  const walk = (depth: number, node: number, dealt: readonly number[], hand: number) => {
    const forest = game.forests[depth]!;
    const first = forest.first[node]!;
    if (forest.kinds[node] === ACT) {
      const actions = forest.counts[node]!;
      if (forest.players[node] === player) found.push({ key: keyOf(depth, node, dealt, hand), actions });
      for (let action = 0; action < actions; action++) walk(depth, first + action, dealt, hand);
    } else if (forest.kinds[node] === DEAL) {
      const gone = [...game.hands[player][hand]!, ...dealt];
      for (const card of game.deck.filter((card) => !gone.includes(card))) {
        walk(depth + 1, game.forests[depth + 1]!.entries[first]!, [...dealt, card], hand);
      }
    }
  };
  for (const hand of game.hands[player].keys()) walk(0, game.forests[0]!.entries[0]!, [], hand);
  return found;
}
