/**
 * Types: each room is checked in its own environment, so that `document` is an error in poker and `process` in web.
 *
 * Two compilers run at a time. Their state is kept in node_modules/.cache, which makes the second run short.
 */
import { runNode } from './run.mjs';

const PROJECTS = [
  'web',
  'tsconfig.test.json',
  'server',
  'kernel/host',
  'kernel',
  'poker',
  'contracts',
  'cli',
  'bench',
  'e2e',
  'tools',
];

/** @returns {Promise<{ ok: boolean, output: string }>} */
export async function checkTypes() {
  const waiting = [...PROJECTS];
  /** @type {string[]} */
  const problems = [];
  async function worker() {
    for (let project = waiting.shift(); project !== undefined; project = waiting.shift()) {
      const info = `node_modules/.cache/ploscope/${project.replaceAll('/', '-')}.tsbuildinfo`;
      const args = ['-p', project, '--incremental', '--tsBuildInfoFile', info, '--pretty', 'false'];
      const result = await runNode('node_modules/typescript/bin/tsc', args);
      if (result.code !== 0) problems.push(`${project}:\n${result.output.trimEnd()}`);
    }
  }
  await Promise.all([worker(), worker()]);
  return { ok: problems.length === 0, output: problems.join('\n') || `${PROJECTS.length} projects` };
}

/** Format and lint. @returns {Promise<{ ok: boolean, output: string }>} */
export async function checkFormatAndLint() {
  const args = ['check', '.', '--error-on-warnings', '--max-diagnostics=40', '--colors=off'];
  return outcome(await runNode('node_modules/@biomejs/biome/bin/biome', args));
}

/** Dead code: files, exports and dependencies nobody uses. @returns {Promise<{ ok: boolean, output: string }>} */
export async function checkDeadCode() {
  return outcome(await runNode('node_modules/knip/bin/knip.js', ['--no-progress', '--treat-config-hints-as-errors']));
}

/** @param {import('./run.mjs').RunResult} result */
function outcome(result) {
  return { ok: result.code === 0, output: result.output };
}
