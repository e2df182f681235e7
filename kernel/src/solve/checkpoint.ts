// A solve between two iterations, as bytes: what it was, and every table as it stood.
//
// `PLOC`, length and checksum of a JSON header (u32 each, little-endian like all), the header, then a section a deal in
// the order of the game's walk: bytes (u32), checksum (u32), tables. A checkpoint does not depend on how many shards made it.
// It may be larger than an array can be: it is written and read a section at a time.

import type { ByteSource } from '../byte-source.ts';
import { checksum } from './fingerprint.ts';
import type { Storage } from './job.ts';

export interface CheckpointHeader {
  readonly version: 1;
  /** `fingerprint` of the job. */
  readonly job: string;
  readonly storage: Storage;
  readonly iterations: number;
  readonly elapsedMs: number;
  /** The last measurement: exploitability as a share of the pot, and when. */
  readonly exploitability: number | null;
  readonly measuredAt: number;
  /** Number of the branch of the start that each section belongs to, −1 for the start itself. */
  readonly branches: readonly number[];
}

/** Tables of one deal. */
export interface Section {
  readonly branch: number;
  read(): Promise<Uint8Array>;
}

export interface StoredSection {
  readonly branch: number;
  /** Null where it is not what it was when the checkpoint was opened. */
  read(): Promise<Uint8Array | null>;
}

export interface Checkpoint {
  readonly header: CheckpointHeader;
  readonly sections: readonly StoredSection[];
}

const MAGIC = [0x50, 0x4c, 0x4f, 0x43];
/** Bytes before the header, and before a section's tables. */
const OPENING = 12;
const SECTION_OPENING = 8;
/** Far more than any header takes: what claims more is none, and is not read. */
const MOST_HEADER = 1e7;

/** The bytes, front to back. Sections of one branch stay in their order. */
export async function* formatCheckpoint(
  header: Omit<CheckpointHeader, 'version' | 'branches'>,
  sections: readonly Section[],
): AsyncGenerator<Uint8Array, void, void> {
  const sorted = sections.toSorted((a, b) => a.branch - b.branch);
  const branches = sorted.map(({ branch }) => branch);
  const text = Uint8Array.from(JSON.stringify({ version: 1, ...header, branches }), (letter) => letter.charCodeAt(0));
  const opening = numbers(OPENING, [0, text.length, checksum(text)]);
  opening.set(MAGIC);
  yield opening;
  yield text;
  for (const section of sorted) {
    const tables = await section.read();
    yield numbers(SECTION_OPENING, [tables.length, checksum(tables)]);
    yield tables;
  }
}

function numbers(size: number, values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(size));
  values.forEach((value, i) => void view.setUint32(i * 4, value, true));
  return new Uint8Array(view.buffer);
}

/** Null when the bytes are no whole checkpoint. All of them are read once; rejects only where the source does. */
export async function openCheckpoint(source: ByteSource): Promise<Checkpoint | null> {
  const opening = await exactly(source, 0, OPENING);
  if (!opening || MAGIC.some((byte, i) => opening[i] !== byte)) return null;
  const length = numberAt(opening, 4);
  const text = length <= MOST_HEADER ? await exactly(source, OPENING, length) : null;
  if (!text || checksum(text) !== numberAt(opening, 8)) return null;
  const header = parseHeader(Array.from(text, (code) => String.fromCharCode(code)).join(''));
  if (!header) return null;
  const sections: StoredSection[] = [];
  let at = OPENING + length;
  for (const branch of header.branches) {
    const head = await exactly(source, at, SECTION_OPENING);
    if (!head) return null;
    const [offset, size, sum] = [at + SECTION_OPENING, numberAt(head, 0), numberAt(head, 4)];
    const read = async (): Promise<Uint8Array | null> => {
      const tables = await exactly(source, offset, size);
      return tables && checksum(tables) === sum ? tables : null;
    };
    if (!(await read())) return null;
    sections.push({ branch, read });
    at = offset + size;
  }
  return at === source.size ? { header, sections } : null;
}

/** Null where there are not so many bytes. */
async function exactly(source: ByteSource, offset: number, length: number): Promise<Uint8Array | null> {
  if (offset + length > source.size) return null;
  const bytes = await source.read(offset, length);
  return bytes.length === length ? bytes : null;
}

function numberAt(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true);
}

function parseHeader(text: string): CheckpointHeader | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { version, job, storage, iterations, elapsedMs, exploitability, measuredAt, branches } = value as Record<
    string,
    unknown
  >;
  const isCount = (x: unknown): x is number => typeof x === 'number' && Number.isInteger(x) && x >= 0;
  if (version !== 1 || typeof job !== 'string' || (storage !== 'f32' && storage !== 'i16')) return null;
  if (!isCount(iterations) || !isCount(measuredAt) || typeof elapsedMs !== 'number' || !(elapsedMs >= 0)) return null;
  if (exploitability !== null && typeof exploitability !== 'number') return null;
  if (!Array.isArray(branches) || !branches.every((branch) => branch === -1 || isCount(branch))) return null;
  return { version, job, storage, iterations, elapsedMs, exploitability, measuredAt, branches };
}
