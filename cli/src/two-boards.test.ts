import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleDocument, exampleSpot, testFolder } from './testing/folder.ts';
import { ploscope } from './testing/ploscope.ts';

const folder = testFolder(afterAll);
const WHOLE = folder.in('whole.plos');
const TRUNK = folder.in('trunk.plos');
const SPOT = exampleSpot('two-boards-turn');
const DOCUMENT = exampleDocument('two-boards-turn');
let solved: { buckets: number | null; exploitability: { pctPot: number }; evOop: number; evIp: number };

beforeAll(async () => {
  const solve = (...args: string[]) => ploscope(['solve', SPOT, '--method', 'exact', '--target', '0.3%', ...args]);
  solved = JSON.parse((await solve('--out', WHOLE, '--json')).out);
  expect(await solve('--out', TRUNK, '--trunk-only')).toMatchObject({ code: 0 });
});

const show = async (...args: string[]): Promise<string> => {
  const { code, out, err } = await ploscope(['show', ...args]);
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
  return out;
};
const showJson = async (...args: string[]) => JSON.parse(await show(...args, '--json'));

describe('a turn of two boards', () => {
  test('is estimated with every pair of rivers, and solved to the target with every combo by itself', async () => {
    const { out } = await ploscope(['estimate', SPOT, '--method', 'exact', '--json']);
    expect(JSON.parse(out)).toMatchObject({ method: 'exact', allRunOuts: 1892 });
    expect(solved.buckets).toBeNull();
    expect(solved.exploitability.pctPot).toBeLessThanOrEqual(0.3);
    expect(solved.evOop + solved.evIp).toBeCloseTo(60, 3);
  });

  test('shows the river after a pair, each board with its own card', async () => {
    const out = await show(WHOLE, '--line', 'X-b60-c-[9s 2D]');
    expect(out).toContain('River · x-b60-c-[9s2d] · boards Td7h2c3s9s and Qs8d5hJc2d · OOP to act · pot 180\n');
    const other = await showJson(WHOLE, '--line', 'x-b60-c-[2d9s]');
    const shown = await showJson(WHOLE, '--line', 'x-b60-c-[9s2d]');
    expect(shown).toMatchObject({ line: 'x-b60-c-[9s2d]', street: 'river', pot: 180, player: 'oop', bucketed: false });
    expect(shown.evOop + shown.evIp).toBeCloseTo(180, 2);
    expect(other.equityOop).not.toBeCloseTo(shown.equityOop, 4);
  });

  test('leaves out hands that hold either card of the pair', async () => {
    const csv = await show(WHOLE, '--line', 'x-b60-c-[9s2d]', '--player', 'oop', '--csv');
    expect(csv.split('\n').length).toBeGreaterThan(100);
    expect(csv.split('\n').filter((row) => /9s|2d/.test(row))).toEqual([]);
    const { code, err } = await ploscope(['show', WHOLE, '--line', 'x-b60-c-[9s2d]', '--hand', 'QdJdTs9s']);
    expect(code).toBe(2);
    expect(err).toContain('9s is on the board, dead, or dealt.');
  });

  test('compares the cards of one board where that of the other is given', async () => {
    const second = await showJson(WHOLE, '--line', 'x-b60-c-[9s*]');
    const cards: { card: string; evOop: number }[] = second.cards;
    expect(cards.map(({ card }) => card.slice(0, 2))).toEqual(new Array(43).fill('9s'));
    const shown = await showJson(WHOLE, '--line', 'x-b60-c-[9s2d]');
    expect(cards.find(({ card }) => card === '9s2d')?.evOop).toBeCloseTo(shown.evOop, 4);
    const first = await showJson(WHOLE, '--line', 'x-b60-c-[*2d]');
    expect(first.cards).toHaveLength(43);
    expect(first.cards.every(({ card }: { card: string }) => card.endsWith('2d'))).toBe(true);
    expect(await show(WHOLE, '--line', 'x-b60-c')).toContain("--line 'x-b60-c-[As*]'");
  });

  test('solves a river again, where it was not kept too', async () => {
    const again = await showJson(WHOLE, '--line', 'x-b60-c-[9s2d]', '--solve-again');
    const trunk = await showJson(TRUNK, '--line', 'x-b60-c-[9s2d]');
    for (const { solvedAgain, evOop, evIp } of [again, trunk]) {
      expect(solvedAgain.pctPot).toBeLessThan(0.5);
      expect(evOop + evIp).toBeCloseTo(180, 2);
    }
  });

  test('is solved by bucket too, and a river of it again by combo', async () => {
    const file = folder.in('bucketed.plos');
    const args = ['solve', SPOT, '--buckets', '40', '--iterations', '60', '--out', file, '--json'];
    const report = JSON.parse((await ploscope(args)).out);
    expect(report.buckets).toBeGreaterThan(0);
    expect(report.exploitability.pctPot).toBeLessThan(3);
    expect(report.evOop).toBeCloseTo(solved.evOop, -1);
    const shown = await showJson(file, '--line', 'x-b60-c-[9s2d]');
    const again = await showJson(file, '--line', 'x-b60-c-[9s2d]', '--solve-again');
    expect([shown.bucketed, again.bucketed]).toEqual([true, false]);
    expect(again.solvedAgain.pctPot).toBeLessThan(0.5);
    expect(again.equityOop).toBeCloseTo(shown.equityOop, 4);
    const compared = await showJson(file, '--line', 'x-b60-c-[9s*]');
    expect(compared.cards.every(({ bucketed }: { bucketed: boolean }) => bucketed)).toBe(true);
    const locked = { ...DOCUMENT, locks: [{ line: '', actions: { x: 1 } }] };
    const { code, err } = await ploscope(['solve', '-', '--method', 'bucketed'], JSON.stringify(locked));
    expect(code).toBe(2);
    expect(err).toContain('Locks are kept only where every combo plays by itself');
  });

  test('keeps pairs that only rename suits once, and shows each of them', async () => {
    const boards = { board: 'KsQs7s2s', board2: 'AhTh8h4h' };
    const sizes = { bets: { turn: ['pot'], river: ['pot'] } };
    const sides = { oop: { range: 'KKQQ, JJTT', ...sizes }, ip: { range: 'AA99, 7788', ...sizes } };
    const spot = JSON.stringify({ ...boards, pot: 60, stack: 60, ...sides });
    const { runOuts } = JSON.parse((await ploscope(['estimate', '-', '--json'], spot)).out);
    expect(runOuts).toBeLessThan(1892);
    const file = folder.in('alike.plos');
    await ploscope(['solve', '-', '--method', 'exact', '--iterations', '10', '--out', file], spot);
    const shown = await showJson(file, '--line', 'x-x-[9c3d]', '--by', 'suits');
    expect({ ...(await showJson(file, '--line', 'x-x-[9d3c]', '--by', 'suits')), line: shown.line }).toEqual(shown);
  });

  test('takes locks of every pair and of one', async () => {
    const locks = [
      { line: 'x-x-[*]', actions: { x: 1 } },
      { line: 'x-x-[9s2d]', actions: { b60: 1 } },
    ];
    const file = folder.in('locked.plos');
    const args = ['solve', '-', '--method', 'exact', '--iterations', '2', '--out', file];
    expect(await ploscope(args, JSON.stringify({ ...DOCUMENT, locks }))).toMatchObject({ code: 0 });
    expect((await showJson(file, '--line', 'x-x-[9s2h]')).frequencies).toEqual([1, 0]);
    expect((await showJson(file, '--line', 'x-x-[9s2d]')).frequencies).toEqual([0, 1]);
  });

  test.each([
    ['x-x-[9s]', '1 card stands here', 'as [7s2d]'],
    ['x-x-[9s9s]', '9s is written twice.', ''],
    ['x-x-[9sTd]', 'Td cannot be dealt', ''],
    ['x-x-[*]-x', 'seen after one card on each board', '[7s*]'],
    ['x-x-[Td*]', 'Td is on the board', ''],
    ['x-[9s*]', 'cannot follow', 'There are'],
    ['x-b70-c-[9s*]', '“b70” cannot follow', 'There are'],
    ['x-x-[*]-[9s*]', 'seen after one card on each board', '[7s*]'],
  ])('--line %s is told to be wrong', async (line, message, hint) => {
    const { code, out, err } = await ploscope(['show', WHOLE, '--line', line]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).toContain(hint);
    expect(err).toMatch(/\n +\^\n/);
  });

  test.each([
    ['--hand', 'QdJdTs9s'],
    ['--range', '*'],
    ['--by', 'suits'],
    ['--by', 'category'],
  ])('hands are not looked at where one card is open: %s %s', async (...asked) => {
    const { code, out, err } = await ploscope(['show', WHOLE, '--line', 'x-x-[9s*]', ...asked]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('compares cards, not hands');
    expect(err).toContain('[9s2c]');
  });

  test('does not fit boards of different streets', async () => {
    const { code, err } = await ploscope(['solve', '-'], JSON.stringify({ ...DOCUMENT, board2: 'Qs8d5hJc4c' }));
    expect(code).toBe(2);
    expect(err).toContain('board2: The first board has 4 cards, the second 5.');
  });
});
