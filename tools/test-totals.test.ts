import { describe, expect, test } from 'vitest';
import { readTotals, totalsOf } from './test-totals.mjs';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});

describe('the last line never says that all is well when it is not', () => {
  test('tests are counted by what became of them', () => {
    const testResults = [file('passed', 'passed', 'skipped', 'todo'), file('failed', 'passed', 'failed')];
    expect(totalsOf({ testResults }, 1)).toEqual({ passed: 2, failed: 1, skipped: 2 });
  });
  test('a file that could not be loaded is a failure', () => {
    expect(totalsOf({ testResults: [file('failed')] }, 1).failed).toBe(1);
  });
  test('an error outside every test is a failure', () => {
    expect(totalsOf({ testResults: [file('passed', 'passed')] }, 1).failed).toBe(1);
  });
  test('a run without a report is a failure', () => {
    expect(readTotals('no/such/report.json', 0).failed).toBe(1);
  });
});
