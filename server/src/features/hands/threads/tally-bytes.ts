/**
 * Tallies as bytes. A hand takes part in few statistics, so only what is not zero is kept: how many numbers, then for each
 * its place and the number, two bytes each, least byte first. Tallies of several players, or hands, stand one after another,
 * and are added up without taking them apart.
 */
import type { Tally } from '@ploscope/poker';

const HEAD = 2;
const ENTRY = 4;

export function tallyBytes(tallies: readonly Tally[]): Buffer {
  const kept = tallies.map((tally) => [...tally.entries()].filter(([, count]) => count > 0));
  const bytes = Buffer.alloc(kept.reduce((sum, entries) => sum + HEAD + ENTRY * entries.length, 0));
  let at = 0;
  for (const entries of kept) {
    at = bytes.writeUInt16LE(entries.length, at);
    for (const [place, count] of entries) {
      at = bytes.writeUInt16LE(place, at);
      at = bytes.writeUInt16LE(count, at);
    }
  }
  return bytes;
}

/** Adds every tally in `bytes` to the sum. */
export function addTallyBytes(sum: number[], bytes: Uint8Array): void {
  for (let at = 0; at + HEAD <= bytes.length; ) at = addOne(sum, bytes, at);
}

/** Adds the tally of one of several players. */
export function addTallyOf(sum: number[], bytes: Uint8Array, player: number): void {
  let at = 0;
  for (let skipped = 0; skipped < player; skipped++) at += HEAD + ENTRY * word(bytes, at);
  if (at + HEAD <= bytes.length) addOne(sum, bytes, at);
}

/** Where the next one begins. */
function addOne(sum: number[], bytes: Uint8Array, from: number): number {
  const end = from + HEAD + ENTRY * word(bytes, from);
  for (let at = from + HEAD; at < end; at += ENTRY) {
    const place = word(bytes, at);
    sum[place] = (sum[place] ?? 0) + word(bytes, at + 2);
  }
  return end;
}

function word(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
}
