// A checkpoint read back is what was written; anything else is none.

import { describe, expect, test } from 'vitest';
import { testRandom } from '../../test/kernel.ts';
import { type CheckpointHeader, formatCheckpoint, parseCheckpoint, type Section } from './checkpoint.ts';
import { checksum } from './fingerprint.ts';

const HEADER: Omit<CheckpointHeader, 'version' | 'branches'> = {
  job: '0123456789abcdef',
  storage: 'f32',
  iterations: 17,
  elapsedMs: 1234,
  exploitability: 0.0125,
  measuredAt: 16,
};

const random = testRandom(1);
const section = (branch: number, bytes: number): Section => ({
  branch,
  tables: Uint8Array.from({ length: bytes }, () => Math.floor(random() * 256)),
});
const SECTIONS = [section(-1, 40), section(0, 33), section(0, 0), section(1, 7), section(12, 64)];

test('what is written is read back', () => {
  const checkpoint = parseCheckpoint(formatCheckpoint(HEADER, SECTIONS))!;
  expect(checkpoint.header).toEqual({ version: 1, ...HEADER, branches: [-1, 0, 0, 1, 12] });
  expect(checkpoint.sections).toEqual(SECTIONS);
});

test('it does not tell in which order shards gave their sections', () => {
  const [start, first, second, third, last] = SECTIONS as [Section, Section, Section, Section, Section];
  const mixed = formatCheckpoint(HEADER, [third, start, first, last, second]);
  expect(mixed).toEqual(formatCheckpoint(HEADER, SECTIONS));
});

describe.each([
  ['an array', (size: number) => new Uint8Array(size)],
  ['a Node Buffer, whose slice does not copy', (size: number) => Buffer.alloc(size)],
] as const)('wherever it lies in %s', (_, larger) => {
  const bytes = formatCheckpoint(HEADER, SECTIONS);
  const placed = (offset: number, length: number) => {
    const whole = larger(bytes.length + 9);
    whole.set(bytes, offset);
    return { whole, part: whole.subarray(offset, offset + length) };
  };

  test.each([0, 1, 2, 3, 4])('it is read, into tables of its own (offset %d)', (offset) => {
    const { whole, part } = placed(offset, bytes.length);
    const { sections } = parseCheckpoint(part)!;
    expect(sections.map(({ tables }) => [...tables])).toEqual(SECTIONS.map(({ tables }) => [...tables]));
    whole.fill(0);
    expect(sections.map(({ tables }) => [...tables])).toEqual(SECTIONS.map(({ tables }) => [...tables]));
    for (const { tables } of sections) expect(tables.buffer.byteLength).toBe(tables.length);
  });

  test('what ends too soon is none, and nothing is thrown', () => {
    for (const offset of [1, 2, 3]) {
      for (let length = 0; length < bytes.length; length++) {
        expect(parseCheckpoint(placed(offset, length).part)).toBeNull();
      }
    }
  });
});

test('a checksum is that of the bytes, wherever they lie', () => {
  for (const length of [0, 1, 3, 4, 9, 64, 67]) {
    const { tables } = section(0, length);
    const sums = [0, 1, 2, 3, 4, 5].flatMap((offset) =>
      [new Uint8Array(80), Buffer.alloc(80)].map((larger) => {
        larger.set(tables, offset);
        return checksum(larger.subarray(offset, offset + length));
      }),
    );
    expect(new Set(sums)).toEqual(new Set([checksum(tables)]));
  }
});

describe('no checkpoint', () => {
  const bytes = formatCheckpoint(HEADER, SECTIONS);

  test('is what ends too soon, at whatever byte, or goes on too long', () => {
    for (let length = 0; length < bytes.length; length++) expect(parseCheckpoint(bytes.slice(0, length))).toBeNull();
    expect(parseCheckpoint(Uint8Array.from([...bytes, 0]))).toBeNull();
  });

  test('is what has one bit turned, at whatever byte', () => {
    for (let at = 0; at < bytes.length; at++) {
      const damaged = bytes.slice();
      damaged[at]! ^= 1 << (at % 8);
      expect(parseCheckpoint(damaged)).toBeNull();
    }
  });

  test('is noise, with or without the magic word', () => {
    for (let run = 0; run < 200; run++) {
      const noise = Uint8Array.from({ length: Math.floor(random() * 200) }, () => Math.floor(random() * 256));
      expect(parseCheckpoint(noise)).toBeNull();
      noise.set(bytes.subarray(0, Math.min(noise.length, 8)));
      expect(parseCheckpoint(noise)).toBeNull();
    }
  });

  test.each([
    { storage: 'f64' },
    { iterations: -1 },
    { iterations: 1.5 },
    { elapsedMs: -2 },
    { exploitability: 'small' },
    { measuredAt: null },
    { job: 7 },
    { version: 2 },
  ])('is one whose header says %o', (wrong) => {
    const header = { ...HEADER, ...wrong } as unknown as typeof HEADER;
    expect(parseCheckpoint(formatCheckpoint(header, SECTIONS))).toBeNull();
  });
});
