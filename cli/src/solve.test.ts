import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { exampleDocument, exampleSpot, testFolder } from './testing/folder.ts';
import { ploscope, startPloscope } from './testing/ploscope.ts';

const RIVER = exampleSpot('river');
const folder = testFolder(afterAll);

/** A spot that takes hours to the target that no solve reaches. */
const ENDLESS = ['--target', '0%', '--time', '1h', '--threads', '1'];

const solveJson = async (args: readonly string[], input = '') => {
  const { code, out, err } = await ploscope(['solve', ...args, '--json'], input);
  // What takes long shows its progress.
  expect({ code, err: err.replace(/^(\d+ iterations?|Preparing|Measuring)\b.*\n/gm, '') }).toEqual({
    code: 0,
    err: '',
  });
  expect(out.trimEnd().split('\n')).toHaveLength(1);
  return JSON.parse(out);
};

test('JSON has the published form, and its figures hold together', async () => {
  const answer = await solveJson([RIVER, '--target', '0.2%']);
  expect(answer).toEqual({
    iterations: expect.any(Number),
    elapsedMs: expect.any(Number),
    memoryBytes: expect.any(Number),
    buckets: null,
    exploitability: { chips: expect.any(Number), pctPot: expect.any(Number) },
    evOop: expect.any(Number),
    evIp: expect.any(Number),
    equityOop: expect.any(Number),
    equityIp: expect.any(Number),
    root: { actions: ['x', 'b30', 'b60'], frequencies: expect.any(Array) },
  });
  const { exploitability, root } = answer;
  expect(exploitability.pctPot).toBeLessThan(0.25);
  expect(exploitability.pctPot).toBeCloseTo((exploitability.chips / 60) * 100, 6);
  expect(answer.evOop + answer.evIp).toBeCloseTo(60, 3);
  expect(answer.equityOop + answer.equityIp).toBeCloseTo(1, 6);
  expect(root.frequencies).toHaveLength(3);
  expect(root.frequencies.reduce((a: number, b: number) => a + b)).toBeCloseTo(1, 5);
});

test('people get the strategy at the start, EVs, exploitability, memory and time', async () => {
  const { code, out, err } = await ploscope(['solve', RIVER]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^PLO4 · board Ks9d4c2h7s · pot 60 · stacks 540\n\nOOP at the start\n {2}Action +Often +EV\n/);
  expect(out).toMatch(/\n {2}Check +\d+\.\d\d% +-?\d+\.\d\d\n {2}Bet 30 .*\n {2}Bet 60 .*\n/);
  expect(out).toMatch(/\n {2}OOP +2,764 +\d+\.\d\d +\d+\.\d\d%\n {2}IP +10,786 +\d+\.\d\d +\d+\.\d\d%\n/);
  // Without a stop it ends at 0.3 % of the pot.
  const share = /\nExploitability [\d.]+ chips, ([\d.]+)% of the pot, after \d+ iterations in [\d.]+ m?s\.\n/.exec(
    out,
  )?.[1];
  expect(Number(share)).toBeLessThan(0.31);
  expect(out).toMatch(/\nMemory \d+ MB, 32 bits a number\.\n$/);
});

test('a spot is read from standard input, and --iterations ends at that number', async () => {
  const answer = await solveJson(['-', '--iterations', '7', '--storage', '16'], readFileSync(RIVER, 'utf8'));
  expect(answer.iterations).toBe(7);
});

test('--time ends a solve that has no other end', async () => {
  const answer = await solveJson([RIVER, '--time', '300ms']);
  expect(answer.elapsedMs).toBeGreaterThan(290);
  expect(answer.elapsedMs).toBeLessThan(20_000);
});

test('any number of threads solves to the same value', async () => {
  const args = [exampleSpot('turn'), '--target', '0.3%', '--threads'];
  const [one, two] = [await solveJson([...args, '1']), await solveJson([...args, '2'])];
  // Each EV is as far from the true one as the strategies can be exploited, at most.
  const most = 2 * (one.exploitability.chips + two.exploitability.chips);
  expect(most).toBeLessThan(0.8);
  expect(Math.abs(two.evOop - one.evOop)).toBeLessThan(most);
});

test('--out appears whole, in place of the one before, with the figures that were told', async () => {
  const own = testPlace('out');
  writeFileSync(own.in('river.plos'), 'what was there before');
  const answer = await solveJson([RIVER, '--iterations', '20', '--out', own.in('river.plos')]);
  expect(readdirSync(own.path)).toEqual(['river.plos']);
  const { out } = await ploscope(['show', own.in('river.plos'), '--json']);
  expect(JSON.parse(out).frequencies).toEqual(answer.root.frequencies);
});

/** A folder within the tests' folder. */
function testPlace(name: string) {
  const path = folder.in(name);
  mkdirSync(path);
  return { path, in: (file: string) => `${path}/${file}` };
}

describe('Ctrl-C', () => {
  test('keeps what there is: the answer so far, the file, and the state, from which it goes on the same', async () => {
    const own = testPlace('interrupted');
    const files = ['--out', own.in('river.plos'), '--checkpoint', own.in('river.state')];
    const { child, ended, err } = startPloscope(['solve', RIVER, ...ENDLESS, ...files, '--json']);
    await expect
      .poll(err, { timeout: 30_000 })
      .toMatch(/^[\d,]+ iterations · [\d.e-]+% of the pot · [\d.]+ m?s · about /);
    child.kill('SIGINT');
    const { code, out } = await ended;
    expect(code).toBe(130);
    expect(err()).toContain(`The state is in ${own.in('river.state')}`);
    const stopped = JSON.parse(out);
    expect(stopped).toMatchObject({ stopped: true, exploitability: { pctPot: expect.any(Number) } });
    expect(readdirSync(own.path).sort()).toEqual(['river.plos', 'river.state']);
    const shown = JSON.parse((await ploscope(['show', own.in('river.plos'), '--json'])).out);
    expect(shown.frequencies).toEqual(stopped.root.frequencies);

    const iterations = ['--iterations', String(stopped.iterations + 40), '--threads', '1'];
    const resumed = await solveJson([RIVER, ...iterations, ...files]);
    const straight = await solveJson([RIVER, ...iterations]);
    expect(resumed.iterations).toBe(stopped.iterations + 40);
    expect({ ...resumed, elapsedMs: 0 }).toEqual({ ...straight, elapsedMs: 0 });
    // A finished solve leaves no state behind.
    expect(readdirSync(own.path)).toEqual(['river.plos']);
  });

  test('twice ends at once and leaves nothing half-written', async () => {
    const own = testPlace('twice');
    const { child, ended, err } = startPloscope(['solve', RIVER, ...ENDLESS, '--out', own.in('river.plos')]);
    await expect.poll(err, { timeout: 30_000 }).toContain('iterations');
    child.kill('SIGINT');
    child.kill('SIGTERM');
    expect((await ended).code).toBe(130);
    expect(readdirSync(own.path).filter((name) => name !== 'river.plos')).toEqual([]);
  });
});

describe('a checkpoint', () => {
  test('of another spot is refused, and left as it is', async () => {
    const own = testPlace('other-spot');
    const state = own.in('state');
    const { child, ended, err } = startPloscope(['solve', RIVER, ...ENDLESS, '--checkpoint', state]);
    await expect.poll(err, { timeout: 30_000 }).toContain('iterations');
    child.kill('SIGINT');
    expect((await ended).code).toBe(130);
    const { mtimeMs } = statSync(state);
    const other = JSON.stringify({ ...exampleDocument('river'), pot: 61 });
    const { code, out, err: told } = await ploscope(['solve', '-', '--checkpoint', state, '--out', own.in('o')], other);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(told).toBe(
      `error: ${state} is no checkpoint of this spot, or one of another version.\n  Solve the spot it was made of, or choose another file for this one.\n`,
    );
    expect(readdirSync(own.path)).toEqual(['state']);
    expect(statSync(state).mtimeMs).toBe(mtimeMs);
  });

  test('that is something else is refused', async () => {
    writeFileSync(folder.in('no-state'), 'hello');
    const { code, err } = await ploscope(['solve', RIVER, '--checkpoint', folder.in('no-state')]);
    expect(code).toBe(2);
    expect(err).toContain('is no checkpoint of this spot');
  });
});

describe('wrong input is exit code 2 with advice, and nothing is written', () => {
  const spot = (changes: object): string => JSON.stringify({ ...exampleDocument('river'), ...changes });
  const side = (changes: object): object => ({ ...(exampleDocument('river').oop as object), ...changes });

  test.each([
    ['invalid JSON', '{\n "pot": 60,\n}', ['Standard input is not JSON: line 3, column 1.', '  }', '  ^']],
    ['nothing', '', ['Standard input is not JSON: line 1, column 1.']],
    [
      'a newer document',
      spot({ ploscope: 'spot/2' }),
      ['ploscope: ', '  spot/2', '  ^', '  This program reads spot/1.'],
    ],
    ['a field there is not', spot({ stak: 5 }), ['stak: ', '  Did you mean “stack”?']],
    ['a range that cannot be read', spot({ oop: side({ range: 'AAQ?' }) }), ['oop.range: ', '  AAQ?', '     ^']],
    ['an empty range', spot({ oop: side({ range: 'KsKsKsKs' }) }), ['oop.range: ', '  KsKsKsKs']],
    ['a zero pot', spot({ pot: 0 }), ['pot: ']],
    ['a stack of zero', spot({ stack: 0 }), ['stack: ']],
    [
      'a size above the pot',
      spot({ oop: side({ bets: { river: ['50%', '150%'] } }) }),
      ['oop.bets.river[1]: ', '  150%'],
    ],
    [
      'a tree without bets',
      spot({ oop: side({ bets: {}, raises: {} }), ip: side({ bets: {}, raises: {} }) }),
      ['oop.bets: '],
    ],
    ['a spot for equities', '{"hands":["AA","KK"]}', ['This spot has hands', '  A spot to solve has oop and ip']],
  ])('%s', async (_, document, lines) => {
    const place = testPlace(`wrong-${Math.random()}`);
    const { code, out, err } = await ploscope(['solve', '-', '--out', place.in('spot.plos')], document);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    const told = err.split('\n');
    expect(told[0]?.startsWith(`error: ${lines[0]}`)).toBe(true);
    for (const line of lines.slice(1))
      expect(
        told.slice(1).some((one) => one.startsWith(line)),
        err,
      ).toBe(true);
    expect(told.length).toBeGreaterThan(1);
    expect(readdirSync(place.path)).toEqual([]);
  });

  test.each([
    [[], 'Give one file with a spot of JSON'],
    [['missing.json'], 'missing.json cannot be read: no such file or directory.'],
    [['/'], 'cannot be read'],
    [[RIVER, RIVER], 'Give one file'],
    [[RIVER, '--target', '0.1'], 'with its percent sign'],
    [[RIVER, '--target', '0%'], 'nothing ends the solve'],
    [[RIVER, '--iterations', '0'], '--iterations must be'],
    [[RIVER, '--time', '60'], '--time must be a time with its unit'],
    [[RIVER, '--max-memory', '2'], '--max-memory must be'],
    [[RIVER, '--storage', '64'], '--storage must be 16 or 32'],
    [[RIVER, '--trunk-only'], 'there is no --out'],
    [[RIVER, '--out', 'a', '--checkpoint', 'a'], 'the same file'],
    [[RIVER, '--out', 'a', '--checkpoint', './b/../a'], 'the same file'],
    [[RIVER, '--out', `${dirname(RIVER)}/../examples/${basename(RIVER)}`], 'the file of the spot'],
    [[RIVER, '--treads', '2'], 'Did you mean --threads?'],
  ])('%j', async (args, told) => {
    const { code, out, err } = await ploscope(['solve', ...args]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(told);
  });

  test.each([
    ['/nonexistent/river.plos', 'no such file or directory'],
    ['/dev/null', 'it is there and is no file'],
    ['/', 'it is there and is no file'],
  ])('a file that cannot be written is told before anything is solved: %s', async (file, reason) => {
    for (const option of ['--out', '--checkpoint']) {
      const { code, out, err } = await ploscope(['solve', RIVER, ...ENDLESS, option, file]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toBe(`error: ${file} cannot be written: ${reason}.\n  Choose another file or folder.\n`);
    }
  });

  test('too little memory is told with what it takes and what would make it fit', async () => {
    const { code, out, err } = await ploscope([
      ...['solve', exampleSpot('turn'), '--method', 'exact', '--max-memory', '8m'],
    ]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(
      /^error: This solve does not fit the memory it may take, 8 MB\.\n {2}Method +every combo by itself\n {2}Nodes +\d+ over 48 run-outs\n/,
    );
    expect(err).toMatch(
      /\n {2}– with --max-memory \d+m, at 16 bits a number\n {2}– with about \d+% of the combos or of the sizes/,
    );
  });
});
