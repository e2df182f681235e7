/**
 * The equities at one moment of a hand, as questions to the kernel: the hands that are seen and still in, one question a
 * board. Folded hands that are seen, and the cards of the other boards, are out of the deck; so the mean of the boards is
 * exactly each player's share of the pot.
 */
import {
  type Card,
  formatCards,
  type Game,
  HOLE_CARDS,
  type PlayerIndex,
  SPOT_VERSION,
  type Spot,
} from '@ploscope/poker';

export interface EquityQuestion {
  /** Who is asked about, in the order of the hands of each spot. */
  readonly players: readonly PlayerIndex[];
  readonly spots: readonly Spot[];
}

export interface Moment {
  readonly game: Game;
  readonly hands: readonly (readonly Card[])[];
  readonly folded: readonly boolean[];
  readonly boards: readonly (readonly Card[])[];
}

/** Null where fewer than two hands are seen. */
export function equityQuestion({ game, hands, folded, boards }: Moment): EquityQuestion | null {
  const isWhole = (cards: readonly Card[]): boolean => cards.length === HOLE_CARDS[game];
  const players = hands.flatMap((cards, player) => (isWhole(cards) && folded[player] !== true ? [player] : []));
  if (players.length < 2) return null;
  const gone = hands.flatMap((cards, player) => (folded[player] === true ? cards : []));
  const all = boards.length === 0 ? [[]] : boards;
  const spots = all.map((board, index): Spot => {
    const others = all.flatMap((cards, other) => (other === index ? [] : cards));
    const dead = new Set([...gone, ...others].filter((card) => !board.includes(card)));
    return {
      ploscope: SPOT_VERSION,
      game,
      board: formatCards(board),
      board2: null,
      dead: formatCards(dead),
      hands: players.map((player) => formatCards(hands[player] ?? [])),
    };
  });
  // Boards on which the same cards lie ask the same.
  return {
    players,
    spots: spots.filter((spot, index) => spots.findIndex(({ board }) => board === spot.board) === index),
  };
}

/** By player; null for those who were not asked about. `answers`: equities by spot. */
export function equitiesOf(
  { players }: EquityQuestion,
  answers: readonly (readonly number[])[],
  count: number,
): readonly (number | null)[] {
  return Array.from({ length: count }, (_, player) => {
    const place = players.indexOf(player);
    if (place < 0) return null;
    return answers.reduce((sum, equities) => sum + (equities[place] ?? 0), 0) / answers.length;
  });
}
