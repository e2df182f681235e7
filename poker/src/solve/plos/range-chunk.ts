/**
 * The combos and weights of both players as bytes, before they are deflated, so that a file can be read without the
 * orderings its ranges were made of.
 *
 *     u32 ×2     combos, by player
 *     u8 ×2      1 when weights follow, by player
 *     cards      by player: the lowest card of every combo, then the next ones; a byte a card
 *     weights    by player who has them: 1…100, a byte a combo
 */
import type { SolveRange } from '@ploscope/kernel';
import { ByteReader, ByteWriter } from './bytes.ts';

const HEAD = 10;

export const encodeRanges = (players: readonly [SolveRange, SolveRange], handSize: number): Uint8Array => {
  const size = players.reduce((sum, { cards, weights }) => sum + cards.length + (weights?.length ?? 0), HEAD);
  const writer = new ByteWriter(size);
  for (const { cards } of players) writer.u32(cards.length / handSize);
  for (const { weights } of players) writer.u8(weights === null ? 0 : 1);
  for (const { cards } of players) {
    const plane = writer.room(cards.length);
    const combos = cards.length / handSize;
    for (let i = 0; i < cards.length; i++) plane[(i % handSize) * combos + Math.floor(i / handSize)] = cards[i]!;
  }
  for (const { weights } of players) if (weights !== null) writer.set(weights);
  return writer.bytes;
};

/** Null for bytes that are no ranges. */
export const decodeRanges = (bytes: Uint8Array, handSize: number): readonly [SolveRange, SolveRange] | null => {
  const reader = new ByteReader(bytes);
  const combos = [reader.u32(), reader.u32()] as const;
  const weighted = [reader.u8(), reader.u8()] as const;
  const planes = combos.map((count) => reader.take(count * handSize));
  const weights = weighted.map((flag, player) => (flag === 1 ? reader.take(combos[player]!).slice() : null));
  if (!reader.isWhole || weighted.some((flag) => flag > 1)) return null;
  const [oop, ip] = planes.map((plane, player): SolveRange | null => {
    const cards = new Uint8Array(plane.length);
    for (let i = 0; i < cards.length; i++)
      cards[i] = plane[(i % handSize) * combos[player]! + Math.floor(i / handSize)]!;
    const fits = cards.every((card, i) => card < 52 && (i % handSize === 0 || card > cards[i - 1]!));
    return fits ? { cards, weights: weights[player]! } : null;
  });
  return oop && ip ? [oop, ip] : null;
};
