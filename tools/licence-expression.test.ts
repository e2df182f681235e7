import { describe, expect, test } from 'vitest';
import { isAllowed, licenceOf, licenceOfText } from './licence-expression.mjs';

describe('a licence that forbids our use is noticed in every notation', () => {
  test.each(['MIT', '(MIT OR CC0-1.0)', 'GPL-3.0 OR MIT', '(MIT AND ISC)', 'Apache-2.0 WITH LLVM-exception'])(
    '%s is allowed',
    (expression) => expect(isAllowed(expression)).toBe(true),
  );
  test.each(['GPL-3.0', 'MIT AND GPL-3.0', '(MIT', 'MIT)', '', 'MIT MIT', 'SEE LICENSE IN x', 'UNLICENSED', 'OR MIT'])(
    '"%s" is not',
    (expression) => expect(isAllowed(expression)).toBe(false),
  );
});

describe('the licence field is read in every shape it has had', () => {
  test.each([
    [{ license: 'MIT' }, 'MIT'],
    [{ license: { type: 'MIT', url: 'x' } }, 'MIT'],
    [{ licenses: [{ type: 'MIT' }, { type: 'GPL-2.0' }] }, 'MIT OR GPL-2.0'],
    [{}, null],
    [{ license: {} }, null],
    [null, null],
  ])('%j', (manifest, expected) => expect(licenceOf(manifest)).toBe(expected));
  test('the text of the MIT licence is recognised, another is not', () => {
    const mit = 'Permission is hereby granted, free\nof charge, to any person … without restriction, including';
    expect(licenceOfText(mit)).toBe('MIT');
    expect(licenceOfText('All rights reserved.')).toBeNull();
  });
});
