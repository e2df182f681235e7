/** Hands of a player at a place: which are asked for, and the figures of each. */
import type { SolveRange } from '@ploscope/kernel';
import type { SolvedView } from '@ploscope/kernel/host/node';
import {
  comboIndex,
  formatCard,
  formatHand,
  type Game,
  HOLE_CARDS,
  orderingsOf,
  parseEntry,
  parseHand,
  rangeCombos,
  type Seat,
  type TextError,
} from '@ploscope/poker';
import { type Failure, wrongInput } from '../failure.ts';
import { loadOrderings } from '../ordering-files.ts';
import { adviseQuotes } from '../shell-quotes.ts';
import { say } from '../text/en.ts';
import { saySolve } from '../text/en-solve.ts';
import { seatName } from './names.ts';

export interface HandRow {
  readonly hand: string;
  /** Of the range, 0…1. */
  readonly weight: number;
  /** Weight times the share with which the hand comes here. */
  readonly reach: number;
  readonly frequencies: readonly number[];
  /** Chips won from the pot; null where no opposing hand can be met. */
  readonly actionEvs: readonly (number | null)[];
  readonly ev: number | null;
  readonly equity: number | null;
}

export interface Held {
  readonly game: Game;
  readonly seat: Seat;
  readonly range: SolveRange;
  /** As it is written in the spot. */
  readonly written: string;
  /** Cards that are on the board, dead or dealt. */
  readonly gone: readonly number[];
}

type Found = { readonly ok: true; readonly value: readonly number[] } | { readonly ok: false; readonly error: Failure };

/** Every combo that can be held, by its place in the range. */
export function everyCombo({ game, range, gone }: Held): readonly number[] {
  const size = HOLE_CARDS[game];
  const out = new Set(gone);
  const combos = Array.from({ length: range.cards.length / size }, (_, combo) => combo);
  return combos.filter((combo) =>
    range.cards.subarray(combo * size, (combo + 1) * size).every((card) => !out.has(card)),
  );
}

/** The one combo of a hand. */
export function comboOfHand(text: string, held: Held): Found {
  const hand = parseHand(text, held.game);
  if (!hand.ok) return { ok: false, error: textFailure(text, hand.error) };
  const out = hand.value.find((card) => held.gone.includes(card));
  if (out !== undefined) return { ok: false, error: wrongInput(saySolve.cardOut(formatCard(out)), saySolve.otherHand) };
  const places = placesIn(held, Uint8Array.from(hand.value).sort());
  if (places.length > 0) return { ok: true, value: places };
  const message = saySolve.notHeld(seatName(held.seat), formatHand(hand.value));
  return { ok: false, error: wrongInput(message, saySolve.seatRange(held.written)) };
}

/** The combos of a range that the player can hold. */
export function combosOfRange(text: string, held: Held): Found {
  const entry = parseEntry(text, held.game);
  if (!entry.ok) return { ok: false, error: textFailure(text, entry.error) };
  if (entry.value.kind === 'random') return { ok: true, value: everyCombo(held) };
  if (entry.value.kind === 'hand') return comboOfHand(text, held);
  const { range } = entry.value;
  const orderings = loadOrderings(orderingsOf(range));
  const missing = orderingsOf(range).find((name) => !orderings.has(name));
  if (missing !== undefined) {
    return { ok: false, error: wrongInput(say.rangeNeedsOrdering(missing), say.orderingMissing) };
  }
  const places = placesIn(held, rangeCombos(range, { known: held.gone, orderings }).cards);
  if (places.length > 0) return { ok: true, value: places };
  const message = saySolve.rangeNotHeld(seatName(held.seat));
  return { ok: false, error: wrongInput(message, saySolve.seatRange(held.written)) };
}

/** Where combos stand in the player's range. */
function placesIn({ game, range }: Held, cards: Uint8Array): number[] {
  const size = HOLE_CARDS[game];
  const wanted = new Set<number>();
  for (let at = 0; at < cards.length; at += size) wanted.add(comboIndex(cards.subarray(at, at + size)));
  const places: number[] = [];
  for (let at = 0; at < range.cards.length; at += size) {
    if (wanted.has(comboIndex(range.cards.subarray(at, at + size)))) places.push(at / size);
  }
  return places;
}

function textFailure(text: string, { message, hint, at }: TextError): Failure {
  return wrongInput(message, adviseQuotes(text, hint), text.trim() === '' ? null : { text, at });
}

/** The figures of a combo. */
export function handRow(combo: number, view: SolvedView, { game, seat, range }: Held): HandRow {
  const size = HOLE_CARDS[game];
  const combos = range.cards.length / size;
  const actions = view.player === seat ? view.shares.length / combos : 0;
  const at = (values: Float32Array, index = combo): number | null => {
    const value = values[index];
    return value === undefined || Number.isNaN(value) ? null : value;
  };
  const each = Array.from({ length: actions }, (_, action) => action * combos + combo);
  return {
    hand: formatHand(range.cards.subarray(combo * size, (combo + 1) * size)),
    weight: (range.weights?.[combo] ?? 100) / 100,
    reach: at(view.reach[seat]) ?? 0,
    frequencies: each.map((index) => at(view.shares, index) ?? 0),
    actionEvs: each.map((index) => at(view.actionEv, index)),
    ev: at(view.ev[seat]),
    equity: at(view.equity[seat]),
  };
}
