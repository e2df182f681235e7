/**
 * Who sits where at an Ignition table. Places have names that tell the order of play: the blinds, then from under the gun
 * round to the dealer. Numbers of seats are true in cash games; in tournaments they may be numbers of players, and are
 * then counted in the order of play.
 */
import { fail, type Result, succeed } from '../../../result.ts';
import { handMistakes } from '../../../text/en-hands.ts';
import { type HandError, handError } from '../../hand-error.ts';
import { readAmount } from '../../reading/amount.ts';
import type { HandDraft } from '../../reading/hand-draft.ts';

/** A place, with the mark of the player whose file it is. */
export const PLACE = /^(Small Blind|Big Blind|Dealer|UTG(?:\+\d{1,2})?) {1,3}(\[ME\] ?)?/;
const SEAT = /^Seat (\d{1,4}): (Small Blind|Big Blind|Dealer|UTG(?:\+\d{1,2})?) {1,3}(\[ME\] )?\((.{1,30}) in chips\)/;

interface Place {
  readonly name: string;
  readonly seat: number;
  readonly stack: number;
  readonly isHero: boolean;
}

/** In the order of play. */
export type Places = readonly Place[];

const HERO = 'Hero';

export const readPlaces = (lines: readonly string[], decimals: number): Result<Places, HandError> => {
  const told: Place[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.startsWith('***')) break;
    const [, seat, name = '', me, chips = ''] = line.startsWith('Seat ') ? (SEAT.exec(line) ?? []) : [];
    if (seat === undefined) continue;
    const stack = readAmount(chips, decimals);
    if (stack === null) return fail(handError('unreadable', handMistakes.unreadableAmount(line), at));
    if (told.some((other) => other.name === name)) {
      return fail(handError('unreadable', handMistakes.sameNameTwice(name), at));
    }
    told.push({ name, seat: Number(seat), stack, isHero: me !== undefined });
  }
  const places = [...told].sort((a, b) => placeInPlay(a.name) - placeInPlay(b.name));
  return succeed(areSeats(places) ? places : places.map((place, index) => ({ ...place, seat: index + 1 })));
};

const LAST = 100;

const placeInPlay = (name: string): number => {
  if (name === 'Small Blind') return 0;
  if (name === 'Big Blind') return 1;
  if (name === 'Dealer') return LAST;
  return 2 + Number(name.slice('UTG+'.length) || 0);
};

const MOST_SEATS = 10;

/** Different numbers of a table that go up around it, with one place where they begin anew. */
const areSeats = (places: Places): boolean => {
  const seats = places.map(({ seat }) => seat);
  const isTable = seats.every((seat) => seat >= 1 && seat <= MOST_SEATS) && new Set(seats).size === seats.length;
  const anew = seats.filter((seat, i) => seat < (seats[i - 1] ?? 0)).length;
  return isTable && (anew === 0 || (anew === 1 && (seats.at(-1) ?? 0) < (seats[0] ?? 0)));
};

export const addPlaces = (draft: HandDraft, places: Places): void => {
  for (const [index, { name, seat, stack, isHero }] of places.entries()) {
    draft.addSeat(seat, isHero ? HERO : name, stack);
    if (isHero) draft.hero = index;
  }
  draft.button = places.at(-1)?.seat ?? null;
};
