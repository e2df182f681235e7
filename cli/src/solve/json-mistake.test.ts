import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonMistake, linePlace } from './json-mistake.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('where a text stops being JSON', () => {
  test.each([
    ['', 0],
    ['{"pot":60,}', 10],
    ['{"pot":60 "stack":5}', 10],
    ['{pot:60}', 1],
    ["{'pot':60}", 1],
    ['{"pot":06}', 8],
    ['{"pot":60', 9],
    ['{"pot":}', 7],
    ['{"pot"}', 6],
    ['[1,2,]', 5],
    ['[1 2]', 3],
    ['[}', 1],
    ['{"a":"b', 5],
    ['{"a":"b\n"}', 5],
    ['{"a":"\\x"}', 6],
    ['{} {}', 3],
    ['NaN', 0],
    ['hello', 0],
  ])('%j at %i', (text, at) => {
    expect(isJson(text)).toBe(false);
    expect(jsonMistake(text)).toBe(at);
  });

  test('there is none in what JSON.parse reads, and one in anything else', () => {
    const text = fc.oneof(
      fc.json(),
      fc
        .json()
        .chain((json) =>
          fc.tuple(fc.nat(json.length), fc.nat(3)).map(([at, cut]) => json.slice(0, at) + json.slice(at + cut)),
        ),
      fc
        .array(fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '1', '-', 'null', ' ', '\n'), { maxLength: 9 })
        .map((l) => l.join('')),
    );
    fc.assert(
      fc.property(text, (json) => {
        const at = jsonMistake(json);
        expect(at === null).toBe(isJson(json));
        if (at !== null) expect(at).toBeLessThanOrEqual(json.length);
      }),
      { numRuns: 3000 },
    );
  });

  test('is told by line and column', () => {
    expect(linePlace('{\n  "pot": 60,\r\n}', 16)).toEqual({ line: 3, column: 1, text: '}' });
    expect(linePlace('{"a" 1}', 5)).toEqual({ line: 1, column: 6, text: '{"a" 1}' });
  });
});
