/**
 * Does a hand hold a pattern? Each slot takes another card of the hand; variables keep their rank or suit.
 *
 * What makes it cheap is asking seldom: ranks are judged once per rank multiset, a pattern of suits alone is remembered
 * by the hand's suit counts, and only what is left is searched for (`search.ts`).
 */
import type { Choice, Pattern, Slot } from './expression.ts';
import { type HandView, makeSearch, type PlacedSlot } from './search.ts';
import { bitCount, hasRankShape, hasSuitShape, isSuitShape } from './shapes.ts';

export interface Matcher {
  /** Suits the pattern names, as bits. */
  readonly fixedSuits: number;
  /** Ranks a hand must have, as bits: hands without them need no search. */
  readonly neededRanks: number;
  /** Does anything but ranks matter? */
  readonly usesSuits: boolean;
  /** Could the hand's ranks hold the pattern, whatever its suits? Exact when `usesSuits` is false. */
  readonly matchesRanks: (hand: HandView) => boolean;
  /** Does the whole hand hold it? Only for a hand with the ranks that `matchesRanks` was last asked about, and matched. */
  readonly matchesSuits: (hand: HandView) => boolean;
}

/** Which cards a slot may take, as bits; all of them in a hand. */
export type SlotPositions = (slot: number) => number;

const anywhere: SlotPositions = () => 0xff;

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

  const matchesRanks = (hand: HandView): boolean => {
    search.forgetRanks();
    return (
      rankShapes.every((shape) => hasRankShape(shape, hand.ranks, hand.ranksFrom, hand.cards)) &&
      search.find(hand, false)
    );
  };

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
    for (const card of needed) if (!holdsCard(hand, card)) return false;
    if (!bySuitsAlone) return search.fitsSuits(hand);
    const known = remembered[hand.suitCounts] ?? -1;
    if (known >= 0) return known === 1;
    const found = search.find(hand, true);
    remembered[hand.suitCounts] = found ? 1 : 0;
    return found;
  };

  return {
    fixedSuits: choices.reduce((set, c) => (c.suitVariable < 0 && c.suits !== 15 ? set | c.suits : set), 0),
    neededRanks: pattern.plainRanks,
    usesSuits: slotsUseSuits || suitShapes.length > 0,
    matchesRanks,
    matchesSuits: (hand) => {
      for (const shape of suitShapes) if (!hasSuitShape(shape, hand.suitCounts)) return false;
      return slotsMatch(hand);
    },
  };
};
