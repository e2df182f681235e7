import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CHECKS } from './checks.mjs';
import { at } from './paths.mjs';

const rules = readFileSync(at('CONTRIBUTING.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, rule = '', holder = '']) => ({ rule, holder }))
  .filter(({ rule }) => rule !== 'Rule');

describe('a rule of CONTRIBUTING.md names the check that holds it, or is called advice', () => {
  test('there are rules', () => expect(rules.length).toBeGreaterThan(20));
  test.each(rules)('$rule', ({ holder }) => {
    const holders = [...CHECKS.map(({ name }) => name), 'advice', 'the journeys'];
    expect(holders.some((name) => holder.startsWith(name))).toBe(true);
  });
  test.each(CHECKS.map(({ name }) => name))('the check "%s" is named by a rule', (name) => {
    expect(rules.some(({ holder }) => holder.includes(name))).toBe(true);
  });
});
