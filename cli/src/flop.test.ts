import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleDocument, exampleSpot, testFolder } from './testing/folder.ts';
import { ploscope, startPloscope } from './testing/ploscope.ts';

const FLOP = exampleSpot('flop');
const folder = testFolder(afterAll);
const FILE = folder.in('flop.plos');
const BUCKETS = ['--buckets', '40'];
let solved: { evOop: number; evIp: number; buckets: number; exploitability: { pctPot: number }; root: object };

beforeAll(async () => {
  const { code, out } = await ploscope(['solve', FLOP, ...BUCKETS, '--iterations', '8', '--out', FILE, '--json']);
  expect(code).toBe(0);
  solved = JSON.parse(out);
});

const showJson = async (...args: string[]) => {
  const { code, out, err } = await ploscope(['show', FILE, ...args, '--json']);
  expect({ code, err }).toMatchObject({ code: 0 });
  return JSON.parse(out);
};
const show = async (...args: string[]): Promise<string> => (await ploscope(['show', FILE, ...args])).out;
const document = (changes: object): string => JSON.stringify({ ...exampleDocument('flop'), ...changes });

describe('a flop', () => {
  test('is solved by bucket, and its figures hold together', () => {
    expect(solved).toMatchObject({ iterations: 8, buckets: 40, root: { actions: ['x', 'b60'] } });
    expect(solved.exploitability.pctPot).toBeLessThan(4);
    expect(solved.evOop + solved.evIp).toBeCloseTo(60, 2);
  });

  test('comes out the same on any number of threads, and from a state that was saved', {
    timeout: 240_000,
  }, async () => {
    const args = ['solve', FLOP, ...BUCKETS, '--iterations', '8', '--json'];
    const { out } = await ploscope([...args, '--threads', '1']);
    const one = JSON.parse(out);
    const same = { root: one.root, evOop: one.evOop, exploitability: one.exploitability };
    expect(solved).toMatchObject(same);

    const state = folder.in('flop.state');
    const { child, ended, err } = startPloscope(['solve', FLOP, ...BUCKETS, '--time', '1h', '--checkpoint', state]);
    await expect.poll(err, { timeout: 60_000 }).toMatch(/^[1-9]\d* iterations? · /m);
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 130 });
    const done = Number(/, after (\d+) iterations? in/.exec((await ended).out)?.[1]);
    const more = ['--iterations', String(done + 3), '--json'];
    const resumed = await ploscope(['solve', FLOP, ...BUCKETS, ...more, '--checkpoint', state]);
    const straight = await ploscope(['solve', FLOP, ...BUCKETS, ...more]);
    const figures = ({ out: json }: { out: string }) => ({ ...JSON.parse(json), elapsedMs: 0, memoryBytes: 0 });
    expect(figures(resumed)).toEqual(figures(straight));
  });

  test('tells people by what it was solved, and moves on while it is', async () => {
    const { code, out, err } = await ploscope(['solve', FLOP, ...BUCKETS, '--time', '7s']);
    expect(code).toBe(0);
    expect(out).toMatch(/\nRivers are played by about 40 buckets a player; the exploitability is over every hand\.\n/);
    const lines = err.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^(Preparing \d+%|Preparing|\d+ iterations?\b.*) · [\d.]+ m?s/);
    expect(
      lines.filter((line) => / ≈ [\d.]+% ± [\d.]+, turn and river only, \d+ of 49 turns · /.test(line)),
    ).not.toEqual([]);
  });
});

describe('a place of a flop', () => {
  test('on the flop and on the turn is by combo, as it was stored', async () => {
    const first = await showJson();
    expect(first).toMatchObject({ street: 'flop', bucketed: false, solvedAgain: null, ...solved.root });
    const turn = await showJson('--line', 'x-x-[7s]');
    expect(turn).toMatchObject({ street: 'turn', bucketed: false, solvedAgain: null });
    expect(await show('--line', 'x-x-[7s]')).not.toContain('buckets');
  });

  test('on the river is by bucket, and says so in one line', async () => {
    const line = ['--line', 'x-x-[7s]-x-x-[2d]'];
    const river = await showJson(...line);
    expect(river).toMatchObject({ line: line[1], street: 'river', bucketed: true, solvedAgain: null });
    expect(river.evOop + river.evIp).toBeCloseTo(60, 2);
    const out = await show(...line);
    expect(out).toMatch(/\nStrategies here are those of about 40 buckets, figures are by combo; --solve-again .*\n$/);
    // Hands of one bucket play alike: there are no more ways to play than buckets, about.
    const { hands } = await showJson(...line, '--range', '*');
    const ways = new Set(hands.map(({ frequencies }: { frequencies: number[] }) => frequencies.join()));
    expect(hands.length).toBeGreaterThan(200);
    expect(ways.size).toBeLessThan(80);
  });

  test.each([
    ['turn', 'x-x-[7s]'],
    ['river', 'x-x-[7s]-x-x-[2d]'],
    ['river', 'x-x-[7s]-x-x-[2d]-b60'],
  ])('on the %s is solved again by combo when asked for, with a figure of its own: %s', async (street, line) => {
    const again = await showJson('--line', line, '--solve-again');
    expect(again).toMatchObject({ line, street, bucketed: false, solvedAgain: { pctPot: expect.any(Number) } });
    expect(again.solvedAgain.pctPot).toBeLessThan(0.3);
    const stored = await showJson('--line', line);
    expect(again).toMatchObject({ pot: stored.pot, actions: stored.actions });
    // What was played before the street is what the file says.
    if (line.endsWith(']')) expect(again).toMatchObject({ reachOop: stored.reachOop, reachIp: stored.reachIp });
    expect(await show('--line', line, '--solve-again')).toMatch(
      /\nThis street was solved again for this view, every combo by itself, to [<\d.e-]+% of the pot\.\n$/,
    );
  });

  test('where rivers are compared has them by bucket, or all solved again', async () => {
    const args = ['--line', 'x-x-[7s]-x-x'];
    const stored = await showJson(...args);
    expect(stored).toMatchObject({ bucketed: false, solvedAgain: null });
    expect(stored.cards).toHaveLength(48);
    expect(stored.cards.every(({ bucketed }: { bucketed: boolean }) => bucketed)).toBe(true);
    const again = await showJson(...args, '--solve-again');
    expect(again).toMatchObject({ bucketed: false, solvedAgain: null, evOop: stored.evOop });
    expect(again.cards.some(({ bucketed }: { bucketed: boolean }) => bucketed)).toBe(false);
    // After some cards nobody comes so far.
    const figures = again.cards.flatMap(
      ({ solvedAgain }: { solvedAgain: { pctPot: number } | null }) => solvedAgain ?? [],
    );
    expect(figures.length).toBeGreaterThan(30);
    expect(Math.max(...figures.map(({ pctPot }: { pctPot: number }) => pctPot))).toBeLessThan(0.3);
  });

  test('on the first street is not solved again', async () => {
    for (const line of ['', 'x', 'b60-f']) {
      const { code, out, err } = await ploscope(['show', FILE, '--line', line, '--solve-again']);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('The first street is in the file as it was solved');
    }
  });
});

describe('what a flop will take', () => {
  test('names the method, the buckets and how many iterations ten minutes hold', async () => {
    const { out } = await ploscope(['estimate', FLOP, ...BUCKETS]);
    expect(out).toMatch(
      /\n {2}Method +river by 40 buckets a player and run-out, everything else by combo; figures by combo\n/,
    );
    expect(out).toMatch(/ over 2,352 run-outs\n/);
    expect(out).toMatch(/\n {2}Iteration +about .* on \d threads?, [\d,]+ in ten minutes\n/);
    const { out: json } = await ploscope(['estimate', FLOP, '--json']);
    expect(JSON.parse(json)).toMatchObject({ method: 'bucketed', buckets: 320, preset: null, runOuts: 2352, fit: [] });
  });

  test('every combo by itself is known too, and asked for by name', async () => {
    const { out } = await ploscope(['estimate', FLOP, '--method', 'exact', '--json']);
    expect(JSON.parse(out)).toMatchObject({ method: 'exact', buckets: null, runOuts: 2352 });
  });
});

describe('the tree that fits ten minutes', () => {
  const bare = document({ oop: { range: 'AA$ds' }, ip: { range: 'JT98, T987' } });

  test('is that of a spot which says nothing of its own, and is told', async () => {
    const { out } = await ploscope(['estimate', '-'], bare);
    expect(out).toMatch(/\n {2}Tree +the one that fits ten minutes: bets 50% and pot · raises pot\n {2}Method /);
    const { out: json } = await ploscope(['estimate', '-', '--json'], bare);
    const { preset } = JSON.parse(json);
    expect(preset).toMatchObject({ oop: { bets: { flop: ['50%', 'pot'] } }, maxRaises: null });
    // What it prints can stand in a spot.
    const written = JSON.parse(bare);
    const filled = {
      ...written,
      ...preset,
      oop: { ...written.oop, ...preset.oop },
      ip: { ...written.ip, ...preset.ip },
    };
    const { out: own } = await ploscope(['estimate', '-', '--json'], JSON.stringify(filled));
    expect(JSON.parse(own)).toMatchObject({ preset: null, nodes: JSON.parse(json).nodes });
  });

  test('replaces a tree when it is asked for by name', async () => {
    const [{ out: own }, { out: preset }] = [
      await ploscope(['estimate', FLOP, '--json']),
      await ploscope(['estimate', FLOP, '--preset', 'ten-minutes', '--json']),
    ];
    expect(JSON.parse(preset).nodes).toBeGreaterThan(JSON.parse(own).nodes);
    expect(JSON.parse(preset).preset).toMatchObject({ oop: { bets: { flop: ['50%', 'pot'] } } });
  });

  test('is offered where a tree of its own does not fit, with what it would take', async () => {
    const sizes = { flop: ['33%', '66%', 'pot'], turn: ['33%', '66%', 'pot'], river: ['33%', '66%', 'pot'] };
    const side = (range: string) => ({ range, bets: sizes, raises: sizes });
    const large = document({ stack: 240, oop: side('AA$ds'), ip: side('JT98, T987') });
    const { out } = await ploscope(['estimate', '-', ...BUCKETS, '--json'], large);
    const { storage, fit, tenMinutes } = JSON.parse(out);
    expect(storage).toBeNull();
    expect(tenMinutes).toMatchObject({ storage: 'f32', iterationMs: expect.any(Number) });
    expect(fit[0]).toMatch(/^with --preset ten-minutes, in \d+ MB at 32 bits a number$/);
    const refused = await ploscope(['solve', '-', ...BUCKETS], large);
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain('  – with --preset ten-minutes, in ');
  });
});

describe('wrong input is exit code 2 with advice', () => {
  test.each([
    [[FLOP, '--method', 'fast'], '--method must be exact, bucketed or auto.'],
    [[FLOP, '--buckets', '0'], '--buckets must be a whole number from 1 to 4096.'],
    [[FLOP, '--buckets', '5000'], '--buckets must be a whole number from 1 to 4096.'],
    [[FLOP, '--buckets', 'many'], '--buckets must be a whole number from 1 to 4096.'],
    [[FLOP, '--preset', 'two-minutes'], '--preset must be ten-minutes.'],
    [[FLOP, '--method', 'exact', '--buckets', '40'], 'Leave out --method or --buckets.'],
    [[exampleSpot('river'), '--method', 'bucketed'], 'A river is solved by combo'],
    [[exampleSpot('river'), '--buckets', '40'], 'Leave out --method and --buckets.'],
  ])('%j', async (args, told) => {
    for (const command of ['solve', 'estimate']) {
      const { code, out, err } = await ploscope([command, ...args]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(told);
    }
  });

  test('locks on a flop are told to be kept only by combo, which is what is done with them', async () => {
    const locked = document({ locks: [{ line: '', actions: { x: 1 } }] });
    const { code, err } = await ploscope(['solve', '-', '--method', 'bucketed'], locked);
    expect(code).toBe(2);
    expect(err).toContain('locks: Locks are kept only where every combo plays by itself');
    const exact = await ploscope(['estimate', '-'], locked);
    expect(exact.code).toBe(0);
    expect(exact.out).not.toContain('bucket');
  });

  test('a flop of two boards is refused with what it would take, and with what is solved instead', async () => {
    const flop = document({ board2: 'AsKs3d' });
    const { code, err } = await ploscope(['solve', '-'], flop);
    expect(code).toBe(2);
    expect(err).toMatch(
      // On a busy machine a line of progress stands before it.
      /^error: A flop of two boards is not solved: it has 3,916,440 run-outs and would take [\d.]+ [GT]B\.$/m,
    );
    expect(err).toContain('\n  Turns and rivers of two boards are solved: write four or five cards on each.\n');
    expect(err).not.toContain('--max-memory');
    const estimate = await ploscope(['estimate', '-'], flop);
    expect(estimate.code).toBe(0);
    expect(estimate.out).toMatch(/Nodes +[\d,]+ over 3,916,440 run-outs\n/);
    expect(estimate.out).toContain('Turns and rivers of two boards are solved');
    expect(JSON.parse((await ploscope(['estimate', '-', '--json'], flop)).out)).toMatchObject({
      storage: null,
      fit: ['Turns and rivers of two boards are solved: write four or five cards on each.'],
    });
  });
});
