import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSolveSpot } from './parse-solve-spot.ts';
import { formatSolvePermalink, isSolvePermalink, parseSolvePermalink } from './solve-permalink.ts';
import type { SolveSpot } from './solve-spot.ts';

const SIDE = { range: 'AA$ds', bets: { river: ['50%', 'pot'] }, raises: {} };
const BASE = { board: 'Ks9d4c2h7s', pot: 60, stack: 540, oop: SIDE, ip: { range: '*' } };

const spotOf = (value: object): SolveSpot => {
  const read = parseSolveSpot({ ...BASE, ...value });
  if (!read.ok) throw new Error(`${read.error.field}: ${read.error.message}`);
  return read.value;
};

describe('the link of a spot to be solved', () => {
  it('can be read by people', () => {
    expect(formatSolvePermalink(spotOf({}))).toBe(
      'board=Ks9d4c2h7s&pot=60&stack=540&oop=AA$ds&oop.bets.river=50%25,pot&ip=*&game=plo4&spot=1',
    );
  });

  it.each([
    {},
    { game: 'plo5', board2: 'AsTd8c3h6s', dead: 'Jd Jc', rake: { rate: 0.05, cap: 3 }, minBet: 2, maxRaises: 3 },
    { rake: { rate: 0, cap: 0 }, merge: 0.1, addAllIn: 1.5, forceAllIn: 1e-7, maxRaises: 0 },
    { board: 'Ks 9d 4c 2h', oop: { ...SIDE, bets: { turn: ['e', 'a'] }, donks: { turn: [], river: ['25%'] } } },
    {
      game: 'plo6',
      board: 'Ks9d4c',
      oop: { ...SIDE, bets: { flop: ['50%'], turn: ['pot'] }, donks: { turn: [], river: ['pot'] } },
      locks: [{ line: 'x-x-[7s]-b60', actions: { f: 1 }, hands: [] }],
    },
    { board: 'Ks9d4c', oop: { range: '15%' }, ip: { range: '*' } },
    { locks: [{ line: 'x', actions: null, hands: [{ range: '[A,K]A', actions: { x: 1 } }] }] },
  ])('carries all of %j', (value) => {
    const spot = spotOf(value);
    expect(parseSolvePermalink(`#${formatSolvePermalink(spot)}`)).toEqual({ ok: true, value: spot });
  });

  it('without sizes means none, as the form that it was made of does', () => {
    const spot = spotOf({ oop: { range: 'AA', bets: {} }, ip: { range: '*' }, maxRaises: 1 });
    const read = parseSolvePermalink(formatSolvePermalink({ ...spot, maxRaises: null }));
    expect(read).toMatchObject({ ok: true, value: { oop: { bets: {}, raises: {} }, ip: { bets: {} } } });
  });

  it.each([
    ['', '', 'link'],
    ['oop=AA&ip=KK&oop=QQ', 'oop', 'link'],
    ['oop=AA&hand=KK', 'hand', 'unknown-field'],
    ['oop=AA&ip=KK&board=Ks9d4c2h7s&pot=sixty&stack=5', 'pot', 'chips'],
    ['oop=AA&ip=KK&board=Ks9d4c2h7s&pot=60', 'stack', 'chips'],
    ['oop=AA&ip=KK&board=Ks9d4c2h7s&pot=60&stack=5&oop.bets.river=50%25,,a', 'oop.bets.river[1]', 'size'],
    ['oop=AA&ip=KK&board=Ks9d4c2h7s&pot=60&stack=5&lock=x', 'locks[0]', 'field-type'],
    ['oop=AA&ip=KK&spot=2', 'ploscope', 'version'],
  ])('%j is refused at %s: %s', (fragment, field, code) => {
    expect(parseSolvePermalink(fragment)).toMatchObject({ ok: false, error: { field, code } });
  });

  it('is told from the link of an equity', () => {
    expect(['#oop=AA&ip=KK', 'board=Ks&ip=*'].map(isSolvePermalink)).toEqual([true, true]);
    expect(['', 'hand=AA&hand=KK', 'hand=oop&ships=2'].map(isSolvePermalink)).toEqual([false, false, false]);
  });

  it('never throws', () => {
    const keys = fc.constantFrom('oop', 'ip', 'pot', 'stack', 'lock', 'oop.bets.river', 'rate', 'board', '__proto__');
    const pairs = fc.array(fc.tuple(keys, fc.oneof(fc.string(), fc.constantFrom('60', '{}', 'null', '%25', 'AA'))));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          pairs.map((some) => some.map(([key, text]) => `${key}=${text}`).join('&')),
        ),
        (fragment) => {
          const read = parseSolvePermalink(fragment);
          return read.ok || read.error.message !== '';
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
