/**
 * Every sentence this room says to a player, in English. Each entry gives the error's code, the sentence and, where
 * there is one, the advice; nothing else in the room holds text for readers.
 */
import type { Said } from '../result.ts';

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

export const say = {
  badRank: (letter: string): Said => ({
    code: 'bad-rank',
    message: `“${letter}” is not a rank.`,
    hint: 'A card is a rank A K Q J T 9 8 7 6 5 4 3 2 and a suit s h d c, such as As.',
  }),
  badSuit: (letter: string): Said => ({
    code: 'bad-suit',
    message: `“${letter}” is not a suit.`,
    hint: 'The suits are s h d c.',
  }),
  missingSuit: (rank: string): Said => ({
    code: 'missing-suit',
    message: `“${rank}” has no suit.`,
    hint: `Write ${rank}s, ${rank}h, ${rank}d or ${rank}c.`,
  }),
  duplicateCard: (card: string): Said => ({ code: 'duplicate-card', message: `${card} is written twice.` }),
  cardCount: (what: string, wanted: number, found: number): Said => ({
    code: 'card-count',
    message: `${what} has ${plural(wanted, 'card')}; this has ${found}.`,
  }),
} as const;
