/**
 * How texts of hands are kept: deflated, each by itself, so that one hand is read and deleted without others. What all
 * hands have in common stands in a dictionary, by which they come to less than half. Rows name the packing they were
 * written with: whoever changes anything here, the dictionary above all, makes a new one and keeps the old for reading.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { DICTIONARY } from './packing-dictionary.ts';

/** Deflate without a head (RFC 1951), with the dictionary; a small window costs less to begin with. */
export const PACKING = 1;
const OPTIONS = { level: 4, windowBits: 13, memLevel: 6, dictionary: Buffer.from(DICTIONARY) };
/** Of what is known to be text of ours: more than any hand comes to. */
const MOST_BYTES = 16 * 1024 * 1024;

export function pack(text: string): Buffer {
  return deflateRawSync(text, OPTIONS);
}

export function unpack(packing: number, bytes: Uint8Array): string {
  if (packing !== PACKING) throw new Error(`packing ${packing} is not known`);
  return inflateRawSync(bytes, { ...OPTIONS, maxOutputLength: MOST_BYTES }).toString();
}
