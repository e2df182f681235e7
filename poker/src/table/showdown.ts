/**
 * The end of a hand that was not won by folds: cards are shown or given up, and what a hand may win is sold to the house.
 *
 * Any order is allowed, since sites write it in any; `showOrder` is the one that a table keeps. Cards may also be shown
 * when nothing depends on them any more, some or all of them.
 */
import { formatCards } from '../cards.ts';
import { HOLE_CARDS } from '../games.ts';
import { at, isBettingOver, isLive, withValue } from './betting.ts';
import { refuseCards } from './dealing.ts';
import type { Operation, PlayerIndex } from './operation.ts';
import { potsOf } from './pots.ts';
import { type Refusal, refusal } from './refusal.ts';
import type { TableState } from './table-state.ts';

type Show = Extract<Operation, { readonly kind: 'show' }>;
type Muck = Extract<Operation, { readonly kind: 'muck' }>;
type CashOut = Extract<Operation, { readonly kind: 'cash-out' }>;

/** No decision can follow any more. */
const isDecided = (state: TableState): boolean =>
  state.phase === 'showdown' || state.phase === 'over' || (state.phase === 'dealing' && isBettingOver(state));

/** Has neither folded nor given up. */
export const isContending = (state: TableState, player: PlayerIndex): boolean =>
  isLive(state, player) && !at(state.mucked, player);

/** Who shows in which order: the last to bet or raise on the river, or the first to the left of the button, and so on around. */
export const showOrder = (state: TableState): PlayerIndex[] => {
  const players = state.stacks.length;
  const first = state.aggressor ?? 0;
  const order = Array.from({ length: players }, (_, i) => (first + i) % players);
  return order.filter((player) => isContending(state, player) && !at(state.shown, player));
};

export const refuseShow = (state: TableState, { player, cards }: Show): Refusal | null => {
  if (!isDecided(state)) return refusal('not-now', [], 'show cards');
  const hand = at(state.hands, player);
  const whole = HOLE_CARDS[state.setup.game];
  const least = state.phase !== 'over' && isContending(state, player) ? whole : 1;
  if (cards.length < least || cards.length > whole) {
    return refusal('card-count', [], `A hand has ${whole} cards; this has ${cards.length}`);
  }
  if (hand.length === whole && !cards.every((card) => hand.includes(card))) {
    return refusal('shown-otherwise', [], `${formatCards(cards)}, not ${formatCards(hand)}`);
  }
  return refuseCards(state, cards, hand);
};

export const show = (state: TableState, { player, cards }: Show): TableState => {
  const hand = at(state.hands, player);
  return {
    ...state,
    shown: withValue(state.shown, player, at(state.shown, player) || cards.length === HOLE_CARDS[state.setup.game]),
    hands: cards.length > hand.length ? withValue(state.hands, player, [...cards]) : state.hands,
  };
};

export const refuseMuck = (state: TableState, { player }: Muck): Refusal | null => {
  if (state.phase !== 'showdown') return refusal('not-now', [], 'give up cards');
  if (!isLive(state, player)) return refusal('folded');
  if (at(state.mucked, player)) return refusal('mucked');
  if (at(state.shown, player)) return refusal('shown');
  const alone = potsOf(state).pots.some(
    ({ contenders }) =>
      contenders.includes(player) && contenders.every((other) => other === player || !isContending(state, other)),
  );
  return alone ? refusal('last-contender') : null;
};

export const muck = (state: TableState, { player }: Muck): TableState => ({
  ...state,
  mucked: withValue(state.mucked, player, true),
});

export const refuseCashOut = (state: TableState, { player }: CashOut): Refusal | null => {
  if (!isDecided(state)) return refusal('not-now', [], 'cash out');
  if (!isContending(state, player)) return refusal(isLive(state, player) ? 'mucked' : 'folded');
  return at(state.cashedOut, player) === null ? null : refusal('cash-out');
};

export const cashOut = (state: TableState, { player, chips }: CashOut): TableState => ({
  ...state,
  cashedOut: withValue(state.cashedOut, player, chips),
});
