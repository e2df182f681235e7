// CFR+ from the textbook: a table of regrets, filled pair of hands by pair of hands, players in turn. For small games.
// Source: Tammelin, Solving Large Imperfect Information Games Using CFR+ (2014), arXiv:1407.5042.

import { ACT, DEAL } from '../../src/solve/forest.ts';
import { afterCard, cardsToCome, pairsOf, payoff, type RunOut, startOf } from './run-out.ts';
import { inProportion, type Strategy } from './strategies.ts';
import type { ToyGame } from './toy-game.ts';
import type { Seat } from './toy-tree.ts';

/** What is known about one hand at one decision; one entry an action. */
interface Decision {
  readonly player: Seat;
  readonly regrets: number[];
  /** Regrets of the pass that runs, added to `regrets` at its end. */
  readonly gains: number[];
  /** Sum of the strategies played, weighted by the iteration and by how often the hand came here by its own play. */
  readonly sums: number[];
  /** What is played. */
  current: number[];
}

/** The average strategy after so many iterations; uniform where a hand never came. */
export function naiveCfr(game: ToyGame, iterations: number): Strategy {
  const root = startOf(game);
  const pairs = pairsOf(game);
  const table = new Map<string, Decision[][]>();
  for (let iteration = 1; iteration <= iterations; iteration++) {
    for (const player of [0, 1] as const) {
      for (const { hands, weight } of pairs) {
        const pass = { game, table, player, hands, iteration };
        walk(pass, 0, game.forests[0]!.entries[0]!, root, decisionsAt(game, table, []), 1, weight);
      }
      for (const nodes of table.values()) {
        for (const decision of nodes.flat()) if (decision.player === player) learn(decision);
      }
    }
  }
  return (_player, depth, node, dealt, hand) => {
    const decision = table.get(dealt.join())?.[node]?.[hand];
    return inProportion(decision?.sums ?? new Array<number>(game.forests[depth]!.counts[node]!).fill(0));
  };
}

interface Pass {
  readonly game: ToyGame;
  readonly table: Map<string, Decision[][]>;
  /** Whose regrets are counted. */
  readonly player: Seat;
  readonly hands: readonly [number, number];
  readonly iteration: number;
}

/**
 * What the pair of hands brings the pass's player from here on. `mine`: how often this player's own play comes here;
 * `theirs`: how often the other's play, the cards and the weights of the hands do.
 */
function walk(
  pass: Pass,
  depth: number,
  node: number,
  runOut: RunOut,
  decisions: readonly Decision[][],
  mine: number,
  theirs: number,
): number {
  const { game, table, player, hands, iteration } = pass;
  const forest = game.forests[depth]!;
  const first = forest.first[node]!;
  if (forest.kinds[node] === DEAL) {
    const entry = game.forests[depth + 1]!.entries[first]!;
    const cards = cardsToCome(game, runOut, hands);
    const chance = 1 / cards.length;
    let value = 0;
    for (const card of cards) {
      const next = afterCard(game, runOut, card);
      value += chance * walk(pass, depth + 1, entry, next, decisionsAt(game, table, next.dealt), mine, theirs * chance);
    }
    return value;
  }
  if (forest.kinds[node] !== ACT) return payoff(game, depth, node, runOut, hands, player);

  const acting = forest.players[node] as Seat;
  const decision = decisions[node]![hands[acting]]!;
  const own = acting === player;
  const values = decision.current.map((share, action) =>
    walk(pass, depth, first + action, runOut, decisions, own ? mine * share : mine, own ? theirs : theirs * share),
  );
  const value = values.reduce((sum, part, action) => sum + decision.current[action]! * part, 0);
  if (own) {
    for (const [action, share] of decision.current.entries()) {
      decision.gains[action]! += theirs * (values[action]! - value);
      decision.sums[action]! += iteration * mine * share;
    }
  }
  return value;
}

function learn(decision: Decision): void {
  for (const [action, gain] of decision.gains.entries()) {
    decision.regrets[action] = Math.max(0, decision.regrets[action]! + gain);
    decision.gains[action] = 0;
  }
  decision.current = inProportion(decision.regrets);
}

/** The decisions of a run-out's last street: [node][hand]. */
function decisionsAt(game: ToyGame, table: Map<string, Decision[][]>, dealt: readonly number[]): Decision[][] {
  const key = dealt.join();
  const known = table.get(key);
  if (known) return known;
  const forest = game.forests[dealt.length]!;
  const fresh = Array.from(forest.kinds, (kind, node) => {
    if (kind !== ACT) return [];
    const player = forest.players[node] as Seat;
    const none = () => new Array<number>(forest.counts[node]!).fill(0);
    return game.hands[player].map(
      (): Decision => ({ player, regrets: none(), gains: none(), sums: none(), current: inProportion(none()) }),
    );
  });
  table.set(key, fresh);
  return fresh;
}
