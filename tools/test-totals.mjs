/**
 * The totals of a test run, from vitest's JSON report.
 *
 * A file that could not be loaded has no tests to count, and an error outside a test is in no count at all: each of
 * them must still make the run fail.
 */
import { readFileSync } from 'node:fs';
import { at } from './paths.mjs';

/**
 * @typedef {object} Report
 * @property {{ status: string, assertionResults: { status: string }[] }[]} testResults
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Totals
 */

/**
 * @param {Report} report
 * @param {number} exitCode of the run
 * @returns {Totals}
 */
export function totalsOf(report, exitCode) {
  const totals = { passed: 0, failed: 0, skipped: 0 };
  for (const file of report.testResults) {
    for (const { status } of file.assertionResults) {
      if (status === 'passed') totals.passed++;
      else if (status === 'failed') totals.failed++;
      else totals.skipped++;
    }
    const anyFailed = file.assertionResults.some(({ status }) => status === 'failed');
    if (file.status === 'failed' && !anyFailed) totals.failed++;
  }
  if (exitCode !== 0 && totals.failed === 0) totals.failed = 1;
  return totals;
}

/**
 * @param {string} file relative to the root
 * @param {number} exitCode
 * @returns {Totals} one failure when there is no report
 */
export function readTotals(file, exitCode) {
  try {
    return totalsOf(JSON.parse(readFileSync(at(file), 'utf8')), exitCode);
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
