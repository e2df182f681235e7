import { expect, test } from 'vitest';
import { ploscope } from './testing/ploscope.ts';

test('combos and share of a range', async () => {
  expect(await ploscope(['range', 'AA'])).toEqual({
    code: 0,
    err: '',
    out: 'Combos  6,961\nShare   2.57% of 270,725\n',
  });
});

test('each figure alone, and the first hands', async () => {
  expect((await ploscope(['range', 'AA', '--count'])).out).toBe('Combos  6,961\n');
  expect((await ploscope(['range', 'AA', '--share'])).out).toBe('Share   2.57% of 270,725\n');
  const { out } = await ploscope(['range', 'AA:KK', '--list', '2']);
  expect(out).toBe('AsAhKsKh\nAsAhKsKd\n');
  const all = await ploscope(['range', 'KK+:$ds, 9876+', '--count', '--list', '20', '--share']);
  expect(all.out).toMatch(/^Combos {2}3,258\nShare {3}1\.20% of 270,725\nHands \(20 of 3,258\)\n(\w{8}\n){20}$/);
});

test('JSON has hands only with --list', async () => {
  const { out } = await ploscope(['range', 'AA:KK', '--json']);
  expect(JSON.parse(out)).toEqual({ game: 'plo4', combos: 36, share: 36 / 270725 });
  const listed = await ploscope(['range', 'AA:KK', '--json', '--list', '50']);
  expect(JSON.parse(listed.out).hands).toHaveLength(36);
});

test('known cards leave the range, and every game counts', async () => {
  const { out } = await ploscope(['range', 'AA', '--dead', 'AsAhAd', '--json']);
  expect(JSON.parse(out).combos).toBe(0);
  const board = await ploscope(['range', '*', '--board', 'Ks9d4c']);
  expect(board.out).toContain('211,876');
  for (const [game, combos] of [
    ['plo5', 2_598_960],
    ['plo6', 20_358_520],
    ['holdem', 1326],
  ] as const) {
    expect(JSON.parse((await ploscope(['range', '*', '--game', game, '--json'])).out).combos).toBe(combos);
  }
});

test('a mistake is shown under its character', async () => {
  const { code, err } = await ploscope(['range', 'KK+:$ds, 98(6+']);
  expect(code).toBe(2);
  const [, text, caret] = err.split('\n');
  expect(text).toBe('  KK+:$ds, 98(6+');
  expect(caret).toBe('             ^');
});

test('a mistake in known cards is named', async () => {
  const { code, err } = await ploscope(['range', 'AA', '--dead', 'Ax']);
  expect(code).toBe(2);
  expect(err).toContain('error: dead cards: ');
});

test('a long list is whole, whatever is made at a time', async () => {
  const { out } = await ploscope(['range', '*', '--list', '120000', '--json']);
  const { hands } = JSON.parse(out);
  expect(hands).toHaveLength(120_000);
  expect(new Set(hands).size).toBe(120_000);
  const text = await ploscope(['range', '*', '--list', '120000']);
  expect(text.out).toBe(`${hands.join('\n')}\n`);
});
