/** A hand class in the notation of ranges: `AxAyKxTz`, which as a range is exactly that class. */
import { RANKS } from '../cards.ts';

/** `AAKT` for ranks high to low. */
export const formatRanks = (ranks: Uint8Array): string => [...ranks].map((rank) => RANKS.charAt(rank)).join('');

/** Suits of a formatted hand turned into variables in order of appearance. */
export const classPattern = (hand: string): string => {
  const names = new Map<string, string>();
  let pattern = '';
  for (let at = 0; at < hand.length; at += 2) {
    const suit = hand.charAt(at + 1);
    const name = names.get(suit) ?? 'xyzw'.charAt(names.size);
    names.set(suit, name);
    pattern += hand.charAt(at) + name;
  }
  return pattern;
};
