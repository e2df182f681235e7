/** Tallies as bytes: 16 bits a number, least byte first; those of several players, or hands, one after another. */
import { TALLY_LENGTH, type Tally } from '@ploscope/poker';

const WIDTH = 2 * TALLY_LENGTH;

export function tallyBytes(tallies: readonly Tally[]): Buffer {
  const bytes = Buffer.alloc(tallies.length * WIDTH);
  for (const [index, tally] of tallies.entries()) {
    for (const [at, count] of tally.entries()) bytes.writeUInt16LE(count, index * WIDTH + 2 * at);
  }
  return bytes;
}

/** Adds every tally in `bytes` to the sum. */
export function addTallyBytes(sum: number[], bytes: Uint8Array): void {
  for (let from = 0; from + WIDTH <= bytes.length; from += WIDTH) addOne(sum, bytes, from);
}

/** Adds the tally of one of several players. */
export function addTallyOf(sum: number[], bytes: Uint8Array, player: number): void {
  if ((player + 1) * WIDTH <= bytes.length) addOne(sum, bytes, player * WIDTH);
}

function addOne(sum: number[], bytes: Uint8Array, from: number): void {
  for (let at = 0; at < TALLY_LENGTH; at++) {
    const count = (bytes[from + 2 * at] ?? 0) + 256 * (bytes[from + 2 * at + 1] ?? 0);
    if (count > 0) sum[at] = (sum[at] ?? 0) + count;
  }
}
