import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleSpot, testFolder } from './testing/folder.ts';
import { ploscope } from './testing/ploscope.ts';

const folder = testFolder(afterAll);
const RIVER = folder.in('river.plos');
const TURN = folder.in('turn.plos');
const TRUNK = folder.in('trunk.plos');
let solved: { evOop: number; evIp: number; root: { actions: string[]; frequencies: number[] } };

beforeAll(async () => {
  const { out } = await ploscope(['solve', exampleSpot('river'), '--target', '0.2%', '--out', RIVER, '--json']);
  solved = JSON.parse(out);
  for (const [file, more] of [
    [TURN, []],
    [TRUNK, ['--trunk-only']],
  ] as const) {
    const { code } = await ploscope(['solve', exampleSpot('turn'), '--iterations', '30', '--out', file, ...more]);
    expect(code).toBe(0);
  }
});

const show = async (...args: string[]): Promise<string> => {
  const { code, out } = await ploscope(['show', ...args]);
  expect(code).toBe(0);
  return out;
};
const showJson = async (...args: string[]) => JSON.parse(await show(...args, '--json'));
const csv = (out: string): Record<string, string>[] => {
  const [titles = [], ...rows] = out
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  return rows.map((row) => Object.fromEntries(titles.map((title, i) => [title, row[i] ?? ''])));
};
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

describe('the first decision', () => {
  test('is what the solve has told', async () => {
    const shown = await showJson(RIVER);
    expect(shown).toMatchObject({ line: '', street: 'river', pot: 60, player: 'oop', solvedAgain: null, of: 'oop' });
    expect(shown.actions).toEqual(solved.root.actions);
    expect(shown.frequencies).toEqual(solved.root.frequencies);
    expect(shown.evOop).toBeCloseTo(solved.evOop, 3);
    expect(shown.evIp).toBeCloseTo(solved.evIp, 3);
  });

  test('by category divides the whole, in shares and in frequencies', async () => {
    for (const by of ['category', 'suits']) {
      const shown = await showJson(RIVER, '--by', by);
      const rows: { share: number; frequencies: number[]; ev: number; label: string }[] =
        shown[by === 'category' ? 'categories' : 'suits'];
      expect(rows.length).toBeGreaterThan(1);
      expect(sum(rows.map(({ share }) => share))).toBeCloseTo(1, 6);
      const frequencies = solved.root.actions.map((_, i) => sum(rows.map((row) => row.share * row.frequencies[i]!)));
      for (const [i, often] of frequencies.entries()) expect(often).toBeCloseTo(solved.root.frequencies[i]!, 5);
      expect(sum(rows.map(({ share, ev }) => share * ev))).toBeCloseTo(shown.evOop, 4);
    }
  });

  test('is a table for people, with how good the figures are', async () => {
    const out = await show(RIVER);
    expect(out).toMatch(
      /^PLO4 · board Ks9d4c2h7s · pot 60 · stacks 540\nRiver · Start · OOP to act · pot 60\n\n {2}Action +Often +EV\n/,
    );
    expect(out).toMatch(/\n {2}Category, OOP +Share +Check +Bet 30 +Bet 60 +EV +Equity\n {2}Trips +/);
    expect(out).toMatch(/\nSolved to 0\.\d+% of the pot\.\n$/);
  });
});

describe('hands', () => {
  test('are all there as CSV: one line for each combo that can be held', async () => {
    const rows = csv(await show(RIVER, '--csv'));
    const shown = await showJson(RIVER);
    expect(Object.keys(rows[0] ?? {})).toEqual([
      'hand',
      'weight',
      'reach',
      'x',
      'b30',
      'b60',
      'ev x',
      'ev b30',
      'ev b60',
      'ev',
      'equity',
    ]);
    expect(rows).toHaveLength(2764);
    expect(sum(rows.map(({ reach }) => Number(reach)))).toBeCloseTo(shown.reachOop, 3);
    for (const row of rows.slice(0, 50)) expect(Number(row.x) + Number(row.b30) + Number(row.b60)).toBeCloseTo(1, 5);
  });

  test('one of them has the figures of its line', async () => {
    const [hand] = (await showJson(RIVER, '--hand', 'AhAsQsQh')).hands;
    expect(hand).toMatchObject({ hand: 'AsAhQsQh', weight: 1, reach: 1 });
    const row = csv(await show(RIVER, '--csv')).find(({ hand: name }) => name === 'AsAhQsQh');
    expect(Number(row?.ev)).toBeCloseTo(hand.ev, 4);
    expect(Number(row?.x)).toBeCloseTo(hand.frequencies[0], 5);
    expect(await show(RIVER, '--hand', 'AsAhQsQh')).toMatch(/\n {2}AsAhQsQh +100\.00% +\d+\.\d\d% /);
  });

  test('that hardly ever come there stand behind those that do', async () => {
    const { hands } = await showJson(RIVER, '--line', 'x-b60', '--range', 'AA$ds, KK');
    const isThere = hands.map(({ reach }: { reach: number }) => reach >= 0.00005);
    const there = isThere.lastIndexOf(true);
    expect(there).toBeGreaterThan(0);
    expect(isThere.slice(0, there)).not.toContain(false);
    // Some would be worth a lot.
    expect(isThere).toContain(false);
  });

  test('of a range come with the highest EV first, and no more than a person reads', async () => {
    const { hands } = await showJson(RIVER, '--range', 'AA$ds');
    const evs = hands.map(({ ev }: { ev: number }) => ev);
    expect(evs).toEqual(evs.toSorted((a: number, b: number) => b - a));
    expect(evs.length).toBeGreaterThan(100);
    const out = await show(RIVER, '--range', 'AA$ds');
    expect(out).toContain(`40 of ${evs.length} hands, those of the highest EV; --csv writes all of them.`);
    expect(csv(await show(RIVER, '--range', 'AA$ds', '--csv'))).toHaveLength(evs.length);
  });

  test('of the player who does not act have no actions', async () => {
    const { hands, of } = await showJson(RIVER, '--player', 'ip', '--range', 'JT98');
    expect(of).toBe('ip');
    expect(hands[0]).toMatchObject({ frequencies: [], actionEvs: [], ev: expect.any(Number) });
  });
});

describe('a line', () => {
  test('leads to its place: who acts, what is to call, and who comes there', async () => {
    const shown = await showJson(RIVER, '--line', 'X - b60');
    expect(shown).toMatchObject({ line: 'x-b60', player: 'oop', pot: 120, actions: ['f', 'c', 'r240'] });
    expect(shown.reachOop).toBeLessThan(2764);
    // EVs count from here: a fold is worth nothing, and the two share the pot.
    expect(shown.actionEvs[0]).toBeCloseTo(0, 3);
    expect(shown.evOop + shown.evIp).toBeCloseTo(120, 2);
    expect(await show(RIVER, '--line', 'x-b60')).toContain('River · x-b60 · OOP to act, 60 to call · pot 120\n');
  });

  test('to the end of play has EVs and no actions', async () => {
    const shown = await showJson(RIVER, '--line', 'b60-f');
    expect(shown).toMatchObject({ player: null, actions: [] });
    expect([shown.evOop, shown.evIp]).toEqual([expect.closeTo(120, 2), expect.closeTo(0, 2)]);
    expect(await show(RIVER, '--line', 'b60-f')).toContain('play is over');
  });

  test('to where a card is dealt compares the cards', { timeout: 120_000 }, async () => {
    const { cards, evOop } = await showJson(TURN, '--line', 'x-x');
    expect(cards).toHaveLength(48);
    // Rake takes 3 of the 60 chips in the middle, less where stacks go in.
    for (const card of cards) expect(card.evOop + card.evIp).toBeCloseTo(57, 1);
    expect(Math.min(...cards.map((card: { evOop: number }) => card.evOop))).toBeLessThan(evOop);
    const rows = csv(await show(TURN, '--line', 'x-x-[*]', '--by', 'card', '--csv'));
    expect(rows.map(({ card }) => card)).toEqual(cards.map(({ card }: { card: string }) => card));
    expect(Number(rows[0]?.['ev oop'])).toBeCloseTo(cards[0].evOop, 3);
  });

  test('goes on after a card, on the street that it opens', async () => {
    const out = await show(TURN, '--line', 'x-x-[7s]');
    expect(out).toContain('River · x-x-[7s] · board Ks9d4c2h7s · OOP to act · pot 60\n');
    expect(out).not.toContain('solved again');
  });
});

describe('a file of the first street only', () => {
  test('has the first street as it was solved', async () => {
    const [trunk, whole] = [await showJson(TRUNK), await showJson(TURN)];
    expect(trunk.solvedAgain).toBeNull();
    expect(trunk.frequencies).toHaveLength(2);
    expect(trunk.evOop).toBeCloseTo(whole.evOop, 0);
  });

  test('has later streets solved again, each with its own figure', async () => {
    const shown = await showJson(TRUNK, '--line', 'x-x-[7s]');
    expect(shown.solvedAgain.pctPot).toBeLessThan(1);
    const out = await show(TRUNK, '--line', 'x-x-[7s]');
    expect(out).toMatch(
      /\nThis street is not in the file and was solved again for this view, to [<\d.e-]+% of the pot\.\n$/,
    );
  });
});

describe('wrong input is exit code 2, with advice', () => {
  const wrong = async (...args: string[]): Promise<string> => {
    const { code, out, err } = await ploscope(['show', ...args]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.split('\n').length).toBeGreaterThan(2);
    return err;
  };

  test.each([
    [['--line', 'x-b50'], 'error: “b50” cannot follow “x”.\n  x-b50\n    ^\n  There are x, b60.\n'],
    [['--line', 'call'], 'error: “call” is no step of a line.\n  call\n  ^\n'],
    [['--line', 'x-x-x'], 'error: Play is over after “x-x”.\n  x-x-x\n      ^\n'],
    [['--by', 'card'], 'error: No card is dealt at the end of this line.\n'],
    [['--by', 'rank'], 'error: --by must be category, suits or card.\n'],
    [['--player', 'btn'], 'error: --player must be oop or ip.\n'],
    [['--hand', 'AsAhKsKh'], 'error: Ks is on the board, dead, or dealt.\n'],
    [['--hand', 'AsAhQs'], 'error: A PLO4 hand has 4 cards; this has 3.\n'],
    [['--hand', '3d3c2d2c'], 'error: OOP does not hold 3d3c2d2c in this spot.\n  The range is AA$ds, KK$ss, QJT8.\n'],
    [['--range', '33!AA!KK!(Q,J)'], 'error: OOP holds none of these hands here.\n'],
    [['--range', 'AAQ?'], 'error: “?” cannot stand here.\n  AAQ?\n     ^\n'],
    [['--hand', 'AsAhQsQh', '--range', 'AA'], 'error: --hand and --range ask for different things'],
    [['--csv', '--json'], 'error: --csv and --json ask for different things'],
    [['--lines', 'x'], 'error: There is no option --lines.\n  Did you mean --line?\n'],
  ])('%j', async (args, told) => {
    expect((await wrong(RIVER, ...args)).startsWith(told), told).toBe(true);
  });

  test('a card that is left open on the way', async () => {
    expect(await wrong(TURN, '--line', 'x-x-[*]-x')).toContain('  x-x-[*]-x\n      ^\n  Write a card such as [7s]');
    expect(await wrong(TURN, '--line', 'x-x-[Ks]')).toContain('Ks cannot be dealt');
  });

  test('a file that is missing, none, newer, cut short or damaged', async () => {
    expect(await wrong('missing.plos')).toContain('missing.plos cannot be read: no such file or directory.');
    expect(await wrong(exampleSpot('river'))).toContain('This is not a .plos file.');
    const bytes = readFileSync(TURN);
    const changed = (name: string, change: (bytes: Buffer) => Buffer): string => {
      writeFileSync(folder.in(name), change(Buffer.from(bytes)));
      return folder.in(name);
    };
    const flip = (at: number) => (all: Buffer) => {
      all[at] = (all[at] ?? 0) ^ 1;
      return all;
    };
    expect(await wrong(changed('cut', (all) => all.subarray(0, -1)))).toContain('cut short');
    expect(await wrong(changed('none', () => Buffer.alloc(0)))).toContain('not a .plos file');
    expect(await wrong(changed('newer', flip(9)))).toContain('newer version');
    expect(await wrong(changed('header', flip(40)))).toContain('damaged');
    // The last deal before the contents: the start can still be looked at, that deal cannot.
    const late = changed('late', flip(bytes.length - 24 - 48 * 15));
    expect((await ploscope(['show', late])).code).toBe(0);
    expect(await wrong(late, '--line', 'x-x')).toContain('damaged');
  });

  test('a place to look at is asked for', async () => {
    expect(await wrong()).toContain('Give one file that ploscope solve has written');
  });
});
