/**
 * `node tools/orderings.mjs plo4`: makes the percentage orderings of a game in poker/data, against one opponent and
 * against five. It can be stopped and goes on where it was; `--check` tests the committed files instead.
 */
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { at } from './paths.mjs';
import { runNode, stopChildrenOnSignal } from './run.mjs';

stopChildrenOnSignal();
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean', default: false }, threads: { type: 'string' }, deals: { type: 'string' } },
});

const program = values.check ? 'check' : 'make';
const outdir = at('tools/dist');
await build({
  absWorkingDir: at(),
  entryPoints: {
    [`orderings-${program}`]: `tools/orderings/${program}.ts`,
    'orderings-worker': 'tools/orderings/worker.ts',
  },
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  logLevel: 'error',
});
const kernel = await runNode('tools/build.mjs', ['--only', 'kernel']);
if (kernel.code !== 0) throw new Error(kernel.output);
const options = [
  ...(values.threads ? ['--threads', values.threads] : []),
  ...(values.deals ? ['--deals', values.deals] : []),
];
const result = await runNode(`tools/dist/orderings-${program}.mjs`, [...positionals, ...options], {
  output: 'show',
  timeoutMs: 36_000_000,
});
process.exit(result.code);
