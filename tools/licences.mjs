/**
 * No dependency's licence may forbid what we do with it: reads the licence of every package of the lock.
 *
 * What is installed is read from its own package.json; an optional package for another machine, from the lock.
 */
import { existsSync, readFileSync } from 'node:fs';
import { readLock } from './install.mjs';
import { isAllowed, licenceOf, licenceOfText } from './licence-expression.mjs';
import { at } from './paths.mjs';

/** @param {string} file */
function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** @returns {{ ok: boolean, output: string }} */
export function checkLicences() {
  const lock = readLock('package-lock.json');
  if (lock === null) return { ok: false, output: 'package-lock.json is missing or broken' };
  const problems = [];
  let seen = 0;
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (!path.includes('node_modules/') || entry.link) continue;
    seen++;
    const manifest = readIfThere(at(path, 'package.json'));
    const licence =
      licenceOf(manifest === null ? entry : JSON.parse(manifest)) ??
      licenceOfText(readIfThere(at(path, 'LICENSE')) ?? '');
    if (licence === null) problems.push(`${path} names no licence`);
    else if (!isAllowed(licence)) problems.push(`${path} is under ${licence}, which is not on the list`);
  }
  if (seen < 50) problems.push(`only ${seen} packages were read`);
  return { ok: problems.length === 0, output: problems.join('\n') || `${seen} packages` };
}

/**
 * The lock must install from whatever registry the reader uses: no download addresses in it.
 *
 * @returns {{ ok: boolean, output: string }}
 */
export function checkLock() {
  const text = readFileSync(at('package-lock.json'), 'utf8');
  const addresses = text.match(/"resolved": "(https?|git|file)[^"]*"/g) ?? [];
  const lacking = Object.entries(readLock('package-lock.json')?.packages ?? {})
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.link && !('integrity' in entry))
    .map(([path]) => `${path} has no integrity`);
  const problems = [...addresses.slice(0, 5), ...lacking.slice(0, 5)];
  return { ok: problems.length === 0, output: problems.join('\n') };
}
