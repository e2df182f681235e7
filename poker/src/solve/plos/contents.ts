/**
 * The table of contents: which deals a file holds, in the order in which they lie.
 *
 *     u32        deals
 *     deal ×     u8 cards dealt, then each of them, u32 stored bytes, u32 bytes, u32 checksum of the stored ones
 */
import { ByteReader, ByteWriter } from './bytes.ts';

export interface ContentsEntry {
  readonly dealt: readonly number[];
  /** Bytes in the file. */
  readonly stored: number;
  /** Bytes before they were deflated. */
  readonly size: number;
  /** CRC-32 of the stored bytes. */
  readonly crc: number;
}

export const encodeContents = (entries: readonly ContentsEntry[]): Uint8Array => {
  const writer = new ByteWriter(entries.reduce((sum, { dealt }) => sum + 13 + dealt.length, 4));
  writer.u32(entries.length);
  for (const { dealt, stored, size, crc } of entries) {
    writer.u8(dealt.length);
    writer.set(dealt);
    for (const number of [stored, size, crc]) writer.u32(number);
  }
  return writer.bytes;
};

/** Null for bytes that are no table of contents. */
export const decodeContents = (bytes: Uint8Array): readonly ContentsEntry[] | null => {
  const reader = new ByteReader(bytes);
  const count = reader.u32();
  const entries: ContentsEntry[] = [];
  for (let i = 0; i < count && !reader.isShort; i++) {
    const dealt = [...reader.take(reader.u8())];
    entries.push({ dealt, stored: reader.u32(), size: reader.u32(), crc: reader.u32() });
  }
  return reader.isWhole ? entries : null;
};
