import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { ploscope, startPloscope } from './testing/ploscope.ts';

/** Takes the measured time out, so that an output can be compared. */
const timeless = (text: string): string => text.replace(/in [\d.]+ m?s\./g, 'in T.');

test('two hands: the exact equity as plain text, with nothing on standard error', async () => {
  const { code, out, err } = await ploscope(['equity', 'AsAhKsKh', '9d8d7c6c']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(timeless(out)).toBe(
    [
      'PLO4',
      '',
      '  #  Player    Combos  Equity     Win    Tie',
      '  1  AsAhKsKh       1  60.05%  60.05%  0.00%',
      '  2  9d8d7c6c       1  39.95%  39.95%  0.00%',
      '',
      'Exact over 1,086,008 run-outs in T.',
      '',
    ].join('\n'),
  );
});

test('two boards: equity on each, and the shares of the pot', async () => {
  const args = 'equity AsAhKsKhQd 9d8d7c6c5c --game plo5 --board 7h7s2d --board2 AdKcQs --dead 2c2h'.split(' ');
  const { code, out } = await ploscope(args);
  expect(code).toBe(0);
  expect(timeless(out)).toBe(
    [
      'PLO5 · boards 7h7s2d and AdKcQs · dead 2c2h',
      '',
      '  #  Player      Combos  Equity     Win     Tie',
      '  1  AsAhKsKhQd       1  54.28%  13.93%  80.69%',
      '  2  9d8d7c6c5c       1  45.72%   5.38%  80.69%',
      '',
      'Share of the pot',
      '  #  Board 1  Board 2   Scoop    3/4    Half    1/4    None',
      '  1   14.97%   93.58%  13.93%  0.00%  80.69%  0.00%   5.38%',
      '  2   85.03%    6.42%   5.38%  0.00%  80.69%  0.00%  13.93%',
      '',
      'Exact over 278,256 pairs of run-outs in T.',
      '',
    ].join('\n'),
  );
});

test('JSON has the published form, counts included', async () => {
  const { code, out } = await ploscope(['equity', 'AsAhKsKh', '9d8d7c6c', '--json']);
  expect(code).toBe(0);
  expect(out.trim().split('\n')).toHaveLength(1);
  expect(JSON.parse(out)).toMatchObject({
    game: 'plo4',
    exact: true,
    trials: 1086008,
    standardError: null,
    elapsedMs: expect.any(Number),
    players: [
      {
        input: 'AsAhKsKh',
        combos: 1,
        equity: 652186 / 1086008,
        win: 652186 / 1086008,
        tie: 0,
        wins: 652186,
        ties: 0,
        boards: [{ equity: 652186 / 1086008, win: 652186 / 1086008, tie: 0 }],
        joint: null,
      },
      { input: '9d8d7c6c', wins: 433822 },
    ],
  });
});

test('ranges are sampled to the precision asked for, and say so', async () => {
  const { code, out } = await ploscope(['equity', 'AA', '*', '*', '--precision', '0.5%', '--json']);
  expect(code).toBe(0);
  const answer = JSON.parse(out);
  expect(answer.exact).toBe(false);
  expect(answer.standardError).toBeLessThanOrEqual(0.005);
  const text = await ploscope(['equity', 'AA', '*', '*', '--precision', '0.5%']);
  expect(text.out).toMatch(/Sampled: [\d,]+ deals, standard error 0\.\d+%, in /);
  expect(text.out).toMatch(/AA\s+6,961\s+\d\d\.\d\d% ±0\.\d\d/);
});

test('a seed repeats the answer', async () => {
  const args = ['equity', 'AA', '*', '*', '--trials', '20k', '--json', '--seed'];
  const [one, two, other] = await Promise.all(['5', '5', '6'].map((seed) => ploscope([...args, seed])));
  const players = (ended = one): unknown => JSON.parse(ended?.out ?? '').players;
  expect(players(two)).toEqual(players(one));
  expect(players(other)).not.toEqual(players(one));
});

test('--exact enumerates what would be sampled', async () => {
  const { out } = await ploscope(['equity', 'AA$ds', 'KK$ss', '--board', 'Ts9d4c', '--exact', '--json']);
  expect(JSON.parse(out)).toMatchObject({ exact: true, standardError: null });
});

describe('wrong input is exit code 2, with a caret under the wrong character', () => {
  test.each([
    [
      ['AsAhKsKh', '9d8d1c6c'],
      ['error: player 2: ', '  9d8d1c6c', '      ^'],
    ],
    [
      ['AsAhKsKh', 'KK,(QQ'],
      ['error: player 2: ', '  KK,(QQ', '     ^'],
    ],
    [
      ['AsAhKsKh', '9d8d7c6c', '--board', 'Ks9d'],
      ['error: board: ', '  Ks9d', '  ^'],
    ],
    [
      ['AsAhKsKh', '9d8d7c6c', '--board', 'KdTc2x'],
      ['error: board: ', '  KdTc2x', '       ^'],
    ],
    [
      ['AsAhKsKh', 'AsQdJdTd'],
      ['error: player 2: As is in hand 1', '  AsQdJdTd', '  ^'],
    ],
    [
      ['AsAhKsKh', '9d8d7c6c', '--dead', 'AsZ'],
      ['error: dead cards: ', '  AsZ', '    ^'],
    ],
  ])('%j', async (args, lines) => {
    const { code, out, err } = await ploscope(['equity', ...args]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    const told = err.split('\n');
    expect(told[0]?.startsWith(lines[0] ?? '')).toBe(true);
    expect(told.slice(1, 3)).toEqual(lines.slice(1));
  });

  test.each([
    [['equity', 'AsAhKsKh'], 'at least two'],
    [['equity', 'AA', 'KK', '--bord', 'Ks9d4c'], 'Did you mean --board?'],
    [['equity', 'AA', 'KK', '--game', 'plo7'], '--game must be plo4, plo5, plo6 or holdem'],
    [['equity', 'AA', 'KK', '--precision', 'high'], '--precision must be'],
    [['equity', 'AA', 'KK', '--precision', '0.05'], 'with its percent sign'],
    [['equity', 'AA', 'KK', '--exact', '--precision', '0.05%'], 'opposite'],
    [['equity', 'AA', 'KK', '--trials', '-5'], '--trials must be'],
    [['equity', 'AA', 'KK', '--seed'], '--seed needs a value'],
    [['equity', 'AA', 'KK', '--json=yes'], '--json takes no value'],
    [['equity', 'AA', 'KK', '--exact', '--trials', '5'], 'opposite'],
    [['equity', 'AA', '--batch', '-'], 'give no hands'],
    [['eqity', 'AA'], 'Did you mean ploscope equity?'],
    [['range'], 'Give one range'],
    [['serve', 'now'], 'takes options only'],
    [['serve', '--port', '99999'], '--port must be'],
  ])('%j', async (args, told) => {
    const { code, out, err } = await ploscope(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(told);
  });
});

test('advice about a range that may not be meant goes to standard error, the answer to standard output', async () => {
  const { code, out, err } = await ploscope(['equity', 'AA:ds', 'KK', '--trials', '1000', '--json']);
  expect(code).toBe(0);
  expect(err).toContain('note: ');
  expect(err).toContain('$ds');
  expect(JSON.parse(out).players).toHaveLength(2);
});

test('a long calculation shows progress on standard error, and Ctrl-C ends it with what is known', async () => {
  const { child, ended, err } = startPloscope(['equity', 'AA', 'KK', '--precision', '0.000001%']);
  for (let i = 0; i < 200 && !err().includes('%'); i++) await sleep(50);
  expect(err()).toMatch(/^\d+% · [\d,]+ deals · \d\d\.\d\d% \d\d\.\d\d% ±0\.\d\d\n/);
  child.kill('SIGINT');
  const { code, out } = await ended;
  expect(code).toBe(130);
  expect(out).toMatch(
    /^PLO4\n\n {2}# {2}Player {2}Equity so far\n {2}1 {2}AA +\d\d\.\d\d%\n {2}2 {2}KK +\d\d\.\d\d%\n/,
  );
  expect(out).toMatch(/\nStopped at \d+%: [\d,]+ deals sampled, standard error 0\.\d+%, in \d+\.\d s\.\n$/);
});

test('an enumeration that is stopped says that its figures are partial, in run-outs', async () => {
  const { child, ended, err } = startPloscope(
    'equity AA 50% --game plo5 --board Ts9d4c --exact --threads 1 --json'.split(' '),
  );
  await expect.poll(err, { timeout: 20_000 }).toMatch(/^\d+% · [\d,]+ run-outs?/);
  child.kill('SIGINT');
  const { code, out } = await ended;
  expect(code).toBe(130);
  expect(JSON.parse(out)).toEqual({
    game: 'plo5',
    stopped: true,
    done: expect.any(Number),
    exact: false,
    trials: expect.any(Number),
    standardError: null,
    elapsedMs: expect.any(Number),
    players: [
      { input: 'AA', equity: expect.any(Number) },
      { input: '50%', equity: expect.any(Number) },
    ],
  });
});

describe('what an answer rests on', () => {
  test.each([
    ['AsAhKsKh 9d8d7c6c --board Ts9h4c2d3s', /^Exact over 1 run-out in /],
    ['AsAhKsKh 9d8d7c6c --board Ts9h4c2d3s --board2 Th9s4d2h3c', /^Exact over 1 pair of run-outs in /],
    ['AsAhKsKh 9d8d7c6c --board Ts9h4c --board2 Th9s4d', /^Exact over [\d,]+ pairs of run-outs in /],
    [
      'AA$ds KK$ss --board Ts9d4c --board2 7h7s2d',
      /^Exact over [\d,]+ run-outs in .*\n.*sampled, standard error 0\.\d{3}%\.$/,
    ],
    [
      'AA KK * --board Ts9d4c --board2 7h7s2d --trials 2k',
      /^Sampled: [\d,]+ deals, .*\nShares of the pot: standard error \d\.\d{3}%\.$/,
    ],
  ])('%s', async (words, told) => {
    const { out } = await ploscope(['equity', ...words.split(' ')]);
    expect(out.trimEnd().split('\n\n').at(-1)).toMatch(told);
  });
});

test('a long range is cut in the table, and whole in JSON', async () => {
  const long = 'AA,'.repeat(40).slice(0, -1);
  const args = ['equity', long, 'KK', '--board', 'Ts9d4c', '--trials', '1000'];
  const { out } = await ploscope(args);
  expect(out).toContain(`  1  ${long.slice(0, 59)}…  `);
  expect(JSON.parse((await ploscope([...args, '--json'])).out).players[0].input).toBe(long);
});

test('--dead adds up, any other option is given once', async () => {
  const spot = ['equity', 'AsAhKsKh', '9d8d7c6c', '--json'];
  const { out } = await ploscope([...spot, '--dead', '2c2h', '--dead', '2d']);
  expect(JSON.parse(out).trials).toBe(749_398);
  const { code, err } = await ploscope([...spot, '--board', 'Ts9h4c', '--board', 'Td9s4d']);
  expect(code).toBe(2);
  expect(err).toBe('error: --board is given twice.\n  Did you mean --board2 the second time?\n');
  expect((await ploscope([...spot, '--seed', '1', '--seed', '2'])).err).toContain('--seed is given twice');
});

describe('what a shell has eaten of a range is advised to be quoted', () => {
  test.each([['AA:'], ['AA,'], ['!AA'], ['']])('%j', async (rest) => {
    for (const args of [
      ['equity', rest, 'KK'],
      ['range', rest],
    ]) {
      const { code, err } = await ploscope(args);
      expect(code).toBe(2);
      expect(err).toContain('In a shell, put ranges in single quotes');
    }
  });
});
