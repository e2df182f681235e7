// A checkpoint read back is what was written; anything else is none.

import { describe, expect, test } from 'vitest';
import { testRandom } from '../../test/kernel.ts';
import { gathered, sourceOfBytes } from '../byte-source.ts';
import { type CheckpointHeader, formatCheckpoint, openCheckpoint } from './checkpoint.ts';
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
const tablesOf = (bytes: number): Uint8Array => Uint8Array.from({ length: bytes }, () => Math.floor(random() * 256));

interface Tables {
  readonly branch: number;
  readonly tables: Uint8Array;
}
const TABLES: readonly Tables[] = [
  [-1, 40],
  [0, 33],
  [0, 0],
  [1, 7],
  [12, 64],
].map(([branch, bytes]) => ({ branch: branch!, tables: tablesOf(bytes!) }));

const formatted = (header: typeof HEADER, tables: readonly Tables[]): Promise<Uint8Array<ArrayBuffer>> =>
  gathered(
    formatCheckpoint(
      header,
      tables.map(({ branch, tables: own }) => ({ branch, read: async () => own })),
    ),
  );
const opened = (bytes: Uint8Array) => openCheckpoint(sourceOfBytes(bytes));
/** All that stands in it. */
async function readAll(bytes: Uint8Array): Promise<Tables[]> {
  const { sections } = (await opened(bytes))!;
  return Promise.all(sections.map(async ({ branch, read }) => ({ branch, tables: (await read())! })));
}

test('what is written is read back', async () => {
  const bytes = await formatted(HEADER, TABLES);
  const { header } = (await opened(bytes))!;
  expect(header).toEqual({ version: 1, ...HEADER, branches: [-1, 0, 0, 1, 12] });
  expect(await readAll(bytes)).toEqual(TABLES);
});

test('it does not tell in which order shards gave their sections', async () => {
  const [start, first, second, third, last] = TABLES as [Tables, Tables, Tables, Tables, Tables];
  const mixed = await formatted(HEADER, [third, start, first, last, second]);
  expect(mixed).toEqual(await formatted(HEADER, TABLES));
});

describe.each([
  ['an array', (size: number) => new Uint8Array(size)],
  ['a Node Buffer, whose slice does not copy', (size: number) => Buffer.alloc(size)],
] as const)('wherever it lies in %s', (_, larger) => {
  const placed = async (offset: number, length?: number) => {
    const bytes = await formatted(HEADER, TABLES);
    const whole = larger(bytes.length + 9);
    whole.set(bytes, offset);
    return { whole, part: whole.subarray(offset, offset + (length ?? bytes.length)) };
  };

  test.each([0, 1, 2, 3, 4])('it is read, into tables of its own (offset %d)', async (offset) => {
    const { whole, part } = await placed(offset);
    const read = await readAll(part);
    expect(read).toEqual(TABLES);
    whole.fill(0);
    expect(read).toEqual(TABLES);
    for (const { tables } of read) expect(tables.buffer.byteLength).toBe(tables.length);
  });

  test('what ends too soon is none, and nothing is thrown', async () => {
    const { length } = await formatted(HEADER, TABLES);
    for (const offset of [1, 2, 3]) {
      for (let end = 0; end < length; end++) expect(await opened((await placed(offset, end)).part)).toBeNull();
    }
  });
});

test('a section that is no longer what it was is told', async () => {
  const bytes = await formatted(HEADER, TABLES);
  const { sections } = (await opened(bytes))!;
  bytes[bytes.length - 1]! ^= 1;
  expect(await sections.at(-1)!.read()).toBeNull();
  expect(await sections[0]!.read()).toEqual(TABLES[0]!.tables);
});

test('what claims to be larger than its bytes is none, and is not read', async () => {
  const bytes = await formatted(HEADER, TABLES);
  for (const at of [4, 5, 6, 7]) {
    const asked: number[] = [];
    const claimed = bytes.slice();
    claimed[at] = 255;
    const source = sourceOfBytes(claimed);
    const watched = {
      // A file of many gigabytes.
      size: 1e11,
      read: (offset: number, length: number) => {
        asked.push(length);
        return source.read(offset, length);
      },
    };
    expect(await openCheckpoint(watched)).toBeNull();
    expect(Math.max(...asked)).toBeLessThan(1e7);
  }
});

test('a checksum is that of the bytes, wherever they lie', () => {
  for (const length of [0, 1, 3, 4, 9, 64, 67]) {
    const tables = tablesOf(length);
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
  test('is what ends too soon, at whatever byte, or goes on too long', async () => {
    const bytes = await formatted(HEADER, TABLES);
    for (let length = 0; length < bytes.length; length++) expect(await opened(bytes.slice(0, length))).toBeNull();
    expect(await opened(Uint8Array.from([...bytes, 0]))).toBeNull();
  });

  test('is what has one bit turned, at whatever byte', async () => {
    const bytes = await formatted(HEADER, TABLES);
    for (let at = 0; at < bytes.length; at++) {
      const damaged = bytes.slice();
      damaged[at]! ^= 1 << (at % 8);
      expect(await opened(damaged)).toBeNull();
    }
  });

  test('is noise, with or without the magic word', async () => {
    const bytes = await formatted(HEADER, TABLES);
    for (let run = 0; run < 200; run++) {
      const noise = Uint8Array.from({ length: Math.floor(random() * 200) }, () => Math.floor(random() * 256));
      expect(await opened(noise)).toBeNull();
      noise.set(bytes.subarray(0, Math.min(noise.length, 8)));
      expect(await opened(noise)).toBeNull();
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
  ])('is one whose header says %o', async (wrong) => {
    const header = { ...HEADER, ...wrong } as unknown as typeof HEADER;
    expect(await opened(await formatted(header, TABLES))).toBeNull();
  });
});
