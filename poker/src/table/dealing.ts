/**
 * Cards at the table: hole cards, boards, and how often the rest of the board is dealt once nobody can act any more.
 *
 * Boards are the run-outs of the hand: one; two from the flop on where the game has two; or as many as the rest is dealt
 * times, each beginning with the cards that lay there before. With two boards dealt several times they stand run by run.
 * Where betting goes on, all boards get the cards of a street before it does; where it does not, one may be dealt to the
 * end before the next.
 */
import { type Card, formatCard, formatCards } from '../cards.ts';
import { HOLE_CARDS } from '../games.ts';
import { at, isBettingOver, withValue } from './betting.ts';
import type { Operation } from './operation.ts';
import { type Refusal, refusal } from './refusal.ts';
import type { TableState } from './table-state.ts';

type Deal = Extract<Operation, { readonly kind: 'deal' }>;
type Board = Extract<Operation, { readonly kind: 'board' }>;
type Run = Extract<Operation, { readonly kind: 'run' }>;

export const WHOLE_BOARD = 5;
const DECK = 52;

export const refuseDeal = (state: TableState, { player, cards }: Deal): Refusal | null => {
  if (at(state.dealt, player)) return refusal('dealt-twice', [], formatCards(cards) || 'these');
  const wanted = HOLE_CARDS[state.setup.game];
  if (cards.length !== 0 && cards.length !== wanted) {
    return refusal('card-count', [], `A hand has ${wanted} cards; this has ${cards.length}`);
  }
  return refuseCards(state, cards);
};

export const deal = (state: TableState, { player, cards }: Deal): TableState => ({
  ...state,
  dealt: withValue(state.dealt, player, true),
  hands: cards.length === 0 ? state.hands : withValue(state.hands, player, [...cards]),
});

export const refuseBoard = (state: TableState, { board, cards }: Board): Refusal | null => {
  const before = state.boards[board];
  if (before === undefined) {
    return refusal(
      'board',
      [],
      `This hand has ${state.boards.length === 1 ? 'one board' : `${state.boards.length} boards`}; there is none with the number ${board}`,
    );
  }
  const wanted = cardsDue(state, board);
  if (wanted === 0)
    return refusal(
      'board',
      [],
      `Board ${board + 1} has ${before.length} cards, and no more come to it now; these are ${cards.length}`,
    );
  if (cards.length !== wanted)
    return refusal(
      'card-count',
      [],
      `The next of board ${board + 1} is ${wanted === 1 ? 'one card' : `${wanted} cards`}; this has ${cards.length}`,
    );
  return refuseCards(state, cards);
};

export const dealBoard = (state: TableState, { board, cards }: Board): TableState => ({
  ...state,
  boards: withValue(state.boards, board, [...(state.boards[board] ?? []), ...cards]),
});

/** How many cards come next to this board; 0 where none do, because it is full or waits for the others. */
export const cardsDue = (state: TableState, board: number): number => {
  const length = state.boards[board]?.length ?? WHOLE_BOARD;
  if (state.phase !== 'dealing' || length === WHOLE_BOARD) return 0;
  if (!isBettingOver(state) && state.boards.some((other) => other.length < length)) return 0;
  return length === 0 ? 3 : 1;
};

export const refuseRun = (state: TableState, { times }: Run): Refusal | null => {
  const lengths = state.boards.map((cards) => cards.length);
  const dealt = lengths[0] ?? 0;
  if (state.phase !== 'dealing' || !isBettingOver(state) || lengths.some((length) => length !== dealt)) {
    return refusal('not-now', [], 'deal the rest of the board several times');
  }
  if (state.boards.length !== state.setup.boards) return refusal('run', [], 'asked a second time');
  const known = state.setup.boards * dealt + state.dealt.length * HOLE_CARDS[state.setup.game];
  const fits = known + state.setup.boards * (WHOLE_BOARD - dealt) * times <= DECK;
  return Number.isInteger(times) && times >= 1 && fits ? null : refusal('run', [], `${times} times`);
};

export const run = (state: TableState, { times }: Run): TableState => ({
  ...state,
  boards: Array.from({ length: times }, () => state.boards).flat(),
});

/** Cards that exist and are not seen elsewhere, `except` in what the player holds already. */
export const refuseCards = (
  state: TableState,
  cards: readonly Card[],
  except: readonly Card[] = [],
): Refusal | null => {
  if (cards.length === 0) return null;
  const gone = new Uint8Array(DECK);
  for (const hand of state.hands) if (hand !== except) mark(gone, hand);
  for (const board of state.boards) mark(gone, board);
  for (const card of cards) {
    if (!Number.isInteger(card) || card < 0 || card >= DECK) return refusal('card', [], String(card));
    if (gone[card] === 1) return refusal('card', [], formatCard(card));
    gone[card] = 1;
  }
  return null;
};

const mark = (gone: Uint8Array, cards: readonly Card[]): void => {
  for (const card of cards) gone[card] = 1;
};
