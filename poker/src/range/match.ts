/**
 * Does a hand hold a pattern? Each slot takes another card of the hand; variables keep their rank or suit.
 *
 * A backtracking search over at most six slots. What makes it cheap is asking seldom: ranks are judged once per rank
 * multiset, and a pattern of suits alone is remembered by the hand's suit counts.
 */
import type { Choice, Pattern, Slot } from './expression.ts';
import { bitCount, hasRankShape, hasSuitShape, isSuitShape } from './shapes.ts';

/** A hand to be judged; `ranks` and `suits` are read from their own offsets, high to low (boards as dealt). */
export interface HandView {
  cards: number;
  ranks: Uint8Array;
  ranksFrom: number;
  suits: Uint8Array;
  suitsFrom: number;
  /** Cards of each suit, three bits a suit. */
  suitCounts: number;
}

export interface Matcher {
  /** Suits the pattern names, as bits. */
  readonly fixedSuits: number;
  /** Does anything but ranks matter? */
  readonly usesSuits: boolean;
  /** Could the hand's ranks hold the pattern, whatever its suits? Exact when `usesSuits` is false. */
  readonly matchesRanks: (hand: HandView) => boolean;
  /** Does the whole hand hold it? Only for a hand whose ranks match. */
  readonly matchesSuits: (hand: HandView) => boolean;
}

/** Which cards a slot may take, as bits; all of them in a hand. */
export type SlotPositions = (slot: number) => number;

const anywhere: SlotPositions = () => 0xff;

interface PlacedSlot extends Slot {
  readonly positions: number;
}

const isFreeChoice = (choice: Choice): boolean =>
  choice.rankVariable < 0 && choice.suitVariable < 0 && choice.ranks === 0x1fff && choice.suits === 15;

const usesSuit = (choice: Choice): boolean => choice.suitVariable >= 0 || choice.suits !== 15;
const usesRank = (choice: Choice): boolean => choice.rankVariable >= 0 || choice.ranks !== 0x1fff;

const holdsCard = (hand: HandView, card: number): boolean => {
  for (let i = 0; i < hand.cards; i++) {
    const rank = hand.ranks[hand.ranksFrom + i] ?? 0;
    if (rank * 4 + (hand.suits[hand.suitsFrom + i] ?? 0) === card) return true;
  }
  return false;
};

/** Narrow slots first: fewer ways to go wrong. */
const width = (slot: Slot): number =>
  slot.choices.reduce(
    (sum, choice) =>
      sum +
      bitCount(choice.rankVariable < 0 ? choice.ranks : 0x1fff) * bitCount(choice.suitVariable < 0 ? choice.suits : 15),
    0,
  );

export const makeMatcher = (pattern: Pattern, positionsOf: SlotPositions = anywhere): Matcher => {
  const placed: PlacedSlot[] = pattern.slots
    .map((slot, at) => ({ ...slot, positions: positionsOf(at) }))
    // A slot that any card fills matters only where cards have places.
    .filter((slot) => positionsOf !== anywhere || slot.apart > 0 || !slot.choices.some(isFreeChoice))
    .sort((a, b) => width(a) - width(b));
  const choices = placed.flatMap((slot) => slot.choices);
  const suitShapes = pattern.shapes.filter(isSuitShape);
  const rankShapes = pattern.shapes.filter((shape) => !isSuitShape(shape));
  const slotsUseSuits = choices.some(usesSuit);
  const search = makeSearch(placed, pattern);

  const matchesRanks = (hand: HandView): boolean =>
    rankShapes.every((shape) => hasRankShape(shape, hand.ranks, hand.ranksFrom, hand.cards)) && search(hand, false);

  const bySuitsAlone = !choices.some(usesRank) && placed.every((slot) => slot.apart === 0) && positionsOf === anywhere;
  // Cards named outright: most hands fail on these before any search.
  const needed = placed.flatMap(({ choices: [only, ...others] }) =>
    only !== undefined && others.length === 0 && bitCount(only.ranks) === 1 && bitCount(only.suits) === 1
      ? [(31 - Math.clz32(only.ranks)) * 4 + 31 - Math.clz32(only.suits)]
      : [],
  );
  const remembered = new Int8Array(bySuitsAlone ? 4096 : 0).fill(-1);
  const slotsMatch = (hand: HandView): boolean => {
    if (!slotsUseSuits) return true;
    if (!bySuitsAlone) return needed.every((card) => holdsCard(hand, card)) && search(hand, true);
    const known = remembered[hand.suitCounts] ?? -1;
    if (known >= 0) return known === 1;
    const found = search(hand, true);
    remembered[hand.suitCounts] = found ? 1 : 0;
    return found;
  };

  return {
    fixedSuits: choices.reduce((set, c) => (c.suitVariable < 0 && c.suits !== 15 ? set | c.suits : set), 0),
    usesSuits: slotsUseSuits || suitShapes.length > 0,
    matchesRanks,
    matchesSuits: (hand) => suitShapes.every((shape) => hasSuitShape(shape, hand.suitCounts)) && slotsMatch(hand),
  };
};

/** The search itself; without suits it asks whether the ranks alone could do. */
const makeSearch = (
  slots: readonly PlacedSlot[],
  pattern: Pattern,
): ((hand: HandView, withSuits: boolean) => boolean) => {
  const rankOfVariable = new Int8Array(32).fill(-1);
  const suitOfVariable = new Int8Array(8).fill(-1);
  const apartRanks = new Uint16Array(8);
  let boundRanks = 0;
  let boundSuits = 0;

  const place = (hand: HandView, withSuits: boolean, at: number, used: number): boolean => {
    const slot = slots[at];
    if (slot === undefined) return true;
    for (let i = 0; i < hand.cards; i++) {
      const bit = 1 << i;
      if ((used & bit) !== 0 || (slot.positions & bit) === 0) continue;
      const rank = hand.ranks[hand.ranksFrom + i] ?? 0;
      const suit = withSuits ? (hand.suits[hand.suitsFrom + i] ?? 0) : -1;
      const apart = apartRanks[slot.apart] ?? 0;
      if (slot.apart > 0 && (apart & (1 << rank)) !== 0) continue;
      if (slot.apart > 0) apartRanks[slot.apart] = apart | (1 << rank);
      let found = false;
      for (const choice of slot.choices) {
        if (fits(choice, rank, suit) && bindAndGoOn(hand, withSuits, at, used | bit, choice, rank, suit)) {
          found = true;
          break;
        }
      }
      apartRanks[slot.apart] = slot.apart > 0 ? apart : 0;
      if (found) return true;
    }
    return false;
  };

  const fits = (choice: Choice, rank: number, suit: number): boolean => {
    if (choice.rankVariable >= 0) {
      const bound = rankOfVariable[choice.rankVariable] ?? -1;
      if (bound >= 0 ? bound !== rank : ((boundRanks | pattern.plainRanks) & (1 << rank)) !== 0) return false;
    } else if ((choice.ranks & (1 << rank)) === 0) return false;
    if (suit < 0) return true;
    if (choice.suitVariable < 0) return (choice.suits & (1 << suit)) !== 0;
    const bound = suitOfVariable[choice.suitVariable] ?? -1;
    return bound >= 0 ? bound === suit : ((boundSuits | pattern.plainSuits) & (1 << suit)) === 0;
  };

  const bindAndGoOn = (
    hand: HandView,
    withSuits: boolean,
    at: number,
    used: number,
    choice: Choice,
    rank: number,
    suit: number,
  ): boolean => {
    const bindRank = choice.rankVariable >= 0 && (rankOfVariable[choice.rankVariable] ?? -1) < 0;
    const bindSuit = suit >= 0 && choice.suitVariable >= 0 && (suitOfVariable[choice.suitVariable] ?? -1) < 0;
    if (bindRank) {
      rankOfVariable[choice.rankVariable] = rank;
      boundRanks |= 1 << rank;
    }
    if (bindSuit) {
      suitOfVariable[choice.suitVariable] = suit;
      boundSuits |= 1 << suit;
    }
    const found = place(hand, withSuits, at + 1, used);
    if (bindRank) {
      rankOfVariable[choice.rankVariable] = -1;
      boundRanks &= ~(1 << rank);
    }
    if (bindSuit) {
      suitOfVariable[choice.suitVariable] = -1;
      boundSuits &= ~(1 << suit);
    }
    return found;
  };

  return (hand, withSuits) => place(hand, withSuits, 0, 0);
};
