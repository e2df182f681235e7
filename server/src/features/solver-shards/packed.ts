/**
 * A message of the kernel as JSON text and the bytes of its typed arrays, and back.
 *
 * `{"$": n}` in the text stands for the typed array number n, `{"$": "NaN"}` and three more for numbers that JSON lacks,
 * so that what arrives is what was sent to the last bit. Written out instead of taken from the engine's own cloning,
 * whose reader is not made for bytes of strangers: here all that can come out is plain data.
 */
import { Element } from '@ploscope/contracts/proto';

type TypedArray =
  | Uint8Array<ArrayBuffer>
  | Int8Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Int16Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Float32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>;

export interface PackedArray {
  readonly element: Element;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface Packed {
  readonly text: Uint8Array<ArrayBuffer>;
  readonly arrays: readonly PackedArray[];
}

const ELEMENTS = [
  [Element.U8, Uint8Array],
  [Element.I8, Int8Array],
  [Element.U16, Uint16Array],
  [Element.I16, Int16Array],
  [Element.U32, Uint32Array],
  [Element.I32, Int32Array],
  [Element.F32, Float32Array],
  [Element.F64, Float64Array],
] as const;

const NOT_IN_JSON: Readonly<Record<string, number>> = { NaN: Number.NaN, Infinity, '-Infinity': -Infinity, '-0': -0 };
const MARK = '$';
/** No message is nested nearly as deep. */
const MAX_DEPTH = 24;

/** What is wrong with bytes that came. */
export class BadMessage extends Error {}

/** `handedOver`: buffers that nobody else will write to; all others are copied now. */
export function pack(value: unknown, handedOver: readonly ArrayBuffer[] | 'all' = []): Packed {
  const own = handedOver === 'all' ? handedOver : new Set<unknown>(handedOver);
  const arrays: PackedArray[] = [];
  const look = (part: unknown): unknown => {
    if (typeof part === 'number') {
      if (Object.is(part, -0)) return { [MARK]: '-0' };
      return Number.isFinite(part) ? part : { [MARK]: String(part) };
    }
    if (part === null || typeof part === 'string' || typeof part === 'boolean') return part;
    if (Array.isArray(part)) return part.map(look);
    if (ArrayBuffer.isView(part)) {
      arrays.push(packedArray(part, own));
      return { [MARK]: arrays.length - 1 };
    }
    if (typeof part !== 'object' || Object.getPrototypeOf(part) !== Object.prototype || MARK in part)
      throw new TypeError(`a message cannot hold ${Object.prototype.toString.call(part)}`);
    const entries = Object.entries(part).filter(([, inner]) => inner !== undefined);
    return Object.fromEntries(entries.map(([key, inner]) => [key, look(inner)]));
  };
  const text = new TextEncoder().encode(JSON.stringify(look(value)));
  return { text, arrays };
}

function packedArray(view: ArrayBufferView, own: ReadonlySet<unknown> | 'all'): PackedArray {
  const found = ELEMENTS.find(([, kind]) => view instanceof kind);
  if (!found) throw new TypeError(`a message cannot hold ${Object.prototype.toString.call(view)}`);
  const { buffer, byteOffset, byteLength } = view;
  const bytes = new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);
  return { element: found[0], bytes: own === 'all' || own.has(buffer) ? bytes : bytes.slice() };
}

/** The arrays' bytes become the message's own. Throws `BadMessage`. */
export function unpack(text: Uint8Array, arrays: readonly PackedArray[]): unknown {
  const views = arrays.map(viewOf);
  const used = new Set<number>();
  const look = (part: unknown, depth: number): unknown => {
    if (typeof part !== 'object' || part === null) return part;
    if (depth > MAX_DEPTH) throw new BadMessage('it is nested too deep');
    if (Array.isArray(part)) {
      for (let i = 0; i < part.length; i++) part[i] = look(part[i], depth + 1);
      return part;
    }
    if (Object.hasOwn(part, '__proto__')) throw new BadMessage('it names a prototype');
    const fields = part as Record<string, unknown>;
    if (Object.hasOwn(fields, MARK)) return marked(fields);
    for (const key of Object.keys(fields)) fields[key] = look(fields[key], depth + 1);
    return fields;
  };
  const marked = (fields: Record<string, unknown>): unknown => {
    const sign = fields[MARK];
    if (Object.keys(fields).length !== 1) throw new BadMessage('a mark stands with something else');
    if (typeof sign === 'string' && Object.hasOwn(NOT_IN_JSON, sign)) return NOT_IN_JSON[sign];
    const view = typeof sign === 'number' ? views[sign] : undefined;
    if (view === undefined || used.has(sign as number)) throw new BadMessage('an array is not there, or used twice');
    used.add(sign as number);
    return view;
  };
  const value = look(parsed(text), 0);
  if (used.size !== views.length) throw new BadMessage('an array is used by nothing');
  return value;
}

function parsed(text: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text));
  } catch {
    throw new BadMessage('the text is no JSON');
  }
}

function viewOf({ element, bytes }: PackedArray): TypedArray {
  const found = ELEMENTS.find(([name]) => name === element);
  if (!found) throw new BadMessage('an array of unknown elements');
  const kind = found[1];
  if (bytes.length % kind.BYTES_PER_ELEMENT !== 0) throw new BadMessage('an array with a part of an element');
  return new kind(bytes.buffer, bytes.byteOffset, bytes.length / kind.BYTES_PER_ELEMENT);
}
