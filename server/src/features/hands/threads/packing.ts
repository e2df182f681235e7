/**
 * How texts of hands are kept: deflated, each by itself, so that one hand is read and deleted without others. Rows name
 * the packing they were written with.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Deflate without a head (RFC 1951). */
export const PACKING = 1;
/** Of what is known to be text of ours: more than any hand comes to. */
const MOST_BYTES = 16 * 1024 * 1024;

export function pack(bytes: string | Uint8Array): Buffer {
  return deflateRawSync(bytes, { level: 4 });
}

export function unpack(packing: number, bytes: Uint8Array): Buffer {
  if (packing !== PACKING) throw new Error(`packing ${packing} is not known`);
  return inflateRawSync(bytes, { maxOutputLength: MOST_BYTES });
}
