/**
 * The shapes of a whole hand, `$ds` and its like, for any number of cards.
 *
 * Suits: a suit counts when it holds two cards or more. `$o` none, `$ss` one (and three suits at least, as `xxyz` says),
 * `$ds` two, `$ts` three. Ranks: `$np` all different, `$op` one pair, `$tp` two pairs, `$nt` no rank three times.
 * Gaps: `$0g` all ranks different and in a row, `$1g` `$2g` with one or two ranks missing between the highest and the
 * lowest; the ace is high.
 */
import type { Shape } from './expression.ts';

/** Bits set. */
export const bitCount = (set: number): number => {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count += 1;
  return count;
};

/** Cards of a suit in packed counts (three bits a suit). */
const countOf = (suitCounts: number, suit: number): number => (suitCounts >> (3 * suit)) & 7;

export const isSuitShape = (shape: Shape): boolean =>
  shape === 'ds' || shape === 'ss' || shape === 'ts' || shape === 'o';

/** `suitCounts` is packed, three bits a suit. */
export const hasSuitShape = (shape: Shape, suitCounts: number): boolean => {
  let paired = 0;
  let present = 0;
  let cards = 0;
  for (let suit = 0; suit < 4; suit++) {
    const count = countOf(suitCounts, suit);
    cards += count;
    if (count > 0) present += 1;
    if (count > 1) paired += 1;
  }
  if (shape === 'o') return paired === 0;
  // Two cards can only be suited or not; from three on, single-suited means a third suit is there.
  if (shape === 'ss') return paired === 1 && (cards === 2 || present > 2);
  return paired === (shape === 'ds' ? 2 : 3);
};

/** `ranks[from] … ranks[from + cards - 1]`, in any order. */
export const hasRankShape = (shape: Shape, ranks: Uint8Array, from: number, cards: number): boolean => {
  let once = 0;
  let twice = 0;
  let thrice = 0;
  for (let i = from; i < from + cards; i++) {
    const bit = 1 << (ranks[i] ?? 0);
    thrice |= twice & bit;
    twice |= once & bit;
    once |= bit;
  }
  switch (shape) {
    case 'np':
      return twice === 0;
    case 'op':
      return thrice === 0 && bitCount(twice) === 1;
    case 'tp':
      return thrice === 0 && bitCount(twice) === 2;
    case 'nt':
      return thrice === 0;
    case '0g':
    case '1g':
    case '2g': {
      const highest = 31 - Math.clz32(once);
      const lowest = 31 - Math.clz32(once & -once);
      return twice === 0 && highest - lowest + 1 - cards === Number(shape.charAt(0));
    }
    default:
      return true;
  }
};
