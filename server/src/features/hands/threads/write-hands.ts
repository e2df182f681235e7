/** Stored hands as a part of a file of PHH or of Open Hand History. */
import { exportHand, type PlayedHand } from '@ploscope/poker';
import type { Task, Written } from './hand.messages.ts';
import { unpack } from './packing.ts';

export function writeHands({ format, first, hands }: Extract<Task, { readonly kind: 'write' }>): Written {
  const text = hands.map(({ packing, document }, index) => {
    // It was written by us, from a hand that was read.
    const hand = JSON.parse(unpack(packing, document)) as PlayedHand;
    return exportHand(hand, format, first + index);
  });
  return { kind: 'written', text: text.join('') };
}
