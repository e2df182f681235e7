/**
 * `npm run soak`: the fault runs at their full figures; `npm test` runs a twentieth of each. Words choose files by a part
 * of their name (`npm run soak -- jobs`), `--scale 0.1` makes all of them smaller, `SOAK_SEED` repeats choices.
 */
import { requireNode } from './node-version.mjs';

requireNode();

const { endWithParent } = await import('./parent.mjs');
const { ensureInstalled } = await import('./install.mjs');
const { runNode, stopChildrenOnSignal } = await import('./run.mjs');
const { ensureServices, serviceVariables } = await import('./services/ensure-services.mjs');

const HOURS = 6;

/** @param {string} line */
const say = (line) => console.log(line);

endWithParent();
stopChildrenOnSignal();
const words = process.argv.slice(2);
const named = words.indexOf('--scale');
const [, scale = '1'] = named < 0 ? [] : words.splice(named, 2);
if (!(Number(scale) > 0)) {
  say(`--scale takes a number above 0, not "${scale}".`);
  process.exit(2);
}

if (!(await ensureInstalled(say))) process.exit(1);
const built = await runNode('tools/build.mjs', [], { output: 'show' });
if (built.code !== 0) process.exit(1);
const services = await ensureServices(say);
if (services.rabbitmqUrl === null) say('SKIPPED every run that needs RabbitMQ.');
const result = await runNode('node_modules/vitest/vitest.mjs', ['run', '--project', 'soak', ...words], {
  output: 'show',
  timeoutMs: HOURS * 3_600_000,
  env: { CI: 'true', SOAK_SCALE: scale, ...serviceVariables(services) },
});
await services.stop();
process.exit(result.code);
