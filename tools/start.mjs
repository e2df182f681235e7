/**
 * `npm start`: installs when needed, builds when needed, serves the product on PORT (3000).
 *
 * The server runs in this very process, so one Ctrl-C ends everything and nothing can be left behind.
 */
import { requireNode } from './node-version.mjs';

requireNode();

const { existsSync } = await import('node:fs');
const { pathToFileURL } = await import('node:url');
const { at } = await import('./paths.mjs');
const { parsePort, portProblem } = await import('./port.mjs');
const { stopChildrenOnSignal, runNode } = await import('./run.mjs');
const { endWithParent } = await import('./parent.mjs');
const { ensureInstalled } = await import('./install.mjs');
const { staleSteps } = await import('./build-steps.mjs');

/** @param {string} line */
const say = (line) => console.log(`[start] ${line}`);

/**
 * @param {string} message
 * @returns {never}
 */
function giveUp(message) {
  console.error(`[start] ${message}`);
  process.exit(1);
}

// What is already in the environment wins over the file.
if (existsSync(at('.env'))) process.loadEnvFile(at('.env'));

const choice = parsePort(process.env.PORT);
if (!choice.ok) giveUp(choice.message);
/** A role other than `all` has a port of its own, which it says when it is taken. */
const isWhole = (process.env.ROLE?.trim() || 'all').toLowerCase() === 'all';
const hasPort = isWhole || Boolean(process.env.PORT?.trim());
const problem = hasPort ? await portProblem(choice.port) : null;
if (problem !== null) giveUp(problem);

endWithParent();
const handSignalsOver = stopChildrenOnSignal();
if (!(await ensureInstalled(say))) giveUp('The packages could not be installed; npm says why above.');

const stale = staleSteps();
if (stale.length > 0) {
  say(`Building ${stale.join(', ')}…`);
  const built = await runNode('tools/build.mjs', [], { output: 'show' });
  if (built.code !== 0) giveUp('The build failed; the reason is above.');
} else {
  say('The build is up to date.');
}
handSignalsOver();

say(hasPort ? `Starting the server on port ${choice.port}…` : `Starting the role ${process.env.ROLE}…`);
await import(pathToFileURL(at('server/dist/main.js')).href);
