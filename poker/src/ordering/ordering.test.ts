import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comboCount, GAMES } from '../games.ts';
import { countRange } from '../range/count.ts';
import { orderingsOf } from '../range/orderings-of.ts';
import { parseRange } from '../range/parse.ts';
import { weightOf } from '../range/weight-of.ts';
import { classCount, classHands, classSizes } from '../space/classes.ts';
import { orderingKeys } from './keys.ts';
import type { Ordering, OrderingHeader, OrderingName } from './ordering.ts';
import { formatOrdering, parseOrdering } from './ordering-file.ts';

const HEADER: OrderingHeader = {
  game: 'holdem',
  opponents: 1,
  exact: true,
  trials: null,
  standardError: null,
  note: 'made up: every class by its number – “ä”',
};

/** An ordering of our own making in which a class's strength is a jumble of its number. */
const made = (game: 'holdem' | 'plo4', opponents: 1 | 5, strength: (index: number) => number): Ordering => {
  const keys = orderingKeys(
    game,
    Float64Array.from({ length: classCount(game) }, (_, index) => strength(index)),
  );
  const read = parseOrdering(formatOrdering({ ...HEADER, game, opponents }, keys));
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
};
const jumbled = (index: number): number => (index * 7919) % 100_003;
const rangeOf = (text: string, game: 'holdem' | 'plo4') => {
  const read = parseRange(text, game);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
};

describe('ordering files', () => {
  it('survive being written and read', () => {
    const keys = Uint16Array.from({ length: 169 }, (_, index) => index * 300);
    const read = parseOrdering(formatOrdering(HEADER, keys));
    expect(read).toEqual({ ok: true, value: { name: 'holdem-1', header: HEADER, keys } });
  });

  it('are read from the middle of a larger buffer', () => {
    const bytes = formatOrdering(HEADER, new Uint16Array(169).fill(513));
    const wide = new Uint8Array(bytes.length + 7);
    wide.set(bytes, 3);
    const read = parseOrdering(wide.subarray(3, 3 + bytes.length));
    expect(read.ok && read.value.keys[168]).toBe(513);
  });

  it.each(GAMES)('of %s stay below 2 MB', (game) => {
    const bytes = formatOrdering({ ...HEADER, game, note: 'x'.repeat(500) }, new Uint16Array(classCount(game)));
    expect(bytes.length).toBeLessThan(2_000_000);
  });

  it('are refused when cut, lengthened, or not ours', () => {
    const bytes = formatOrdering(HEADER, new Uint16Array(169));
    const code = (given: Uint8Array): string => {
      const read = parseOrdering(given);
      return read.ok ? 'read' : read.error.code;
    };
    expect(code(new Uint8Array(0))).toBe('ordering-magic');
    expect(code(bytes.subarray(0, 10))).toBe('ordering-length');
    expect(code(bytes.subarray(0, 40))).toBe('ordering-header');
    expect(code(bytes.subarray(0, bytes.length - 1))).toBe('ordering-length');
    expect(code(Uint8Array.from([...bytes, 0]))).toBe('ordering-length');
    expect(code(formatOrdering({ ...HEADER, game: 'plo4' }, new Uint16Array(169)))).toBe('ordering-length');
  });

  it('never throw, whatever the bytes', () => {
    const bytes = formatOrdering(HEADER, new Uint16Array(169));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(bytes.length), fc.nat(255), (noise, at, value) => {
        parseOrdering(noise);
        const changed = Uint8Array.from(bytes);
        changed[at] = value;
        parseOrdering(changed);
        parseOrdering(changed.subarray(0, at));
        return true;
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('percentages', () => {
  const orderings = new Map<OrderingName, Ordering>([
    ['plo4-1', made('plo4', 1, jumbled)],
    ['plo4-5', made('plo4', 5, (index) => -index)],
    ['holdem-1', made('holdem', 1, (index) => -index)],
  ]);
  const combos = (text: string, game: 'holdem' | 'plo4' = 'plo4'): number =>
    countRange(rangeOf(text, game), { orderings }).combos;

  it.each([1, 5, 15, 33.3, 50, 99])('%f%% holds that share, to within half a class', (percent) => {
    const wanted = (comboCount('plo4') * percent) / 100;
    expect(Math.abs(combos(`${percent}%`) - wanted)).toBeLessThanOrEqual(12);
  });

  it('bands share no hand and leave none out', () => {
    expect(combos('10%') + combos('10%-30%') + combos('30%-100%')).toBe(comboCount('plo4'));
    expect(combos('10%:10%-30%')).toBe(0);
    expect(combos('10%, 10%-30%')).toBe(combos('30%'));
  });

  it('grow with the number', () => {
    expect(combos('20%!15%')).toBe(combos('15%-20%'));
    expect(combos('15%!20%')).toBe(0);
  });

  it('take whole classes in the order of their keys', () => {
    const sizes = classSizes('holdem');
    const hands = classHands('holdem');
    let before = 0;
    for (let index = 0; index < 169; index++) {
      const middle = (before + (sizes[index] ?? 0) / 2) / 1326;
      const hand = [...hands.subarray(index * 2, index * 2 + 2)];
      expect(weightOf(rangeOf('40%', 'holdem'), hand, { orderings }) > 0).toBe(middle <= 0.4);
      before += sizes[index] ?? 0;
    }
  });

  it('6h speaks of the ordering against five', () => {
    expect(orderingsOf(rangeOf('15%6h, 10%, 20%', 'plo4'))).toEqual(['plo4-5', 'plo4-1']);
    expect(combos('AAAA:1%6h')).toBe(1);
    expect(combos('2222:99%6h')).toBe(0);
  });

  it('100% and 0%-100% need no ordering', () => {
    expect(orderingsOf(rangeOf('100%, 0%-100%6h, (AA@3)!KK', 'plo4'))).toEqual([]);
    expect(countRange(rangeOf('100%', 'plo4')).combos).toBe(comboCount('plo4'));
  });

  it('hold nothing while their ordering is not loaded', () => {
    expect(countRange(rangeOf('15%', 'plo4')).combos).toBe(0);
  });

  it('equal equities get equal keys', () => {
    const keys = orderingKeys('holdem', new Float64Array(169).fill(0.5));
    expect(new Set(keys)).toEqual(new Set([0]));
  });
});
