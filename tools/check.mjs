/** `npm run check`: every check that needs no build. `npm run check -- types links` runs only those named. */
import { requireNode } from './node-version.mjs';

requireNode();

const { CHECKS, runChecks } = await import('./checks.mjs');
const { endWithParent } = await import('./parent.mjs');
const { ensureInstalled } = await import('./install.mjs');
const { stopChildrenOnSignal } = await import('./run.mjs');

endWithParent();
stopChildrenOnSignal();
const only = process.argv.slice(2);
const unknown = only.filter((name) => !CHECKS.some((check) => check.name === name));
if (unknown.length > 0) {
  console.error(`no check "${unknown[0]}"; there are: ${CHECKS.map((check) => check.name).join(', ')}`);
  process.exit(2);
}
if (!(await ensureInstalled(console.log))) process.exit(1);
const { passed, failed } = await runChecks(console.log, only);
console.log(`${passed} passed, ${failed} failed, 0 skipped`);
process.exitCode = failed === 0 ? 0 : 1;
