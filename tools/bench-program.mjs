/** Builds the bench when it changed and runs one of its programs to the end of this process. */
import { requireNode } from './node-version.mjs';

/**
 * Progress goes to stderr, so that standard output stays clean.
 *
 * @param {'main' | 'convergence' | 'discounts' | 'floors' | 'flops' | 'schedules'} name
 * @param {number} hours after which it is taken to hang
 */
export async function runBenchProgram(name, hours = 1) {
  requireNode();
  const { endWithParent } = await import('./parent.mjs');
  const { ensureInstalled } = await import('./install.mjs');
  const { runNode, stopChildrenOnSignal } = await import('./run.mjs');
  endWithParent();
  stopChildrenOnSignal();
  /** @param {string} line */
  const say = (line) => console.error(line);
  if (!(await ensureInstalled(say))) process.exit(1);
  // One group of rows measures the built server.
  const needsServer = name === 'main' && process.argv.includes('http');
  const built = await runNode('tools/build.mjs', ['--only', needsServer ? 'bench,server' : 'bench']);
  if (built.code !== 0) {
    say(built.output);
    process.exit(1);
  }
  const args = process.argv.slice(2);
  const result = await runNode(`bench/dist/${name}.js`, args, { output: 'show', timeoutMs: hours * 3_600_000 });
  process.exit(result.code);
}
