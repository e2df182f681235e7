/** Every check in the order it is reported, with the name CONTRIBUTING.md calls it by. */
import { checkArrows } from './arrows.mjs';
import { checkFiles, checkLinks } from './files.mjs';
import { checkGenerated } from './generated.mjs';
import { checkLicences, checkLock } from './licences.mjs';
import { checkProtobuf } from './protobuf-check.mjs';
import { formatSeconds, tail } from './run.mjs';
import { checkDeadCode, checkFormatAndLint, checkTypes } from './types.mjs';

/**
 * @typedef {object} Check
 * @property {string} name
 * @property {() => Promise<Outcome> | Outcome} run
 *
 * @typedef {{ ok: boolean, output: string }} Outcome what was looked at when ok, what is wrong when not
 */

/** @type {readonly Check[]} */
export const CHECKS = [
  { name: 'format and lint', run: checkFormatAndLint },
  { name: 'types', run: checkTypes },
  { name: 'arrows and cycles', run: checkArrows },
  { name: 'dead code', run: checkDeadCode },
  { name: 'generated files', run: checkGenerated },
  { name: 'protobuf', run: checkProtobuf },
  { name: 'licences', run: checkLicences },
  { name: 'lock file', run: checkLock },
  { name: 'files', run: checkFiles },
  { name: 'links', run: checkLinks },
];

/**
 * Runs the checks one after the other, a line for each.
 *
 * @param {(line: string) => void} say
 * @param {readonly string[]} [only] names; all when empty
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks(say, only = []) {
  let passed = 0;
  let failed = 0;
  for (const check of CHECKS) {
    if (only.length > 0 && !only.includes(check.name)) continue;
    const begun = performance.now();
    const outcome = await Promise.resolve()
      .then(check.run)
      .catch((error) => ({ ok: false, output: String(error instanceof Error ? error.stack : error) }));
    const took = formatSeconds(performance.now() - begun);
    if (outcome.ok) {
      passed++;
      say(`ok      ${check.name.padEnd(20)} ${took}`);
    } else {
      failed++;
      say(`FAILED  ${check.name.padEnd(20)} ${took}\n${tail(outcome.output, 60)}`);
    }
  }
  return { passed, failed };
}
