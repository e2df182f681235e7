import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ploscope, shell, startPloscope } from './testing/ploscope.ts';

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
    { error: { code: 'malformed-json', message: 'The line is not JSON.', at: null, line: 2 } },
    { error: { code: 'bad-rank', field: 'hands[1]', at: 4 } },
    { error: { code: 'unknown-field', field: 'extra' } },
    { game: 'plo5', exact: true },
    { exact: false },
    { error: { code: 'body-too-large' } },
    { error: { code: 'spot' } },
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
  for (const [file, reason] of [
    ['/nowhere/spots.jsonl', 'no such file or directory'],
    [tmpdir(), 'illegal operation on a directory'],
  ] as const) {
    const { code, out, err } = await ploscope(['equity', '--batch', file]);
    expect({ code, out, err }).toEqual({ code: 1, out: '', err: `error: ${file} cannot be read: ${reason}.\n` });
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

test('each answer comes before the next question is asked', async () => {
  const { child, ended, out } = startPloscope(['equity', '--batch', '-']);
  for (let asked = 1; asked <= 3; asked++) {
    child.stdin.write(`${asked === 2 ? 'not json' : GOOD}\n`);
    await expect.poll(() => out().split('\n').length - 1, { timeout: 20_000 }).toBe(asked);
  }
  child.stdin.end();
  const { code, out: all } = await ended;
  expect(code).toBe(0);
  expect(parse(all)).toMatchObject([{ trials: 1086008 }, { error: { line: 2 } }, { trials: 1086008 }]);
});

test('an error tells the line of the file it stands for, blank lines counted', async () => {
  const { out } = await ploscope(['equity', '--batch', '-'], `${GOOD}\n\n\n{}}\n`);
  expect(parse(out)).toMatchObject([{ exact: true }, { error: { code: 'malformed-json', line: 4 } }]);
});

test('a byte order mark before a batch is no part of its first line', async () => {
  const { out } = await ploscope(['equity', '--batch', '-'], `\uFEFF${GOOD}\n\uFEFF${GOOD}\n`);
  expect(parse(out)).toMatchObject([{ trials: 1086008 }, { error: { code: 'malformed-json' } }]);
});

test('a time is written to a hundredth of a millisecond', async () => {
  const { out } = await ploscope(['equity', '--batch', '-'], GOOD);
  expect(out).toMatch(/"elapsedMs":\d+(\.\d{1,2})?[,}]/);
});

test('output that cannot be written is one sentence and exit code 1', async () => {
  for (const words of ['equity AsAhKsKh 9d8d7c6c', 'range AA --list 100000', 'help', 'equity --batch -']) {
    const { code, err } = await shell(`echo '${GOOD}' | "$0" "$1" ${words} > /dev/full`);
    expect({ code, err }).toEqual({
      code: 1,
      err: 'error: The answer cannot be written: no space left on device.\n',
    });
  }
});

test('a reader that goes away is no failure', async () => {
  const { child, ended } = startPloscope(['equity', '--batch', '-']);
  child.stdout.once('data', () => child.stdout.destroy());
  for (let i = 0; i < 2000; i++) child.stdin.write('{}\n');
  child.stdin.end();
  const { code, err } = await ended;
  expect({ code, err }).toEqual({ code: 0, err: '' });
});
