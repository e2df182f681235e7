/**
 * Hands as documents that other programs read: files `.phhs` (Poker Hand History) and `.ohh` (Open Hand History), one
 * hand at a time, so that a file of any length is written without holding it. Reading them gives the same hands.
 */
import type { PlayedHand } from './played-hand.ts';
import { formatOhh } from './sites/ohh/write.ts';
import { formatPhh } from './sites/phh/write.ts';

export const EXPORT_FORMS = ['phh', 'ohh'] as const;
export type ExportForm = (typeof EXPORT_FORMS)[number];

/** Of the file's name, without the point. */
export const EXPORT_ENDINGS: Readonly<Record<ExportForm, string>> = { phh: 'phhs', ohh: 'ohh' };

/** The text of the hand that is the `index`th of its file, from 0; with what parts it from the next. */
export const exportHand = (hand: PlayedHand, form: ExportForm, index: number): string =>
  form === 'phh' ? `[${index + 1}]\n${formatPhh(hand)}\n` : `${formatOhh(hand)}\n\n`;

/** The pieces of a file, a hand each. */
export function* exportHands(hands: Iterable<PlayedHand>, form: ExportForm): Generator<string> {
  let index = 0;
  for (const hand of hands) yield exportHand(hand, form, index++);
}
