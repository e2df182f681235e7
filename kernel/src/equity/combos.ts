// Lists of combos, one card a byte, in ascending order: by highest card, then the next highest, and so on.

import type { EquityJob, PlayerRange } from '../job.ts';
import { choose } from './cards.ts';

/** Every combo of `holeCards` of the given ascending cards. */
function everyCombo(cards: Uint8Array, holeCards: number): Uint8Array {
  const n = cards.length;
  const picks = Array.from({ length: holeCards }, (_, i) => i);
  const out = new Uint8Array(choose(n, holeCards) * holeCards);
  for (let at = 0; at < out.length; at += holeCards) {
    for (let i = 0; i < holeCards; i++) out[at + i] = cards[picks[i]!]!;
    // The next combo in colexicographic order: raise the lowest pick that has room below its neighbour.
    let i = 0;
    while (i + 1 < holeCards && picks[i]! + 1 === picks[i + 1]!) {
      picks[i] = i;
      i++;
    }
    picks[i]!++;
  }
  return out;
}

/** Order of the combo at `i` of `a` against the one at `j` of `b`: below 0, 0 or above. */
export function compareCombos(a: Uint8Array, i: number, b: Uint8Array, j: number, holeCards: number): number {
  for (let card = holeCards - 1; card >= 0; card--) {
    const difference = a[i * holeCards + card]! - b[j * holeCards + card]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The combos of two players in one list. */
export interface UnitedCombos {
  readonly count: number;
  readonly cards: Uint8Array;
  /** Two for each combo: its weight for the first and for the second player, 0 when he does not hold it. */
  readonly weights: Uint32Array;
  /** For each player and each combo of his range in order: where it stands in the list, −1 when it holds a known card. */
  readonly places: readonly [Int32Array, Int32Array];
}

interface ComboList {
  readonly cards: Uint8Array;
  readonly weights: Uint8Array | null;
  readonly places: Int32Array;
}

/** Merges the ascending lists of a job's two players, dropping combos that hold a board's or a dead card. */
export function uniteCombos(job: EquityJob, holeCards: number): UnitedCombos {
  const gone = new Uint8Array(52);
  for (const cards of [...job.boards, job.dead]) for (const card of cards) gone[card] = 1;
  const live = Uint8Array.from({ length: 52 }, (_, card) => card).filter((card) => gone[card] === 0);
  const lists = job.players.map((player): ComboList => {
    const cards = cardsOf(player, live, holeCards);
    const weights = player.kind === 'range' ? player.weights : null;
    return { cards, weights, places: new Int32Array(cards.length / holeCards).fill(-1) };
  });
  const [a, b] = lists as [ComboList, ComboList];
  const most = Math.min(a.places.length + b.places.length, choose(live.length, holeCards));
  const cards = new Uint8Array(most * holeCards);
  const weights = new Uint32Array(most * 2);
  let count = 0;
  for (
    let i = skip(a, 0, gone, holeCards), j = skip(b, 0, gone, holeCards);
    i < a.places.length || j < b.places.length;
  ) {
    const order =
      i === a.places.length ? 1 : j === b.places.length ? -1 : compareCombos(a.cards, i, b.cards, j, holeCards);
    const [list, index] = order <= 0 ? [a, i] : [b, j];
    for (let c = 0; c < holeCards; c++) cards[count * holeCards + c] = list.cards[index * holeCards + c]!;
    if (order <= 0) {
      a.places[i] = count;
      weights[count * 2] = a.weights ? a.weights[i]! : 1;
      i = skip(a, i + 1, gone, holeCards);
    }
    if (order >= 0) {
      b.places[j] = count;
      weights[count * 2 + 1] = b.weights ? b.weights[j]! : 1;
      j = skip(b, j + 1, gone, holeCards);
    }
    count++;
  }
  return {
    count,
    cards: cards.subarray(0, count * holeCards),
    weights: weights.subarray(0, count * 2),
    places: [a.places, b.places],
  };
}

function cardsOf(player: PlayerRange, live: Uint8Array, holeCards: number): Uint8Array {
  if (player.kind === 'random') return everyCombo(live, holeCards);
  return player.kind === 'hand' ? Uint8Array.from(player.cards).sort() : player.cards;
}

/** The first combo from `index` on that holds no card of `gone`. */
function skip({ cards, places }: ComboList, index: number, gone: Uint8Array, holeCards: number): number {
  combos: for (; index < places.length; index++) {
    for (let c = 0; c < holeCards; c++) if (gone[cards[index * holeCards + c]!] === 1) continue combos;
    break;
  }
  return index;
}

/** Writes combos as the kernel reads them: one card a byte, eight bytes a combo, unused bytes 0. */
export function writeCombos(bytes: Uint8Array, at: number, cards: Uint8Array, holeCards: number): void {
  bytes.fill(0, at, at + (cards.length / holeCards) * 8);
  for (let from = 0, to = at; from < cards.length; from += holeCards, to += 8) {
    for (let i = 0; i < holeCards; i++) bytes[to + i] = cards[from + i]!;
  }
}

/** The range without the combos that hold one of `gone`. */
export function withoutCards(
  range: Extract<PlayerRange, { kind: 'range' }>,
  gone: Uint8Array,
  holeCards: number,
): Extract<PlayerRange, { kind: 'range' }> {
  const out = new Uint8Array(52);
  for (const card of gone) out[card] = 1;
  const cards = new Uint8Array(range.cards.length);
  const weights = range.weights ? new Uint8Array(range.weights.length) : null;
  let count = 0;
  combos: for (let at = 0; at < range.cards.length; at += holeCards) {
    for (let i = at; i < at + holeCards; i++) if (out[range.cards[i]!] === 1) continue combos;
    for (let i = 0; i < holeCards; i++) cards[count * holeCards + i] = range.cards[at + i]!;
    if (weights) weights[count] = range.weights![at / holeCards]!;
    count++;
  }
  return { kind: 'range', cards: cards.subarray(0, count * holeCards), weights: weights?.subarray(0, count) ?? null };
}
