/** One entry of PHH’s `actions`, taken apart: `p2 cbr 3000 # all the way`. */
import { type Decimal, parseDecimal } from '../decimal.ts';
import type { Placed } from './fields.ts';

export interface ActionWords {
  readonly text: string;
  readonly line: number;
  /** Before the comment: who, what, and about what. */
  readonly words: readonly string[];
  /** The words of the comment. */
  readonly note: readonly string[];
}

export const actionWords = ({ text, line }: Placed): ActionWords => {
  const comment = text.indexOf('#');
  const action = comment < 0 ? text : text.slice(0, comment);
  return { text, line, words: wordsOf(action), note: comment < 0 ? [] : wordsOf(text.slice(comment + 1)) };
};

const wordsOf = (text: string): readonly string[] => {
  const trimmed = text.trim();
  return trimmed === '' ? [] : trimmed.split(/\s+/);
};

/** The amount a bet is made to; null where it is none. */
export const betAmount = ({ words }: ActionWords): Decimal | null =>
  words[1] === 'cbr' ? parseDecimal(words[2] ?? '') : null;

/** The amount in a comment of ours, which is its last word; null where there is none. */
export const noteAmount = ({ note }: ActionWords): Decimal | null =>
  NOTES_OF_AMOUNTS.includes(note[0] ?? '') && note.length > 1 ? parseDecimal(note.at(-1) ?? '') : null;

/** Comments of ours that end in an amount; the others are `run 2`, `board 2 AsKs`, `check`, `not told`. */
const NOTES_OF_AMOUNTS = ['call', 'post', 'cash-out'];

/** 0-based, from `p1`; -1 where it is nobody among so many. */
export const playerOf = (word: string | undefined, players: number): number => {
  if (word === undefined || !/^p\d{1,2}$/.test(word)) return -1;
  const index = Number(word.slice(1)) - 1;
  return index < players ? index : -1;
};
