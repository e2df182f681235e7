// Small games in the form the solver solves: hands that are sets of cards, a betting tree, cards dealt between streets.

import type { Forest } from '../../src/solve/forest.ts';
import { cardsOf } from '../kernel.ts';
import { naiveStrength, subsets } from '../naive.ts';
import { type Betting, bettingTree, forestsOf, type Rake } from './toy-tree.ts';

export interface ToyGame {
  readonly handSize: number;
  /** Cards that exist, 0…63: those the hands are made of and those that may be dealt. A board is not among them. */
  readonly deck: readonly number[];
  /** What each player may hold: `handSize` cards of the deck, ascending. */
  readonly hands: readonly [readonly (readonly number[])[], readonly (readonly number[])[]];
  readonly weights: readonly [readonly number[], readonly number[]];
  /** One a street. */
  readonly forests: readonly Forest[];
  /** Cards dealt, one before every forest but the first: any card of the deck neither hand holds, all alike. */
  readonly deals: number;
  /** Whether a deal is a pair of cards, one for each board, by the number that `dealt.ts` gives it. */
  readonly paired?: boolean;
  /** Chips in the middle at the start. */
  readonly pot: number;
  /** Larger is better. Asked once all cards are dealt; `dealt` is in the order of the streets. */
  readonly strength: (hand: readonly number[], dealt: readonly number[]) => number;
  /** Strength on the second of two boards; a showdown then pays the mean of what each board would pay. */
  readonly boards?: (hand: readonly number[], dealt: readonly number[]) => number;
}

export const NO_RAKE: Rake = { rate: 0, cap: 0 };

/** Cards 0, 1, 2; an ante and one bet of 1. */
export function kuhn(): ToyGame {
  const betting = { pot: 2, streets: 1, stack: Infinity, maxRaises: 1, raise: () => 1, rake: NO_RAKE };
  return oneCardGame(3, betting, (card) => card);
}

/** Three ranks in two suits, one public card; raises of 2 before it and 4 after it, at most two a round. */
export function leduc(): ToyGame {
  const raise = (street: number) => (street === 0 ? 2 : 4);
  const betting = { pot: 2, streets: 2, stack: Infinity, maxRaises: 2, raise, rake: NO_RAKE };
  return oneCardGame(6, betting, (card, dealt) => (card >> 1 === dealt[0]! >> 1 ? 3 : card >> 1));
}

function oneCardGame(
  cards: number,
  betting: Betting,
  strength: (card: number, dealt: readonly number[]) => number,
): ToyGame {
  const deck = Array.from({ length: cards }, (_, card) => card);
  const hands = deck.map((card) => [card]);
  const weights = deck.map(() => 1);
  return {
    handSize: 1,
    deck,
    hands: [hands, hands],
    weights: [weights, weights],
    ...played(betting),
    strength: (hand, dealt) => strength(hand[0]!, dealt),
  };
}

const OMAHA_DECK = 'AhKhQdJd9s8s8h7c6c5h3d2s';

/** Twelve cards beside the board, 45 hands against 55 with weights 1…100, pot-sized bets at a stack of 4 pots. */
export function smallDeckOmaha(street: 'river' | 'turn', rake: Rake = NO_RAKE): ToyGame {
  const board = cardsOf(street === 'river' ? 'Th9h4cJcTd' : 'Th9h4cJc');
  return {
    ...omahaRanges(),
    ...played(potBetting(street === 'river' ? 1 : 2, 40, rake)),
    strength: (hand, dealt) => naiveStrength(hand, [...board, ...dealt]),
  };
}

/** The same ranges on the river of two boards. */
export function smallDeckTwoBoards(): ToyGame {
  const boards = [cardsOf('Th9h4cJcTd'), cardsOf('Qs7d7hTs4d')] as const;
  return {
    ...omahaRanges(),
    ...played(potBetting(1, 40, NO_RAKE)),
    strength: (hand) => naiveStrength(hand, [...boards[0]]),
    boards: (hand) => naiveStrength(hand, [...boards[1]]),
  };
}

function omahaRanges(): Pick<ToyGame, 'handSize' | 'deck' | 'hands' | 'weights'> {
  const deck = deckOf(OMAHA_DECK);
  const all = subsets(deck, 4);
  const hands = [everyNth(all, 11), everyNth(all, 9)] as const;
  return { handSize: 4, deck, hands, weights: [unevenWeights(hands[0], 37), unevenWeights(hands[1], 53)] };
}

/** A flop and nine more cards: every hand of them against every second, pot-sized bets at a stack of 4 pots. */
export function smallHoldem(): ToyGame {
  const flop = cardsOf('Th9h4c');
  const deck = deckOf('AhKhJd8sTc9d4d7h2c');
  const all = subsets(deck, 2);
  const hands = [all, everyNth(all, 2)] as const;
  return {
    handSize: 2,
    deck,
    hands,
    weights: [unevenWeights(hands[0], 37), unevenWeights(hands[1], 53)],
    ...played(potBetting(3, 40, NO_RAKE)),
    strength: (hand, dealt) => naiveStrength(hand, [...flop, ...dealt]),
  };
}

/** A pot of 10 and bets of the pot, one bet and one raise a street. */
function potBetting(streets: number, stack: number, rake: Rake): Betting {
  return { pot: 10, streets, stack, maxRaises: 2, raise: (_, potAfterCall) => potAfterCall, rake };
}

function played(betting: Betting): Pick<ToyGame, 'forests' | 'deals' | 'pot'> {
  return { forests: forestsOf(bettingTree(betting)), deals: betting.streets - 1, pot: betting.pot };
}

function deckOf(text: string): number[] {
  return [...cardsOf(text)].sort((a, b) => a - b);
}

function everyNth<T>(items: readonly T[], n: number): T[] {
  return items.filter((_, index) => index % n === 0);
}

function unevenWeights(hands: readonly unknown[], step: number): number[] {
  return hands.map((_, index) => 1 + ((index * step) % 100));
}
