// What a player sees at a place, by the naive recursion: reach down the line, then every pair of combos on from there.

import { ACT, DEAL } from '../../src/solve/forest.ts';
import { pairValues } from './naive-solve.ts';
import { afterCard, cardsOfDeal, cardsToCome, meet, type RunOut, startOf } from './run-out.ts';
import type { Strategy } from './strategies.ts';
import type { ToyGame } from './toy-game.ts';
import type { Seat } from './toy-tree.ts';

export interface NaiveView {
  /** By player and hand; chips won from the pot, half the starting pot included. NaN where a hand meets nobody. */
  readonly reach: readonly [number[], number[]];
  readonly met: readonly [number[], number[]];
  readonly ev: readonly [number[], number[]];
  readonly equity: readonly [number[], number[]];
  /** [action][hand] of who acts; empty elsewhere. */
  readonly actionEv: number[][];
}

interface Step {
  readonly depth: number;
  readonly node: number;
  readonly action: number;
}

/** Actions from the start to a node; searched from the top. */
export function lineTo(game: ToyGame, depth: number, node: number): Step[] {
  const search = (at: number, here: number, line: Step[]): Step[] | null => {
    if (at === depth && here === node) return line;
    const forest = game.forests[at]!;
    const first = forest.first[here]!;
    if (forest.kinds[here] === DEAL && at < depth) return search(at + 1, game.forests[at + 1]!.entries[first]!, line);
    if (forest.kinds[here] !== ACT) return null;
    for (let action = 0; action < forest.counts[here]!; action++) {
      const found = search(at, first + action, [...line, { depth: at, node: here, action }]);
      if (found) return found;
    }
    return null;
  };
  const found = search(0, game.forests[0]!.entries[0]!, []);
  if (!found) throw new RangeError(`there is no node ${node} on street ${depth}`);
  return found;
}

/** By player and hand: weight times the shares of the line; 0 for hands that a card rules out. */
export function naiveReach(
  game: ToyGame,
  strategy: Strategy,
  dealt: readonly number[],
  node: number,
): [number[], number[]] {
  const line = lineTo(game, dealt.length, node);
  const gone = dealt.flatMap((deal) => cardsOfDeal(game, deal));
  return ([0, 1] as const).map((player) =>
    game.hands[player].map((hand, i) => {
      if (game.weights[player][i] === 0 || hand.some((card) => gone.includes(card))) return 0;
      let share = game.weights[player][i]!;
      for (const step of line) {
        if (game.forests[step.depth]!.players[step.node] !== player) continue;
        share *= strategy(player, step.depth, step.node, dealt.slice(0, step.depth), i)[step.action]!;
      }
      return share;
    }),
  ) as [number[], number[]];
}

export function naiveView(game: ToyGame, strategy: Strategy, dealt: readonly number[], node: number): NaiveView {
  const depth = dealt.length;
  let runOut = startOf(game);
  for (const card of dealt) runOut = afterCard(game, runOut, card);
  const reach = naiveReach(game, strategy, dealt, node);
  const gone = dealt.flatMap((deal) => cardsOfDeal(game, deal));
  const forest = game.forests[depth]!;
  const acts = forest.kinds[node] === ACT;
  const none = (player: Seat) => game.hands[player].map(() => 0);
  const met: [number[], number[]] = [none(0), none(1)];
  const ev: [number[], number[]] = [none(0), none(1)];
  const equity: [number[], number[]] = [none(0), none(1)];
  const actor = forest.players[node] as Seat;
  const actionEv = acts ? Array.from({ length: forest.counts[node]! }, () => none(actor)) : [];
  for (const [i, hand] of game.hands[0].entries()) {
    for (const [j, other] of game.hands[1].entries()) {
      const alive = game.weights[0][i]! > 0 && game.weights[1][j]! > 0 && meet(hand, other);
      if (!alive || gone.some((card) => hand.includes(card) || other.includes(card))) continue;
      const pair = [i, j] as const;
      const shares = checkedDown(game, runOut, pair);
      const from = (start: number) => pairValues(game, strategy, pair, depth, start, runOut);
      const values = reach[0][i]! > 0 || reach[1][j]! > 0 ? from(node) : [0, 0];
      for (const player of [0, 1] as const) {
        const theirs = reach[1 - player]![pair[1 - player]!]!;
        met[player][pair[player]]! += theirs;
        ev[player][pair[player]]! += theirs * values[player]!;
        equity[player][pair[player]]! += theirs * (player === 0 ? shares : 1 - shares);
      }
      if (!acts || reach[1 - actor]![pair[1 - actor]!]! === 0) continue;
      for (const [action, row] of actionEv.entries()) {
        row[pair[actor]]! += reach[1 - actor]![pair[1 - actor]!]! * from(forest.first[node]! + action)[actor]!;
      }
    }
  }
  const over = (sums: number[], player: Seat, plus: number) => sums.map((sum, i) => sum / met[player][i]! + plus);
  return {
    reach,
    met,
    ev: [over(ev[0], 0, game.pot / 2), over(ev[1], 1, game.pot / 2)],
    equity: [over(equity[0], 0, 0), over(equity[1], 1, 0)],
    actionEv: actionEv.map((row) => over(row, actor, game.pot / 2)),
  };
}

/** Share of the pot of the first player's hand. */
function checkedDown(game: ToyGame, runOut: RunOut, pair: readonly [number, number]): number {
  if (runOut.dealt.length < game.deals) {
    const cards = cardsToCome(game, runOut, pair);
    return cards.reduce((sum, card) => sum + checkedDown(game, afterCard(game, runOut, card), pair), 0) / cards.length;
  }
  const leads = runOut.strengths.map(([first, second]) => first![pair[0]]! - second![pair[1]]!);
  return leads.reduce((sum, lead) => sum + (lead > 0 ? 1 : lead < 0 ? 0 : 0.5), 0) / leads.length;
}
