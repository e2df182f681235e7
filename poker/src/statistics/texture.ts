/**
 * What a flop is like, in the words of Omaha players: its suits, whether it is paired, what straights it lets be made or
 * drawn to, and its highest card. `TEXTURES` is the one table of these words; what each means for a reader stands in
 * `text/en-statistics.ts`.
 *
 * Straights are judged as Omaha hands make them, with two cards: where three ranks of the flop fit in a straight, one can
 * be made at once. Where two ranks lie together in two straights, there are wraps of 13 outs and more; elsewhere no draw
 * has more than nine (13 on A73, A84, AJ7 and AQ8, by two of them at once: counted over all flops and hands). So an ace,
 * which has one straight with any rank, makes no wrap.
 */
import { type Card, rankOf, suitOf } from '../cards.ts';

export const TEXTURES = {
  suits: ['rainbow', 'two-tone', 'monotone'],
  pairing: ['unpaired', 'paired', 'trips'],
  /** `straight`: one can be made; `wrap`: none yet, but big draws; `dry`: at most small draws. */
  connection: ['straight', 'wrap', 'dry'],
  high: ['ace', 'king', 'queen', 'jack-ten', 'low'],
} as const;

export type TextureKind = keyof typeof TEXTURES;
export const TEXTURE_KINDS = ['suits', 'pairing', 'connection', 'high'] as const satisfies readonly TextureKind[];
export type Texture = { readonly [kind in TextureKind]: (typeof TEXTURES)[kind][number] };

/** Of the first three cards of a board; null where there are fewer. */
export const textureOf = (board: readonly Card[]): Texture | null => {
  const flop = board.slice(0, 3);
  if (flop.length < 3) return null;
  const ranks = [...new Set(flop.map(rankOf))].sort((a, b) => b - a);
  return {
    suits: TEXTURES.suits[3 - new Set(flop.map(suitOf)).size] ?? 'rainbow',
    pairing: TEXTURES.pairing[3 - ranks.length] ?? 'unpaired',
    connection: connectionOf(ranks),
    high: highOf(ranks[0] ?? 0),
  };
};

const ACE = 12;
/** Ranks of one straight lie within five. */
const STRAIGHT_SPAN = 4;
/** Two ranks below the ace that lie together in two straights have at most two between them. */
const WRAP_SPAN = 3;

const connectionOf = (ranks: readonly number[]): Texture['connection'] => {
  // The ace is below the deuce too.
  const places = ranks[0] === ACE ? [...ranks, -1] : ranks;
  if (areWithin(places, 3, STRAIGHT_SPAN)) return 'straight';
  const belowAce = ranks.filter((rank) => rank !== ACE);
  return areWithin(belowAce, 2, WRAP_SPAN) ? 'wrap' : 'dry';
};

/** Of descending ranks, do so many neighbours lie within the span? */
const areWithin = (ranks: readonly number[], count: number, span: number): boolean =>
  ranks.some((high, at) => high - (ranks[at + count - 1] ?? Number.NEGATIVE_INFINITY) <= span);

const highOf = (rank: number): Texture['high'] => {
  if (rank >= ACE) return 'ace';
  if (rank === ACE - 1) return 'king';
  if (rank === ACE - 2) return 'queen';
  return rank >= ACE - 4 ? 'jack-ten' : 'low';
};
