// What the table shows at a point of a toy game, and what an end of play there pays.

import { cardsDealt, dealsOf } from '../../src/solve/dealt.ts';
import { FOLD } from '../../src/solve/forest.ts';
import type { ToyGame } from './toy-game.ts';
import type { Seat } from './toy-tree.ts';

/** Cards dealt so far. Strengths are there once the last card is: [board][player][hand]. */
export interface RunOut {
  readonly dealt: readonly number[];
  readonly strengths: readonly (readonly (readonly number[])[])[];
  /** Filled as cards are dealt, so that every sequence of cards is one object. */
  readonly next: Map<number, RunOut>;
}

/** Where nothing is dealt yet. What was found of a game's strengths serves every question asked of that game. */
export function startOf(game: ToyGame): RunOut {
  const known = starts.get(game);
  if (known) return known;
  const start = runOutOf(game, []);
  starts.set(game, start);
  return start;
}

const starts = new WeakMap<ToyGame, RunOut>();

function runOutOf(game: ToyGame, dealt: readonly number[]): RunOut {
  const boards = game.boards ? [game.strength, game.boards] : [game.strength];
  const strengths =
    dealt.length < game.deals
      ? []
      : boards.map((strength) => game.hands.map((hands) => hands.map((hand) => strength(hand, dealt))));
  return { dealt, strengths, next: new Map() };
}

export function afterCard(game: ToyGame, runOut: RunOut, card: number): RunOut {
  const known = runOut.next.get(card);
  if (known) return known;
  const next = runOutOf(game, [...runOut.dealt, card]);
  runOut.next.set(card, next);
  return next;
}

export function meet(hand: readonly number[], other: readonly number[]): boolean {
  return hand.every((card) => !other.includes(card));
}

/** Two hands of the game, by index, and how often they meet. */
export interface Pair {
  readonly hands: readonly [number, number];
  readonly weight: number;
}

/** All pairs that share no card. */
export function pairsOf(game: ToyGame): Pair[] {
  return game.hands[0].flatMap((hand, i) =>
    game.hands[1].flatMap((other, j) =>
      meet(hand, other) ? [{ hands: [i, j] as const, weight: game.weights[0][i]! * game.weights[1][j]! }] : [],
    ),
  );
}

/** What may be dealt next when these two hands are held. */
export function cardsToCome(game: ToyGame, runOut: RunOut, [i, j]: readonly [number, number]): number[] {
  return dealsWithout(game, runOut, [...game.hands[0][i]!, ...game.hands[1][j]!]);
}

/** What may be dealt next where nobody holds these cards. */
export function dealsWithout(game: ToyGame, { dealt }: RunOut, held: readonly number[]): number[] {
  const gone = [...held, ...dealt.flatMap((deal) => cardsOfDeal(game, deal))];
  const live = game.deck.filter((card) => !gone.includes(card));
  if (!game.paired) return live;
  const isLive = Array.from({ length: 52 }, (_, card) => live.includes(card));
  return dealsOf((card) => isLive[card]!, 2);
}

export function cardsOfDeal({ paired }: ToyGame, deal: number): readonly number[] {
  return paired ? cardsDealt(deal) : [deal];
}

/** What a SHOWDOWN or FOLD brings `player`, in chips counted from half the starting pot. */
export function payoff(
  game: ToyGame,
  depth: number,
  node: number,
  runOut: RunOut,
  [i, j]: readonly [number, number],
  player: Seat,
): number {
  const forest = game.forests[depth]!;
  const best = forest.payoffs[3 * node]!;
  const tie = forest.payoffs[3 * node + 1]!;
  const worst = forest.payoffs[3 * node + 2]!;
  if (forest.kinds[node] === FOLD) return forest.players[node] === player ? worst : best;
  let sum = 0;
  for (const [first, second] of runOut.strengths) {
    const lead = player === 0 ? first![i]! - second![j]! : second![j]! - first![i]!;
    sum += lead > 0 ? best : lead < 0 ? worst : tie;
  }
  return sum / runOut.strengths.length;
}
