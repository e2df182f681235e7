/**
 * The search behind a pattern: give each slot another card of the hand, variables bound as they are met.
 *
 * Backtracking over at most six slots. For hands that share their ranks the ways that suit the ranks are listed once,
 * and each hand then only has its suits held against them.
 */
import type { Choice, Pattern, Slot } from './expression.ts';

/** A hand to be judged; `ranks` and `suits` are read from their own offsets, high to low (boards as dealt). */
export interface HandView {
  cards: number;
  ranks: Uint8Array;
  ranksFrom: number;
  suits: Uint8Array;
  suitsFrom: number;
  /** The ranks as bits. */
  rankSet: number;
  /** Cards of each suit, three bits a suit. */
  suitCounts: number;
}

export interface PlacedSlot extends Slot {
  /** Cards of the hand that the slot may take, as bits. */
  readonly positions: number;
}

export interface Search {
  /** Is there a way? Without suits, a way that suits the ranks. */
  readonly find: (hand: HandView, withSuits: boolean) => boolean;
  /** Is there a way, for a hand with the same ranks as every hand since `forgetRanks`? */
  readonly fitsSuits: (hand: HandView) => boolean;
  readonly forgetRanks: () => void;
}

/** Patterns with more ways than this are searched anew for every hand. */
const MAX_WAYS = 64;

const UNLISTED = -1;

export const makeSearch = (slots: readonly PlacedSlot[], pattern: Pattern): Search => {
  const rankOfVariable = new Int8Array(32).fill(-1);
  const suitOfVariable = new Int8Array(4).fill(-1);
  const apartRanks = new Uint16Array(1 + Math.max(0, ...slots.map((slot) => slot.apart)));
  let boundRanks = 0;
  let boundSuits = 0;

  // Where each slot stands now, and the ways listed: a card and a choice per slot.
  const cardOfSlot = new Uint8Array(slots.length);
  const choiceOfSlot = new Uint8Array(slots.length);
  const wayCards = new Uint8Array(MAX_WAYS * slots.length);
  const wayChoices = new Uint8Array(MAX_WAYS * slots.length);
  let ways = UNLISTED;
  let listing = false;

  /** All slots have a card: done, or one more way of the list. True ends the search. */
  const atEnd = (): boolean => {
    if (!listing) return true;
    ways += 1;
    if (ways > MAX_WAYS) return true;
    wayCards.set(cardOfSlot, (ways - 1) * slots.length);
    wayChoices.set(choiceOfSlot, (ways - 1) * slots.length);
    return false;
  };

  const place = (hand: HandView, withSuits: boolean, at: number, used: number): boolean => {
    const slot = slots[at];
    if (slot === undefined) return atEnd();
    for (let i = 0; i < hand.cards; i++) {
      const bit = 1 << i;
      if ((used & bit) !== 0 || (slot.positions & bit) === 0) continue;
      const rank = hand.ranks[hand.ranksFrom + i] ?? 0;
      const suit = withSuits ? (hand.suits[hand.suitsFrom + i] ?? 0) : -1;
      const apart = apartRanks[slot.apart] ?? 0;
      if (slot.apart > 0 && (apart & (1 << rank)) !== 0) continue;
      if (slot.apart > 0) apartRanks[slot.apart] = apart | (1 << rank);
      cardOfSlot[at] = i;
      let found = false;
      for (let c = 0; c < slot.choices.length && !found; c++) {
        const choice = slot.choices[c];
        if (choice === undefined || !fits(choice, rank, suit)) continue;
        choiceOfSlot[at] = c;
        found = bindAndGoOn(hand, withSuits, at, used | bit, choice, rank, suit);
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
    return suit < 0 || fitsSuit(choice, suit);
  };

  const fitsSuit = (choice: Choice, suit: number): boolean => {
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

  const listWays = (hand: HandView): void => {
    ways = 0;
    listing = true;
    place(hand, false, 0, 0);
    listing = false;
  };

  /** Do the hand's suits agree with one way of the list? */
  const wayFits = (hand: HandView, way: number): boolean => {
    const from = way * slots.length;
    boundSuits = 0;
    suitOfVariable.fill(-1);
    for (let at = 0; at < slots.length; at++) {
      const choice = slots[at]?.choices[wayChoices[from + at] ?? 0];
      if (choice === undefined) return false;
      const suit = hand.suits[hand.suitsFrom + (wayCards[from + at] ?? 0)] ?? 0;
      if (!fitsSuit(choice, suit)) return false;
      if (choice.suitVariable >= 0) {
        suitOfVariable[choice.suitVariable] = suit;
        boundSuits |= 1 << suit;
      }
    }
    return true;
  };

  const fitsSuits = (hand: HandView): boolean => {
    if (ways === UNLISTED) listWays(hand);
    if (ways > MAX_WAYS) return place(hand, true, 0, 0);
    let found = false;
    for (let way = 0; way < ways && !found; way++) found = wayFits(hand, way);
    boundSuits = 0;
    suitOfVariable.fill(-1);
    return found;
  };

  return {
    find: (hand, withSuits) => place(hand, withSuits, 0, 0),
    fitsSuits,
    forgetRanks: () => {
      ways = UNLISTED;
    },
  };
};
