// Narrow ranges taken apart: every way to give each player one combo, each answered as single hands.
//
// Exact where nothing else is: two ranges before the flop, three or more anywhere, and what both of two boards bring
// together. Tuples that differ by names of suits only are counted once.

import { type EquityJob, HOLE_CARDS, type PlayerRange } from '../job.ts';
import { renameCard, type SuitRenaming } from '../suits.ts';
import { knownCards } from './cards.ts';
import type { ComboSums } from './combo-tally.ts';

/** Beyond so many tuples, listing them alone takes a second. */
const MOST_TUPLES = 20_000;

/** One combo for each player, none sharing a card. */
export interface Tuple {
  readonly hands: readonly Uint8Array[];
  /** Where each hand stands in its player's range. */
  readonly places: readonly number[];
  /** Product of the weights, over all tuples that are the same but for names of suits. */
  readonly weight: number;
}

interface Choice {
  readonly hand: Uint8Array;
  readonly place: number;
  readonly weight: number;
}

/** All tuples of a job, or null when there are too many. */
export function listTuples(job: EquityJob, symmetries: readonly SuitRenaming[]): Tuple[] | null {
  const holeCards = HOLE_CARDS[job.game];
  const gone = knownCards(job);
  const choices = job.players.map((player) => choicesOf(player, gone, holeCards));
  if (choices.some((list) => list === null)) return null;
  if (choices.reduce((product, list) => product * list!.length, 1) > MOST_TUPLES) return null;
  const tuples: Tuple[] = [];
  combine(choices as Choice[][], [], 0, 0, tuples);
  return symmetries.length > 1 ? mergeTuples(tuples, symmetries) : tuples;
}

function choicesOf(player: PlayerRange, gone: Uint8Array, holeCards: number): Choice[] | null {
  if (player.kind === 'hand') return [{ hand: player.cards, place: 0, weight: 1 }];
  if (player.kind === 'random') return null;
  if (player.cards.length / holeCards > MOST_TUPLES * 8) return null;
  const choices: Choice[] = [];
  for (let place = 0; place * holeCards < player.cards.length; place++) {
    const hand = player.cards.subarray(place * holeCards, (place + 1) * holeCards);
    if (hand.some((card) => gone.includes(card))) continue;
    choices.push({ hand, place, weight: player.weights ? player.weights[place]! : 1 });
  }
  return choices;
}

/** Puts one choice of each player together, `low` and `high` marking the cards used. */
function combine(
  choices: readonly Choice[][],
  picks: readonly Choice[],
  low: number,
  high: number,
  out: Tuple[],
): void {
  const list = choices[picks.length];
  if (list === undefined) {
    out.push({
      hands: picks.map(({ hand }) => hand),
      places: picks.map(({ place }) => place),
      weight: picks.reduce((product, { weight }) => product * weight, 1),
    });
    return;
  }
  for (const choice of list) {
    let lower = low;
    let higher = high;
    let clash = false;
    for (const card of choice.hand) {
      const bit = 1 << (card % 26);
      const used = card < 26 ? lower : higher;
      if (used & bit) clash = true;
      if (card < 26) lower |= bit;
      else higher |= bit;
    }
    if (!clash) combine(choices, [...picks, choice], lower, higher, out);
  }
}

function mergeTuples(tuples: readonly Tuple[], symmetries: readonly SuitRenaming[]): Tuple[] {
  const merged = new Map<string, Tuple>();
  for (const tuple of tuples) {
    let key = '';
    for (const renaming of symmetries) {
      const renamed = tuple.hands
        .map((hand) =>
          hand
            .map((card) => renameCard(card, renaming))
            .sort()
            .join(),
        )
        .join('|');
      if (key === '' || renamed < key) key = renamed;
    }
    const same = merged.get(key);
    merged.set(key, same ? { ...same, weight: same.weight + tuple.weight } : tuple);
  }
  return [...merged.values()];
}

/** Empty sums for every combo of a job's ranges. */
export function emptyCombos(job: EquityJob): ComboSums {
  const counts = job.players.map((player) =>
    player.kind === 'range' ? player.cards.length / HOLE_CARDS[job.game] : 1,
  );
  return { pots: counts.map((count) => new Float64Array(count)), met: counts.map((count) => new Float64Array(count)) };
}
