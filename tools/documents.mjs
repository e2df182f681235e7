/**
 * Documents written from code: `node tools/documents.mjs` writes them, with `--check` it compares instead and ends
 * with code 1 on a difference.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { at } from './paths.mjs';

/** @type {readonly { file: string, source: string, writer: string }[]} */
const DOCUMENTS = [
  { file: '.env.example', source: 'server/src/platform/config/env-example.ts', writer: 'formatEnvExample' },
  { file: 'docs/errors.md', source: 'contracts/src/error-document.ts', writer: 'formatErrorDocument' },
  {
    file: 'docs/statistics.md',
    source: 'poker/src/statistics/statistics-document.ts',
    writer: 'formatStatisticsDocument',
  },
];

/**
 * @param {string} source a module without packages
 * @param {string} writer the function it exports
 * @returns {Promise<string>} what the function answers
 */
async function write(source, writer) {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: at(),
    entryPoints: [source],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  const code = outputFiles[0]?.text ?? '';
  const module = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
  return module[writer]();
}

const check = process.argv.includes('--check');
for (const { file, source, writer } of DOCUMENTS) {
  const text = await write(source, writer);
  const path = at(file);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  if (check) {
    console.error(`${file} is not what ${source} makes. Run: node tools/documents.mjs`);
    process.exitCode = 1;
  } else {
    writeFileSync(path, text);
    console.log(`${file} written`);
  }
}
