/** Writes a `.plos` from front to back while the deals come; no more than a few of them are held. */
import type { SolvedDeal, SolveFigures, SolveJob } from '@ploscope/kernel';
import { asciiBytes } from '../../ascii.ts';
import { type Card, parseCards } from '../../cards.ts';
import { HOLE_CARDS } from '../../games.ts';
import { canonicalSolveSpot, solveSpotId } from '../../spot/canonical-solve.ts';
import type { SolveSpot } from '../../spot/solve-spot.ts';
import { ByteWriter } from './bytes.ts';
import { type ContentsEntry, encodeContents } from './contents.ts';
import { crc32 } from './crc32.ts';
import { type ChunkContext, encodeDeal } from './deal-chunk.ts';
import { deflate } from './deflate.ts';
import { encodeHeader } from './header.ts';
import { type ByteSink, END_MAGIC, MAGIC, type PlosHeader, PREFIX_BYTES, TRAILER_BYTES, versionOf } from './plos.ts';
import { encodeRanges } from './range-chunk.ts';

export interface PlosContent {
  readonly program: string;
  readonly spot: SolveSpot;
  /** The job of the spot. */
  readonly job: Pick<SolveJob, 'players' | 'streets' | 'buckets'>;
  readonly figures: SolveFigures;
  readonly firstOnly: boolean;
}

/** Deals that are being deflated while the next ones come. */
const AT_ONCE = 4;

interface Chunk {
  readonly bytes: Uint8Array;
  readonly entry: ContentsEntry;
}

/** Resolves with the bytes written. Rejects when the sink or the deals do, and then leaves no whole file. */
export const writePlos = async (
  sink: ByteSink,
  { program, spot, job, figures, firstOnly }: PlosContent,
  deals: AsyncIterable<SolvedDeal>,
): Promise<number> => {
  const context = chunkContext(spot, job.players);
  const id = await solveSpotId(spot);
  const wantedBuckets = figures.buckets === null ? null : job.buckets;
  const head: PlosHeader = { program, spot: canonicalSolveSpot(spot), id, figures, wantedBuckets, firstOnly };
  const header = encodeHeader(head);
  const plainRanges = encodeRanges(job.players, context.handSize);
  const ranges = await deflate(plainRanges);
  let at = 0;
  const write = async (bytes: Uint8Array): Promise<void> => {
    await sink.write(bytes);
    at += bytes.length;
  };
  await write(prefixOf(versionOf(head), header, ranges, plainRanges.length));
  await write(header);
  await write(ranges);

  const entries: ContentsEntry[] = [];
  const waiting: Promise<Chunk>[] = [];
  const writeNext = async (): Promise<void> => {
    const { bytes, entry } = await waiting.shift()!;
    await write(bytes);
    entries.push(entry);
  };
  for await (const deal of deals) {
    const chunk = chunkOf(deal, job, context);
    // It is awaited, and fails the file, when its turn comes.
    chunk.catch(() => undefined);
    waiting.push(chunk);
    if (waiting.length >= AT_ONCE) await writeNext();
  }
  while (waiting.length > 0) await writeNext();

  const contents = encodeContents(entries);
  const trailer = trailerOf(at, contents);
  await write(contents);
  await write(trailer);
  return at;
};

/** What the chunks of a spot are read with. */
export const chunkContext = (spot: SolveSpot, players: ChunkContext['players']): ChunkContext => {
  const known: Card[] = [];
  for (const text of [spot.board, spot.board2 ?? '', spot.dead]) {
    const cards = parseCards(text);
    if (cards.ok) known.push(...cards.value);
  }
  return { players, handSize: HOLE_CARDS[spot.game], boards: spot.board2 === null ? 1 : 2, known };
};

const chunkOf = async (deal: SolvedDeal, job: PlosContent['job'], context: ChunkContext): Promise<Chunk> => {
  const { players } = job.streets[deal.dealt.length]!;
  const plain = encodeDeal(deal, (node) => (players[node] === 1 ? 1 : 0), context);
  const bytes = await deflate(plain);
  return { bytes, entry: { dealt: deal.dealt, stored: bytes.length, size: plain.length, crc: crc32(bytes) } };
};

const prefixOf = (version: number, header: Uint8Array, ranges: Uint8Array, plainRanges: number): Uint8Array => {
  const writer = new ByteWriter(PREFIX_BYTES);
  writer.set(asciiBytes(MAGIC));
  writer.u32(version);
  writer.u32(header.length);
  writer.u32(crc32(header));
  writer.u32(ranges.length);
  writer.u32(plainRanges);
  writer.u32(crc32(ranges));
  return writer.bytes;
};

const trailerOf = (offset: number, contents: Uint8Array): Uint8Array => {
  const writer = new ByteWriter(TRAILER_BYTES);
  writer.u64(offset);
  writer.u32(contents.length);
  writer.u32(crc32(contents));
  writer.set(asciiBytes(END_MAGIC));
  return writer.bytes;
};
