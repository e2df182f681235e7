/**
 * Generated files that are committed: each must be what its generator makes today.
 *
 * Add one: a script that writes the file, and with `--check` compares instead and ends with code 1 on a difference.
 */
import { existsSync } from 'node:fs';
import { at } from './paths.mjs';
import { run } from './run.mjs';

/**
 * @typedef {object} Generator
 * @property {string} what
 * @property {readonly string[]} command after `node`, from the root
 */

/** @type {readonly Generator[]} */
const GENERATORS = [
  { what: '.env.example, docs/errors.md or docs/statistics.md', command: ['tools/documents.mjs', '--check'] },
  { what: 'A percentage ordering of poker/data', command: ['tools/orderings.mjs', '--check'] },
  { what: 'A file of contracts/src/gen', command: ['tools/protobuf.mjs', '--check'] },
];

/** @returns {Promise<{ ok: boolean, output: string }>} */
export async function checkGenerated() {
  const problems = [];
  for (const { what, command } of GENERATORS) {
    const script = command.find((part) => !part.startsWith('-')) ?? '';
    if (!existsSync(at(script))) {
      problems.push(`${what}: ${script} does not exist`);
      continue;
    }
    const result = await run(process.execPath, command);
    if (result.code !== 0) problems.push(`${what} differs from what its generator makes:\n${result.output}`);
  }
  return { ok: problems.length === 0, output: problems.join('\n') || `${GENERATORS.length} generators` };
}
