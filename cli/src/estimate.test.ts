import { describe, expect, test } from 'vitest';
import { parseBytes, parsePercent, parseTime } from './option-sizes.ts';
import { waysToFit } from './solve/memory.ts';
import { exampleSpot } from './testing/folder.ts';
import { ploscope } from './testing/ploscope.ts';

const TURN = exampleSpot('turn');
const estimateJson = async (...args: string[]) => {
  const { code, out, err } = await ploscope(['estimate', TURN, '--method', 'exact', '--json', ...args]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
};

test('JSON has the published form', async () => {
  const estimate = await estimateJson('--threads', '1');
  expect(estimate).toEqual({
    preset: null,
    method: 'exact',
    buckets: null,
    nodes: expect.any(Number),
    runOuts: 48,
    allRunOuts: 48,
    combosOop: 918,
    combosIp: 1113,
    bytes: { f32: expect.any(Number), i16: expect.any(Number) },
    maxBytes: 2 * 1024 ** 3,
    storage: 'f32',
    threads: 1,
    iterationMs: expect.any(Number),
    fit: [],
    tenMinutes: null,
  });
  expect(estimate.bytes.i16).toBeLessThan(estimate.bytes.f32);
});

test('16 bits are taken when only they fit, and nothing when nothing fits, which is told with what would', async () => {
  const { bytes } = await estimateJson();
  const between = `${Math.floor((bytes.f32 + bytes.i16) / 2 / 1024)}k`;
  expect((await estimateJson('--max-memory', between)).storage).toBe('i16');
  expect(await estimateJson('--max-memory', between, '--storage', '32')).toMatchObject({
    buckets: null,
    storage: null,
    fit: [expect.stringContaining('--storage 16'), expect.stringContaining('--max-memory'), expect.any(String)],
  });
  const { code, out } = await ploscope(['estimate', TURN, '--method', 'exact', '--max-memory', '4m']);
  expect(code).toBe(0);
  expect(out).toMatch(/\n {2}Storage +none fits 4 MB\n/);
  const enough = /--max-memory (\w+), at 16 bits/.exec(out)?.[1] ?? '';
  expect((await estimateJson('--max-memory', enough)).storage).toBe('i16');
});

test('people get nodes, run-outs, combos, memory, storage and time', async () => {
  const { out } = await ploscope(['estimate', TURN]);
  expect(out).toMatch(
    /^PLO4 · board Ks9d4c2h · pot 60 · stacks 240\n\n {2}Method +every combo by itself\n {2}Nodes +\d+ over 48 run-outs\n {2}Combos +OOP 918, IP 1,113\n/,
  );
  expect(out).toMatch(/\n {2}Storage +32 bits, which fits 2\.0 GB\n {2}Iteration +about [\d.]+ m?s on \d threads?\n$/);
});

test('wrong input is exit code 2', async () => {
  for (const args of [[], ['missing.json'], [TURN, '--storage', '8'], [TURN, '--out', 'x']]) {
    const { code, out, err } = await ploscope(['estimate', ...args]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^error: .*\n {2}\S/);
  }
});

describe('values with units', () => {
  test('are read', () => {
    expect([parseTime('60s'), parseTime('1.5m'), parseTime('1h'), parseTime('250ms')]).toEqual([
      60_000, 90_000, 3_600_000, 250,
    ]);
    expect([parseBytes('512m'), parseBytes('2g'), parseBytes('1.5GB'), parseBytes('64k')]).toEqual([
      512 * 1024 ** 2,
      2 * 1024 ** 3,
      1.5 * 1024 ** 3,
      65_536,
    ]);
    expect([parsePercent('0.1%'), parsePercent('.5 %'), parsePercent('0%')]).toEqual([0.001, 0.005, 0]);
  });

  test('are refused where the unit is missing or the value is none', () => {
    for (const text of ['60', '', '0s', '-1s', '1d', '1e3s']) expect(parseTime(text), text).toBeNull();
    for (const text of ['2', '', '0g', '2x', '-1g', 'g', '999999999t']) expect(parseBytes(text), text).toBeNull();
    for (const text of ['0.1', '', '-1%', '101%', '%', '1e-3%']) expect(parsePercent(text), text).toBeNull();
  });
});

test('what would make a solve fit is enough', () => {
  const bytes = { f32: 3.21 * 1024 ** 3, i16: 1.7 * 1024 ** 3 };
  const estimate = {
    bytes,
    nodes: 1,
    runOuts: 1,
    allRunOuts: 1,
    combos: [1, 1],
    buckets: null,
    storage: null,
    shards: 1,
    iterationMs: 1,
  } as const;
  const memoryOf = (way = ''): number => parseBytes(/--max-memory (\S+),/.exec(way)?.[1] ?? '') ?? 0;
  expect(memoryOf(waysToFit(estimate, 'auto', 1024 ** 3)[0])).toBeGreaterThanOrEqual(bytes.i16);
  const [narrow, memory] = waysToFit(estimate, 'f32', 2 * 1024 ** 3);
  expect(narrow).toBe('with --storage 16, in 1.7 GB');
  expect(memoryOf(memory)).toBeGreaterThanOrEqual(bytes.f32);
  expect(memoryOf(memory)).toBeLessThan(bytes.f32 * 1.05);
});
