/**
 * `npm test`: sets itself up, then runs every check and every test, and ends with one line of totals.
 *
 * `npm test -- poker` runs only the tests whose path holds `poker`, without the checks.
 */
import { requireNode } from './node-version.mjs';

requireNode();

const { endWithParent } = await import('./parent.mjs');
const { ensureInstalled } = await import('./install.mjs');
const { runNode, stopChildrenOnSignal } = await import('./run.mjs');
const { runChecks } = await import('./checks.mjs');
const { ensureChrome } = await import('./chrome.mjs');
const { ensureServices, serviceVariables } = await import('./services/ensure-services.mjs');
const { readTotals } = await import('./test-totals.mjs');

/** @param {string} line */
const say = (line) => console.log(line);

/** @param {{ passed: number, failed: number, skipped: number }} totals */
function finish({ passed, failed, skipped }) {
  say(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}

endWithParent();
stopChildrenOnSignal();
const only = process.argv.slice(2);

if (!(await ensureInstalled(say))) finish({ passed: 0, failed: 1, skipped: 0 });

// Beside the checks, because RabbitMQ takes some seconds. What they say is kept: it would stand amid the checks' lines.
/** @type {string[]} */
const saidOfServices = [];
const startingServices = ensureServices((line) => saidOfServices.push(line));

const checks = only.length === 0 ? await runChecks(say) : { passed: 0, failed: 0 };

const built = await runNode('tools/build.mjs', [], { output: 'show' });
const builds = { passed: built.code === 0 ? 1 : 0, failed: built.code === 0 ? 0 : 1 };
say(built.code === 0 ? 'ok      build' : 'FAILED  build: the tests that need it fail too');

// Before the browser: both may install packages, and apt does one thing at a time.
const services = await startingServices;
for (const line of saidOfServices) say(line);
if (services.redisUrl === null) say('SKIPPED every test that needs Redis.');
if (services.rabbitmqUrl === null) say('SKIPPED every test that needs RabbitMQ.');

const chrome = await ensureChrome(say);
if (chrome === null) say('SKIPPED every browser journey (e2e/): there is no browser to run them in.');

const report = 'test-artefacts/vitest.json';
const tests = await runNode(
  'node_modules/vitest/vitest.mjs',
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...only],
  {
    output: 'show',
    timeoutMs: 1_800_000,
    env: { CI: 'true', ...(chrome === null ? {} : { CHROME_PATH: chrome }), ...serviceVariables(services) },
  },
);
await services.stop();
const totals = readTotals(report, tests.code);
finish({
  passed: checks.passed + builds.passed + totals.passed,
  failed: checks.failed + builds.failed + totals.failed,
  skipped: totals.skipped,
});
