import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ploscope, startPloscope } from './testing/ploscope.ts';

const GOOD = '{"hands":["AsAhKsKh","9d8d7c6c"]}';
const parse = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

test('a line in, a line out, in order; bad lines get an error in their place and the batch goes on', async () => {
  const lines = [
    GOOD,
    'not json',
    '{"hands":["AsAhKsKh","9d8d1c6c"]}',
    '{"hands":["AsAhKsKh","9d8d7c6c"],"extra":1}',
    '{"game":"plo5","hands":["AsAhKsKhQd","9d8d7c6c5c"],"board":"7h7s2d","board2":"AdKcQs","dead":"2c2h"}',
    '{"hands":["AA","KK"],"trials":1000}',
    `{"hands":["${'A'.repeat(70_000)}"]}`,
    '[]',
    '{"game":"holdem","hands":["AsAh","KsKd"],"board":"2c3d4h9s9c"}',
  ];
  const { code, out, err } = await ploscope(['equity', '--batch', '-', '--json'], `${lines.join('\n')}\n`);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const answers = parse(out);
  expect(answers).toMatchObject([
    { exact: true, trials: 1086008 },
    { error: { code: 'malformed-json', at: null } },
    { error: { code: 'unexpected', field: 'hands[1]', at: 4 } },
    { error: { code: 'request', field: 'extra' } },
    { game: 'plo5', exact: true },
    { exact: false },
    { error: { code: 'body-too-large' } },
    { error: { code: 'request' } },
    { game: 'holdem', players: [{ equity: 1 }, { equity: 0 }] },
  ]);
  expect(answers).toHaveLength(lines.length);
});

test('a file is read as standard input is; blank lines and a missing last line end are no matter', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ploscope-batch-'));
  const file = join(folder, 'spots.jsonl');
  writeFileSync(file, `${GOOD}\r\n\n${GOOD}`);
  const { code, out } = await ploscope(['equity', '--batch', file]);
  rmSync(folder, { recursive: true });
  expect(code).toBe(0);
  expect(parse(out).map(({ trials }) => trials)).toEqual([1086008, 1086008]);
});

test('options hold for lines that do not say otherwise', async () => {
  const input = '{"hands":["AsAhKsKh","9d8d7c6c"]}\n{"hands":["AsAhKsKh","9d8d7c6c"],"board":"Kd9h4c2s3s"}';
  const { out } = await ploscope(['equity', '--batch', '-', '--board', 'Kd9h4c'], input);
  expect(parse(out).map(({ trials }) => trials)).toEqual([820, 1]);
});

test('an empty batch is an empty answer, a missing file a failure', async () => {
  expect(await ploscope(['equity', '--batch', '-'])).toEqual({ code: 0, out: '', err: '' });
  for (const file of ['/nowhere/spots.jsonl', tmpdir()]) {
    const { code, out, err } = await ploscope(['equity', '--batch', file]);
    expect({ code, out, err }).toEqual({ code: 1, out: '', err: `error: ${file} cannot be read.\n` });
  }
});

test('answers come while the batch is still being written', async () => {
  const { child, ended, out } = startPloscope(['equity', '--batch', '-']);
  for (let i = 0; i < 4; i++) child.stdin.write(`${GOOD}\n`);
  for (let i = 0; i < 200 && !out().includes('\n'); i++) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(out()).toContain('1086008');
  child.stdin.end();
  expect(parse((await ended).out)).toHaveLength(4);
});

test('a reader that goes away is no failure', async () => {
  const { child, ended } = startPloscope(['equity', '--batch', '-']);
  child.stdout.once('data', () => child.stdout.destroy());
  for (let i = 0; i < 2000; i++) child.stdin.write('{}\n');
  child.stdin.end();
  const { code, err } = await ended;
  expect({ code, err }).toEqual({ code: 0, err: '' });
});
