/**
 * Arrows and cycles: runs dependency-cruiser with `.dependency-cruiser.cjs`.
 *
 * The cruiser reports success on nothing at all when it finds no compiler it knows. So every source file on disk must
 * be among the modules it read, and an import between rooms must be among the arrows it saw.
 */
import { existsSync } from 'node:fs';
import { filesBelow } from './paths.mjs';
import { runNode } from './run.mjs';

const ROOMS = ['kernel', 'poker', 'contracts', 'server', 'cli', 'web', 'bench', 'e2e', 'tools'];

/** @param {string} file */
function isSource(file) {
  return /\.(ts|tsx|mjs)$/.test(file) && !file.endsWith('.d.ts') && !file.startsWith('kernel/assembly/');
}

/**
 * @typedef {object} Cruise
 * @property {{ source: string, dependencies: { resolved: string }[] }[]} modules
 * @property {{ violations: { from: string, to: string, rule: { name: string } }[], totalCruised: number }} summary
 */

/** @returns {Promise<{ ok: boolean, output: string }>} */
export async function checkArrows() {
  const files = ROOMS.flatMap((room) => filesBelow(room)).filter(isSource);
  const result = await runNode('node_modules/dependency-cruiser/bin/dependency-cruise.mjs', [
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    ...ROOMS.filter((room) => existsSync(room)),
  ]);
  const start = result.output.indexOf('{');
  if (start < 0) return { ok: false, output: result.output };
  /** @type {Cruise} */
  const cruise = JSON.parse(result.output.slice(start));
  const problems = cruise.summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`);
  const read = new Set(cruise.modules.map((module) => module.source));
  for (const file of files) if (!read.has(file)) problems.push(`the cruiser did not read ${file}`);
  const sees = cruise.modules.some(
    (module) =>
      module.source.startsWith('poker/') && module.dependencies.some((to) => to.resolved.startsWith('kernel/')),
  );
  if (!sees) problems.push('the cruiser saw no arrow from poker to kernel, which must be there');
  return { ok: problems.length === 0, output: problems.join('\n') || `${files.length} files` };
}
