/** Stored hands as a part of a file of PHH or of Open Hand History. */
import { formatOhh, formatPhh, type PlayedHand } from '@ploscope/poker';
import type { ExportFormat, Task, Written } from './hand.messages.ts';
import { unpack } from './packing.ts';

export function writeHands({ format, first, hands }: Extract<Task, { readonly kind: 'write' }>): Written {
  const write = WRITERS[format];
  const text = hands.map(({ packing, document }, index) => {
    // It was written by us, from a hand that was read.
    const hand = JSON.parse(unpack(packing, document).toString()) as PlayedHand;
    return write(hand, first + index);
  });
  return { kind: 'written', text: text.join('') };
}

type Writer = (hand: PlayedHand, number: number) => string;

const WRITERS: Readonly<Record<ExportFormat, Writer>> = {
  phh: (hand, number) => `[${number}]\n${formatPhh(hand)}\n`,
  ohh: (hand) => `${formatOhh(hand)}\n\n`,
};
