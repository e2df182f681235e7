import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FILTER_TEXTS } from '../text/en-filter.ts';
import { formatFilterText, parseFilterText } from './filter-text.ts';
import { FILTER_FIELDS, type HandFilter } from './hand-filter.ts';
import { readHandFilter } from './read-hand-filter.ts';

const anyText = fc.oneof(
  fc.string({ maxLength: 60, unit: 'binary' }),
  fc
    .array(fc.constantFrom('position', 'hand', '=', '"', ',', '..', ' ', 'BTN', 'AA:$ds', '-3', 'players', '\n'), {
      maxLength: 20,
    })
    .map((parts) => parts.join('')),
);

it('no text is too strange: it is read, or the mistake has a code and a place in it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const read = parseFilterText(text);
      if (read.ok) {
        expect(parseFilterText(formatFilterText(read.value))).toEqual(read);
      } else {
        const { code, message, at, end } = read.error;
        expect(code).toMatch(/^[a-z-]+$/);
        expect(message).not.toBe('');
        expect(0 <= at && at <= end && end <= text.length).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
});

it('no document is too strange', () => {
  const keys = fc.constantFrom(...FILTER_FIELDS.map(({ key }) => key), 'other', '__proto__');
  fc.assert(
    fc.property(fc.dictionary(keys, fc.anything({ maxDepth: 2 })), (document) => {
      const read = readHandFilter(document);
      if (read.ok) expect(parseFilterText(formatFilterText(read.value))).toEqual(read);
    }),
    { numRuns: 400 },
  );
});

it('every filter has a text that brings it back, whatever stands in its names', () => {
  const examples = FILTER_FIELDS.map(({ key }) => {
    const read = parseFilterText(FILTER_TEXTS[key].example);
    return read.ok ? read.value : {};
  });
  const name = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).filter((text) => text.trim() !== '');
  fc.assert(
    fc.property(
      fc.subarray(examples),
      name,
      fc.uniqueArray(name, { minLength: 1, maxLength: 3 }),
      (some, player, stakes) => {
        const filter: HandFilter = Object.assign({}, ...some, { player, stakes });
        expect(parseFilterText(formatFilterText(filter))).toEqual({ ok: true, value: filter });
      },
    ),
    { numRuns: 200 },
  );
});
