/** `npm run bench`: builds what changed, then measures. `npm run bench -- --json` is for machines. */
import { requireNode } from './node-version.mjs';

requireNode();

const { endWithParent } = await import('./parent.mjs');
const { ensureInstalled } = await import('./install.mjs');
const { runNode, stopChildrenOnSignal } = await import('./run.mjs');

endWithParent();
stopChildrenOnSignal();
/** Progress goes to stderr, so that `--json` leaves clean standard output. @param {string} line */
const say = (line) => console.error(line);
if (!(await ensureInstalled(say))) process.exit(1);
const built = await runNode('tools/build.mjs', ['--only', 'bench']);
if (built.code !== 0) {
  say(built.output);
  process.exit(1);
}
const args = process.argv.slice(2);
const result = await runNode('bench/dist/main.js', args, { output: 'show', timeoutMs: 3_600_000 });
process.exit(result.code);
