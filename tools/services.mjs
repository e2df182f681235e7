/**
 * `node tools/services.mjs`: holds a Redis and a RabbitMQ for tests until Ctrl-C, and prints the variables that tell
 * tests of them, for the shell in which `npx vitest run server` is to use them.
 */
import { requireNode } from './node-version.mjs';

requireNode();

const { ensureServices, serviceVariables } = await import('./services/ensure-services.mjs');

/** @param {string} line */
const say = (line) => console.log(line);

const starting = ensureServices((line) => say(`# ${line}`));
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, async () => {
    await (await starting).stop();
    process.exit(0);
  });
}

const variables = Object.entries(serviceVariables(await starting));
for (const [name, value] of variables) say(`export ${name}=${value}`);
if (variables.length === 0) process.exit(1);
say('# Ctrl-C ends them.');
setInterval(() => {}, 60_000);
