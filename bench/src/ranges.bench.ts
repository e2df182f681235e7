/**
 * Speed of the range room: counting without lists, and lists for the kernel.
 *
 * There is no published peer that counts PLO5 and PLO6 ranges, so the reference is the plain way: deal every hand of the
 * game and look at it.
 */
import { comboAt, comboCount, countRange, type Game, HOLE_CARDS, parseRange, rangeCombos } from '@ploscope/poker';
import type { Row } from './row.ts';

const FIFTEEN_TERMS =
  'AA$ds, KK$ds, QQ$ds, AKQJ-!9876, $0g$ds, AsKs**, [A-T][A-T][A-T][A-T], RROO, A[K-9]xx, 9876+:xxyy, JT98, ' +
  'KKxy:AxKx, QJT9-:$ss, AxAyxy@50, 7654-';

type Work = () => number;

/** All rows; takes a few seconds. */
export function rangeRows(): Row[] {
  return [
    row('15-term PLO4 range to combos', listed(FIFTEEN_TERMS, 'plo4'), null, 50),
    row('Count AA in PLO4', counted('AA', 'plo4'), dealt('plo4', hasAces)),
    row('Count AA in PLO5', counted('AA', 'plo5'), dealt('plo5', hasAces)),
    row('Count AA in PLO6', counted('AA', 'plo6'), dealt('plo6', hasAces)),
    row('Count $ds!AA in PLO6', counted('$ds!AA', 'plo6'), dealt('plo6', isDoubleSuitedWithoutAces)),
    row('Count AsKs** in PLO6', counted('AsKs**', 'plo6'), dealt('plo6', hasAceKingOfSpades)),
  ];
}

/** Median of seven runs against one run of the plain way; both must find the same number of combos. */
function row(what: string, ours: Work, reference: Work | null, bar: number | null = null): Row {
  const runs = Array.from({ length: 7 }, () => timed(ours)).sort((a, b) => a.ms - b.ms);
  const { ms, found } = runs[3]!;
  const plain = reference === null ? null : timed(reference);
  if (plain !== null && plain.found !== found) {
    throw new Error(`${what}: ${found} combos, the reference ${plain.found}`);
  }
  return { what, ours: ms, unit: 'ms', peer: plain ? 'looking at every hand' : 'none', theirs: plain?.ms ?? null, bar };
}

function timed(work: Work): { ms: number; found: number } {
  const start = performance.now();
  const found = work();
  return { ms: performance.now() - start, found };
}

function rangeOf(text: string, game: Game) {
  const range = parseRange(text, game);
  if (!range.ok) throw new Error(range.error.message);
  return range.value;
}

function counted(text: string, game: Game): Work {
  return () => countRange(rangeOf(text, game)).combos;
}

function listed(text: string, game: Game): Work {
  return () => rangeCombos(rangeOf(text, game)).combos;
}

/** Every hand of the game, one after the other. */
function dealt(game: Game, holds: (hand: Uint8Array) => boolean): Work {
  return () => {
    const hand = new Uint8Array(HOLE_CARDS[game]);
    let found = 0;
    for (let index = 0; index < comboCount(game); index++) {
      if (index === 0) comboAt(0, hand.length, hand, 0);
      else advance(hand);
      if (holds(hand)) found += 1;
    }
    return found;
  };
}

function advance(hand: Uint8Array): void {
  let at = 0;
  while (at + 1 < hand.length && (hand[at] ?? 0) + 1 === hand[at + 1]) {
    hand[at] = at;
    at += 1;
  }
  hand[at] = (hand[at] ?? 0) + 1;
}

const ACE = 12;

function aces(hand: Uint8Array): number {
  let count = 0;
  for (const card of hand) if (card >> 2 === ACE) count += 1;
  return count;
}

function hasAces(hand: Uint8Array): boolean {
  return aces(hand) >= 2;
}

function isDoubleSuitedWithoutAces(hand: Uint8Array): boolean {
  let once = 0;
  let twice = 0;
  for (const card of hand) {
    const suit = 1 << (card & 3);
    twice |= once & suit;
    once |= suit;
  }
  const paired = (twice & 1) + ((twice >> 1) & 1) + ((twice >> 2) & 1) + (twice >> 3);
  return paired === 2 && aces(hand) < 2;
}

function hasAceKingOfSpades(hand: Uint8Array): boolean {
  return hand.includes(51) && hand.includes(47);
}
