// What is packed comes out as it went in, to the last bit and in any number of parts; what is no message comes out as an error.

import { create } from '@bufbuild/protobuf';
import { Element, MessageHeadSchema } from '@ploscope/contracts/proto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHUNK_BYTES, MessageReader, type Part, partsOf, TooLarge } from './message-parts.ts';
import { BadMessage, pack, unpack } from './packed.ts';

const MOST = 64 * 1024 * 1024;

function through(value: unknown): unknown {
  const reader = new MessageReader(MOST);
  const messages = [...partsOf(pack(value))].map((part) => reader.take(part));
  expect(messages.slice(0, -1).every((message) => message === undefined)).toBe(true);
  return messages.at(-1);
}

const numbers = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Infinity, -Infinity, -0, 0, Number.MIN_VALUE));
const arrays = fc.oneof(
  fc.uint8Array(),
  fc.int8Array(),
  fc.uint16Array(),
  fc.int16Array(),
  fc.uint32Array(),
  fc.int32Array(),
  fc.float32Array(),
  fc.float64Array(),
);
const { message } = fc.letrec((tie) => ({
  message: fc.oneof(
    { maxDepth: 4 },
    numbers,
    arrays,
    fc.string(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('message')),
    fc.dictionary(
      fc.string().filter((key) => key !== '$' && key !== '__proto__'),
      tie('message'),
      { noNullPrototype: true },
    ),
  ),
}));

test('any message there and back', () => {
  fc.assert(
    fc.property(message, (value) => {
      expect(through(value)).toEqual(value);
    }),
  );
});

test('a message of many megabytes goes in parts of at most 1 MiB', () => {
  const reach = Float32Array.from({ length: 700_003 }, (_, i) => i / 3);
  const value = { kind: 'visit', reach, empty: new Float64Array(), worths: [reach.slice(5), Uint8Array.of(1, 2, 3)] };
  const parts = [...partsOf(pack(value))];
  expect(parts.length).toBe(Math.ceil(parts.reduce((sum, part) => sum + bytesOf(part), 0) / CHUNK_BYTES));
  for (const part of parts) expect(bytesOf(part)).toBeLessThanOrEqual(CHUNK_BYTES);
  // Compared as bytes: an array of so many numbers one by one takes seconds.
  const { reach: there, worths, empty } = through(value) as typeof value;
  expect(Buffer.from(there.buffer).equals(Buffer.from(reach.buffer))).toBe(true);
  expect(Buffer.from(worths[0]!.buffer).equals(Buffer.from(reach.buffer, 20))).toBe(true);
  expect([empty, worths[1]]).toEqual([value.empty, value.worths[1]]);
});

const bytesOf = (part: Part): number => (part.case === 'head' ? part.value.chunk : part.value).length;

test('what is changed after it was posted is sent as it was, unless it was handed over', () => {
  const kept = Float32Array.of(1, 2);
  const given = Float32Array.of(3, 4);
  const { arrays: packed } = pack([kept, given], [given.buffer]);
  expect(packed[0]!.bytes.buffer).not.toBe(kept.buffer);
  expect(packed[1]!.bytes.buffer).toBe(given.buffer);
});

test('what is left undefined is left out, and what is no plain data is not sent', () => {
  expect(through({ a: 1, b: undefined })).toEqual({ a: 1 });
  for (const value of [new Map(), 1n, () => 1, { $: 1 }, Symbol('s'), new BigInt64Array(1), [undefined]]) {
    expect(() => pack(value)).toThrow(TypeError);
  }
});

describe('bytes of strangers', () => {
  const text = (json: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(json);
  const one = { element: Element.F32, bytes: new Uint8Array(8) };

  test.each([
    ['no JSON', '{', []],
    ['an array that is not there', '{"$":0}', []],
    ['an array twice', '[{"$":0},{"$":0}]', [one]],
    ['an array that nothing uses', '1', [one]],
    ['an array by no number', '{"$":"constructor"}', []],
    ['an array by a part of a number', '{"$":0.5}', [one]],
    ['a mark beside something', '{"$":0,"a":1}', [one]],
    ['a prototype', '{"a":{"__proto__":{"kind":"solve"}}}', []],
    ['nesting', `${'['.repeat(30)}${']'.repeat(30)}`, []],
    ['nesting without an end', '['.repeat(1_000_000), []],
    ['nesting beyond any stack', `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`, []],
    ['a part of an element', '{"$":0}', [{ element: Element.F64, bytes: new Uint8Array(7) }]],
    ['no kind of element', '{"$":0}', [{ element: 99 as Element, bytes: new Uint8Array(8) }]],
  ])('%s', (_, json, given) => {
    expect(() => unpack(text(json), given)).toThrow(BadMessage);
  });

  const head = (bytes: number, sections: number[], chunk = ''): Part => ({
    case: 'head',
    value: create(MessageHeadSchema, {
      bytes,
      sections: sections.map((length) => ({ element: Element.U8, bytes: length })),
      chunk: text(chunk),
    }),
  });
  const chunk = (length: number): Part => ({ case: 'chunk', value: new Uint8Array(length) });

  test.each<[string, Part[]]>([
    ['a chunk before any head', [chunk(1)]],
    ['a head in the middle', [head(5, []), head(5, [])]],
    ['no text', [head(0, [])]],
    ['more than was said', [head(2, [], '123')]],
    ['an empty chunk', [head(2, []), chunk(0)]],
    ['a long chunk', [head(2, [3_000_000]), chunk(CHUNK_BYTES + 1)]],
    ['too many arrays', [head(2, Array(65_537).fill(0))]],
  ])('%s', (_, parts) => {
    const reader = new MessageReader(MOST);
    expect(() => parts.map((part) => reader.take(part))).toThrow(BadMessage);
  });

  test('a head that says more than may come is refused before any of it does', () => {
    for (const sections of [[MOST], Array(64).fill(2 ** 32 - 1)]) {
      expect(() => new MessageReader(MOST).take(head(2, sections))).toThrow(TooLarge);
    }
    expect(() => new MessageReader(2 ** 33).take(head(2 ** 31, []))).toThrow(TooLarge);
  });

  test('anything at all is a message or an error of these two', () => {
    const parts = fc.array(
      fc.oneof(
        fc.uint8Array({ maxLength: 40 }).map((value): Part => ({ case: 'chunk', value })),
        fc
          .tuple(fc.nat(20), fc.array(fc.nat(20), { maxLength: 3 }), fc.string({ maxLength: 20 }))
          .map((of) => head(...of)),
        message.map((value) => [...partsOf(pack(value))][0]!),
      ),
    );
    fc.assert(
      fc.property(parts, (given) => {
        const reader = new MessageReader(MOST);
        try {
          for (const part of given) reader.take(part);
        } catch (error) {
          expect(error instanceof BadMessage || error instanceof TooLarge).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
