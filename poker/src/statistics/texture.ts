/**
 * What a flop is like, in the words of Omaha players: its suits, whether it is paired, what straights it lets be made or
 * drawn to, and its highest card. `TEXTURES` is the one table of these words; what each means for a reader stands in
 * `text/en-statistics.ts`.
 *
 * Straights are judged as Omaha hands make them, with two cards: where three ranks of the flop fit in a straight, one can
 * be made at once; where two ranks lie at most two apart from being neighbours, hands have wraps of 13 outs and more.
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
/** Two ranks with up to two between them; with three between them a draw has nine outs at most. */
const WRAP_SPAN = 3;

const connectionOf = (ranks: readonly number[]): Texture['connection'] => {
  // The ace is below the deuce too.
  const places = ranks[0] === ACE ? [...ranks, -1] : ranks;
  const within = (cards: number, span: number): boolean =>
    places.some((high, at) => high - (places[at + cards - 1] ?? Number.NEGATIVE_INFINITY) <= span);
  if (within(3, STRAIGHT_SPAN)) return 'straight';
  return within(2, WRAP_SPAN) ? 'wrap' : 'dry';
};

const highOf = (rank: number): Texture['high'] => {
  if (rank >= ACE) return 'ace';
  if (rank === ACE - 1) return 'king';
  if (rank === ACE - 2) return 'queen';
  return rank >= ACE - 4 ? 'jack-ten' : 'low';
};
