/** Opens a `.plos`: reads its two ends at once, and each deal when it is asked for. */
import type { ByteSource, SolvedDeal } from '@ploscope/kernel';
import { asciiText } from '../../ascii.ts';
import { HOLE_CARDS } from '../../games.ts';
import { fail, type Result, succeed } from '../../result.ts';
import { say } from '../../text/en.ts';
import { ByteReader } from './bytes.ts';
import { type ContentsEntry, decodeContents } from './contents.ts';
import { crc32 } from './crc32.ts';
import { decodeDeal } from './deal-chunk.ts';
import { inflate } from './deflate.ts';
import { decodeHeader } from './header.ts';
import {
  END_MAGIC,
  MAGIC,
  type Plos,
  type PlosError,
  PREFIX_BYTES,
  TRAILER_BYTES,
  VERSION,
  versionOf,
} from './plos.ts';
import { plosError } from './plos-error.ts';
import { decodeRanges } from './range-chunk.ts';
import { chunkContext } from './write-plos.ts';

interface Part {
  readonly offset: number;
  readonly length: number;
  readonly crc: number;
}

interface Layout {
  readonly version: number;
  readonly header: Part;
  readonly ranges: Part & { readonly size: number };
  readonly contents: Part;
}

/** Codes: those of `PlosError`. Rejects only where the source does. */
export const openPlos = async (source: ByteSource): Promise<Result<Plos, PlosError>> => {
  const layout = await readLayout(source);
  if (!layout.ok) return layout;
  const { version, header, ranges, contents } = layout.value;
  const headerBytes = await readPart(source, header);
  if (!headerBytes.ok) return headerBytes;
  const head = decodeHeader(headerBytes.value);
  if (!head.ok) return head;
  if (version !== versionOf(head.value)) return fail(plosError(say.plosDamaged()));
  const rangeBytes = await readPart(source, ranges);
  if (!rangeBytes.ok) return rangeBytes;
  const plainRanges = await inflate(rangeBytes.value, ranges.size);
  const players = plainRanges && decodeRanges(plainRanges, HOLE_CARDS[head.value.spot.game]);
  const contentsBytes = await readPart(source, contents);
  if (!contentsBytes.ok) return contentsBytes;
  const context = players && chunkContext(head.value.spot, players);
  const entries = context && decodeContents(contentsBytes.value, context.boards);
  const parts = entries && placeDeals(entries, ranges.offset + ranges.length, contents.offset);
  if (context === null || entries === null || parts === null) return fail(plosError(say.plosDamaged()));

  return succeed({
    ...head.value,
    players: context.players,
    deals: entries.map(({ dealt }) => dealt),
    async deal(dealt): Promise<Result<SolvedDeal | null, PlosError>> {
      const part = parts.get(dealt.join());
      if (part === undefined) return succeed(null);
      const stored = await readPart(source, part);
      if (!stored.ok) return stored;
      const plain = await inflate(stored.value, part.size);
      const deal = plain && decodeDeal(plain, context);
      return deal?.dealt.join() === dealt.join() ? succeed(deal) : fail(plosError(say.plosDamaged()));
    },
  });
};

/** The two ends of the file. */
const readLayout = async (source: ByteSource): Promise<Result<Layout, PlosError>> => {
  const { size } = source;
  const prefix = await source.read(0, Math.min(PREFIX_BYTES, size));
  const magic = asciiText(prefix.subarray(0, MAGIC.length));
  if (magic === '' || !MAGIC.startsWith(magic)) return fail(plosError(say.plosMagic()));
  const reader = new ByteReader(prefix.subarray(magic.length));
  const version = reader.u32();
  if (version > VERSION) return fail(plosError(say.plosVersion()));
  if (size < PREFIX_BYTES + TRAILER_BYTES || prefix.length < PREFIX_BYTES) return fail(plosError(say.plosTruncated()));
  const header = { offset: PREFIX_BYTES, length: reader.u32(), crc: reader.u32() };
  const offset = PREFIX_BYTES + header.length;
  const ranges = { offset, length: reader.u32(), size: reader.u32(), crc: reader.u32() };

  const end = size - TRAILER_BYTES;
  const trailer = new ByteReader(await source.read(end, TRAILER_BYTES));
  const contents = { offset: trailer.u64(), length: trailer.u32(), crc: trailer.u32() };
  if (asciiText(trailer.take(END_MAGIC.length)) !== END_MAGIC) return fail(plosError(say.plosTruncated()));
  const fits = contents.offset + contents.length === end && ranges.offset + ranges.length <= contents.offset;
  return fits ? succeed({ version, header, ranges, contents }) : fail(plosError(say.plosDamaged()));
};

const readPart = async (source: ByteSource, { offset, length, crc }: Part): Promise<Result<Uint8Array, PlosError>> => {
  const bytes = await source.read(offset, length);
  if (bytes.length < length) return fail(plosError(say.plosTruncated()));
  return crc32(bytes) === crc ? succeed(bytes) : fail(plosError(say.plosDamaged()));
};

/** Where each deal lies: one after the other, without gaps. Null where they do not fill the room exactly. */
const placeDeals = (
  entries: readonly ContentsEntry[],
  from: number,
  to: number,
): ReadonlyMap<string, Part & { readonly size: number }> | null => {
  const parts = new Map<string, Part & { readonly size: number }>();
  let offset = from;
  for (const { dealt, stored, size, crc } of entries) {
    parts.set(dealt.join(), { offset, length: stored, size, crc });
    offset += stored;
  }
  return offset === to && parts.size === entries.length ? parts : null;
};
