/**
 * The table of contents: which deals a file holds, in the order in which they lie.
 *
 *     u32        deals
 *     deal ×     u8 cards dealt, then each of them, u32 stored bytes, u32 bytes, u32 checksum of the stored ones
 */
import { ByteReader, ByteWriter } from './bytes.ts';
import { dealtBytes, readDealt, writeDealt } from './dealt-cards.ts';

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
  const writer = new ByteWriter(entries.reduce((sum, { dealt }) => sum + dealtBytes(dealt) + 12, 4));
  writer.u32(entries.length);
  for (const { dealt, stored, size, crc } of entries) {
    writeDealt(writer, dealt);
    for (const number of [stored, size, crc]) writer.u32(number);
  }
  return writer.bytes;
};

/** Null for bytes that are no table of contents. */
export const decodeContents = (bytes: Uint8Array, boards: 1 | 2): readonly ContentsEntry[] | null => {
  const reader = new ByteReader(bytes);
  const count = reader.u32();
  const entries: ContentsEntry[] = [];
  for (let i = 0; i < count && !reader.isShort; i++) {
    const dealt = readDealt(reader, boards);
    if (dealt === null) return null;
    entries.push({ dealt, stored: reader.u32(), size: reader.u32(), crc: reader.u32() });
  }
  return reader.isWhole ? entries : null;
};
