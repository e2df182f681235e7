/**
 * A solved spot: the result file `.plos`. docs/plos.md describes it byte by byte.
 *
 *     prefix     32 bytes: magic, version, sizes and checksums of what follows
 *     header     JSON, ASCII
 *     ranges     deflated: combos and weights of both players
 *     deals      deflated, one chunk a deal
 *     contents   which deals there are, with their sizes and checksums
 *     trailer    24 bytes: where the contents are
 *
 * It is written from front to back, and read piece by piece: whoever shows one node reads one deal. Every byte is under
 * a checksum, so that a damaged file is told from a whole one.
 */
import type { SolvedDeal, SolveFigures, SolveRange } from '@ploscope/kernel';
import { parseCards } from '../../cards.ts';
import type { Result } from '../../result.ts';
import type { SolveSpot } from '../../spot/solve-spot.ts';
import { openingStreet } from '../streets.ts';

export interface PlosHeader {
  /** Version of the program that wrote the file. */
  readonly program: string;
  /** In its one spelling. */
  readonly spot: SolveSpot;
  /** `solveSpotId` of the spot. */
  readonly id: string;
  /** What is stored was measured, after it was rounded. */
  readonly figures: SolveFigures;
  /**
   * Buckets a player and run-out that were asked for where the last street is played by bucket: the same number makes
   * the same buckets again. Null where every combo plays by itself.
   */
  readonly wantedBuckets: number | null;
  /** Strategies of the first street only: later streets are solved again when they are asked for. */
  readonly firstOnly: boolean;
}

/** An open file. */
export interface Plos extends PlosHeader {
  /** OOP, IP: the combos that strategies are written for, as in the job. */
  readonly players: readonly [SolveRange, SolveRange];
  /** What was dealt, of every deal that is stored: a number a street. */
  readonly deals: readonly (readonly number[])[];
  /** The strategies after what was dealt; null where none are stored. Codes: `plos-damaged`, `plos-truncated`. */
  deal(dealt: readonly number[]): Promise<Result<SolvedDeal | null, PlosError>>;
}

export interface PlosError {
  /**
   * `plos-magic`: no such file at all; `plos-version`: written by a newer program; `plos-truncated`: its end is missing;
   * `plos-damaged`: a checksum is wrong.
   */
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
}

/** Where a file is written to, from front to back. */
export interface ByteSink {
  write(bytes: Uint8Array): Promise<void>;
}

export const MAGIC = 'PLOSOLVE';
export const END_MAGIC = 'PLOSDONE';
/** The newest version. Older ones are read too. */
export const VERSION = 3;

/** The version a file needs: strategies by bucket came with the second, cards to come on two boards with the third. */
export const versionOf = ({ wantedBuckets, spot }: Pick<PlosHeader, 'wantedBuckets' | 'spot'>): number => {
  if (spot.board2 !== null && hasCardsToCome(spot)) return VERSION;
  return wantedBuckets === null ? 1 : 2;
};

const hasCardsToCome = ({ board }: SolveSpot): boolean => {
  const cards = parseCards(board);
  return cards.ok && openingStreet(cards.value.length) !== 'river';
};

/** Magic, u32 version, u32 bytes and checksum of the header, u32 stored bytes, bytes and checksum of the ranges. */
export const PREFIX_BYTES = 32;
/** u64 offset, u32 bytes and u32 checksum of the contents, magic. */
export const TRAILER_BYTES = 24;
