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
 * @property {boolean} [long] begun before the others
 *
 * @typedef {{ ok: boolean, output: string }} Outcome what was looked at when ok, what is wrong when not
 * @typedef {{ ok: boolean, line: string }} Told
 */

/** @type {readonly Check[]} */
export const CHECKS = [
  { name: 'format and lint', run: checkFormatAndLint },
  { name: 'types', run: checkTypes, long: true },
  { name: 'arrows and cycles', run: checkArrows },
  { name: 'dead code', run: checkDeadCode },
  { name: 'generated files', run: checkGenerated, long: true },
  { name: 'protobuf', run: checkProtobuf },
  { name: 'licences', run: checkLicences },
  { name: 'lock file', run: checkLock },
  { name: 'files', run: checkFiles },
  { name: 'links', run: checkLinks },
];

/** The types take two compilers by themselves, and near their end only one: then the other fills the second core. */
const AT_ONCE = 2;

/**
 * Runs the checks two at a time, those that take longest first, and tells them in their order, a line for each.
 *
 * @param {(line: string) => void} say
 * @param {readonly string[]} [only] names; all when empty
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks(say, only = []) {
  const wanted = CHECKS.filter(({ name }) => only.length === 0 || only.includes(name));
  const waiting = [...wanted].sort((a, b) => Number(b.long ?? false) - Number(a.long ?? false));
  /** @type {Map<Check, (told: Told) => void>} */
  const telling = new Map();
  const told = wanted.map(
    (check) => new Promise((/** @type {(told: Told) => void} */ resolve) => telling.set(check, resolve)),
  );
  const worker = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      telling.get(check)?.(await runCheck(check));
    }
  };
  const working = Promise.all(Array.from({ length: AT_ONCE }, worker));
  let passed = 0;
  for (const telling of told) {
    const { ok, line } = await telling;
    if (ok) passed++;
    say(line);
  }
  await working;
  return { passed, failed: wanted.length - passed };
}

/**
 * @param {Check} check
 * @returns {Promise<Told>} never rejects
 */
async function runCheck({ name, run }) {
  const begun = performance.now();
  const { ok, output } = await Promise.resolve()
    .then(run)
    .catch((error) => ({ ok: false, output: String(error instanceof Error ? error.stack : error) }));
  const took = formatSeconds(performance.now() - begun);
  const line = `${ok ? 'ok     ' : 'FAILED '} ${name.padEnd(20)} ${took}`;
  return { ok, line: ok ? line : `${line}\n${tail(output, 60)}` };
}
