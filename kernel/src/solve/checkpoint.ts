// A solve between two iterations, as bytes: what it was, and every table as it stood.
//
// `PLOC`, length and checksum of a JSON header (u32 each, little-endian like all), the header, then a section a deal in
// the order of the game's walk: bytes (u32), checksum (u32), tables. A checkpoint does not depend on how many shards made it.

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

export interface Section {
  readonly branch: number;
  readonly tables: Uint8Array;
}

export interface Checkpoint {
  readonly header: CheckpointHeader;
  readonly sections: readonly Section[];
}

const MAGIC = [0x50, 0x4c, 0x4f, 0x43];
/** Bytes before the header. */
const OPENING = 12;

/** Sections of one branch stay in their order. */
export function formatCheckpoint(
  header: Omit<CheckpointHeader, 'version' | 'branches'>,
  sections: readonly Section[],
): Uint8Array {
  const sorted = sections.map((section, i) => ({ section, i }));
  sorted.sort((a, b) => a.section.branch - b.section.branch || a.i - b.i);
  const branches = sorted.map(({ section }) => section.branch);
  const text = Uint8Array.from(JSON.stringify({ version: 1, ...header, branches }), (letter) => letter.charCodeAt(0));
  const size = sections.reduce((sum, { tables }) => sum + 8 + tables.length, OPENING + text.length);
  const out = new Uint8Array(size);
  const view = new DataView(out.buffer);
  out.set(MAGIC);
  view.setUint32(4, text.length, true);
  view.setUint32(8, checksum(text), true);
  out.set(text, OPENING);
  let at = OPENING + text.length;
  for (const { section } of sorted) {
    view.setUint32(at, section.tables.length, true);
    view.setUint32(at + 4, checksum(section.tables), true);
    out.set(section.tables, at + 8);
    at += 8 + section.tables.length;
  }
  return out;
}

/** Null when the bytes are no whole checkpoint. */
export function parseCheckpoint(given: Uint8Array): Checkpoint | null {
  // A plain array: a Node Buffer's own slice would not copy.
  const bytes = new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
  if (bytes.length < OPENING || MAGIC.some((byte, i) => bytes[i] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(4, true);
  if (OPENING + length > bytes.length) return null;
  const text = bytes.slice(OPENING, OPENING + length);
  if (checksum(text) !== view.getUint32(8, true)) return null;
  const header = parseHeader(Array.from(text, (code) => String.fromCharCode(code)).join(''));
  if (!header) return null;
  const sections: Section[] = [];
  let at = OPENING + length;
  for (const branch of header.branches) {
    if (at + 8 > bytes.length) return null;
    const size = view.getUint32(at, true);
    if (at + 8 + size > bytes.length) return null;
    const tables = bytes.slice(at + 8, at + 8 + size);
    if (checksum(tables) !== view.getUint32(at + 4, true)) return null;
    sections.push({ branch, tables });
    at += 8 + size;
  }
  return at === bytes.length ? { header, sections } : null;
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
