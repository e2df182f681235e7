/**
 * The file of a percentage ordering, written and read.
 *
 *     8 bytes   magic `PLOSORD1`
 *     u32 LE    length of the header in bytes
 *     header    JSON, ASCII
 *     u16 LE ×  one key per hand class, in class order; smaller is stronger
 *
 * PLO6 comes to 962,988 keys, 1.93 MB.
 */
import { asciiBytes, asciiJson, asciiText, jsonOrNull } from '../ascii.ts';
import { isGame } from '../games.ts';
import { fail, type Result, succeed } from '../result.ts';
import { classCount } from '../space/classes.ts';
import { say } from '../text/en.ts';
import type { Ordering, OrderingHeader } from './ordering.ts';

export interface OrderingError {
  readonly code: string;
  readonly message: string;
}

const MAGIC = 'PLOSORD1';
const HEADER_AT = MAGIC.length + 4;
const MAX_HEADER = 4096;

/** The bytes of an ordering. `keys` has one entry per class of the game (`classCount`). */
export const formatOrdering = (header: OrderingHeader, keys: Uint16Array): Uint8Array<ArrayBuffer> => {
  const { game, opponents, exact, trials, standardError, note } = header;
  const text = asciiBytes(asciiJson({ game, opponents, exact, trials, standardError, note }));
  const bytes = new Uint8Array(HEADER_AT + text.length + keys.length * 2);
  const view = new DataView(bytes.buffer);
  bytes.set(asciiBytes(MAGIC));
  view.setUint32(MAGIC.length, text.length, true);
  bytes.set(text, HEADER_AT);
  keys.forEach((key, index) => {
    view.setUint16(HEADER_AT + text.length + index * 2, key, true);
  });
  return bytes;
};

/** Reads an ordering. Codes: `ordering-magic`, `ordering-header`, `ordering-length`. */
export const parseOrdering = (bytes: Uint8Array): Result<Ordering, OrderingError> => {
  if (asciiText(bytes.subarray(0, MAGIC.length)) !== MAGIC) return fail(say.orderingMagic());
  if (bytes.length < HEADER_AT) return fail(say.orderingLength());
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(MAGIC.length, true);
  if (length > MAX_HEADER || HEADER_AT + length > bytes.length) return fail(say.orderingHeader());
  const header = parseHeader(asciiText(bytes.subarray(HEADER_AT, HEADER_AT + length)));
  if (header === null) return fail(say.orderingHeader());
  const keys = new Uint16Array(classCount(header.game));
  const from = HEADER_AT + length;
  if (bytes.length !== from + keys.length * 2) return fail(say.orderingLength());
  for (let index = 0; index < keys.length; index++) keys[index] = view.getUint16(from + index * 2, true);
  return succeed({ name: `${header.game}-${header.opponents}`, header, keys });
};

const parseHeader = (text: string): OrderingHeader | null => {
  const value = jsonOrNull(text);
  if (typeof value !== 'object' || value === null) return null;
  const { game, opponents, exact, trials, standardError, note } = value as Partial<Record<string, unknown>>;
  if (!isGame(game) || (opponents !== 1 && opponents !== 5) || typeof exact !== 'boolean') return null;
  if (!isFigure(trials) || !isFigure(standardError) || typeof note !== 'string') return null;
  return { game, opponents, exact, trials, standardError, note };
};

const isFigure = (value: unknown): value is number | null =>
  value === null || (typeof value === 'number' && Number.isFinite(value) && value >= 0);
