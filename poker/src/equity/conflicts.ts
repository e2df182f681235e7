/**
 * Players who cannot all be dealt what they hold: told here, where the texts are known, before the kernel sees cards.
 *
 * Looked at are cards that are certain: a hand written card by card, or a range that is down to one hand. Ranges that
 * exclude each other in subtler ways are found by the kernel when it deals.
 */
import type { PlayerRange } from '@ploscope/kernel';
import { type Card, formatCard } from '../cards.ts';
import type { Said } from '../result.ts';
import { say } from '../text/en.ts';

/** The first player who is in the way of others, and the sentence about it; null when nobody is. */
export const conflictOf = (
  players: readonly PlayerRange[],
  holeCards: number,
): { readonly player: number; readonly said: Said } | null => {
  const holders = new Map<Card, number>();
  for (const [player, held] of players.entries()) {
    if (held.kind !== 'hand') continue;
    for (const card of held.cards) {
      const other = holders.get(card);
      if (other !== undefined) return { player, said: say.handsClash(other + 1, player + 1, formatCard(card)) };
      holders.set(card, player);
    }
  }
  if (holders.size === 0) return null;
  for (const [player, held] of players.entries()) {
    if (held.kind !== 'range') continue;
    const blockers = blockersOf(held.cards, holeCards, holders);
    if (blockers !== null) return { player, said: say.blockedPlayer(blockers.map((other) => other + 1)) };
  }
  return null;
};

/** The players whose cards take every combo away, ascending; null when a combo is left. */
const blockersOf = (
  cards: Uint8Array,
  holeCards: number,
  holders: ReadonlyMap<Card, number>,
): readonly number[] | null => {
  const blockers = new Set<number>();
  for (let at = 0; at < cards.length; at += holeCards) {
    let blocked = false;
    for (let i = at; i < at + holeCards && !blocked; i++) {
      const holder = holders.get(cards[i] ?? -1);
      if (holder === undefined) continue;
      blocked = true;
      blockers.add(holder);
    }
    if (!blocked) return null;
  }
  return [...blockers].sort((a, b) => a - b);
};
