/**
 * `npm run build`: makes what changed. `node tools/build.mjs --only kernel,worker` makes those and what they need;
 * `--force` makes all.
 *
 * Node gets one ESM bundle for each program, with our own rooms inside and the packages of node_modules outside. The
 * files a program reads while it runs lie beside its bundle: `kernel.wasm`, `worker.mjs`, and `data/` from poker/data.
 */
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isStepName, PRODUCT_STEPS, prepareStamp, STEP_NAMES, STEPS, staleSteps } from './build-steps.mjs';
import { endWithParent } from './parent.mjs';
import { at } from './paths.mjs';
import { precompress } from './precompress.mjs';
import { formatSeconds, runNode, stopChildrenOnSignal, tail } from './run.mjs';

/** @typedef {import('./build-steps.mjs').StepName} StepName */

/**
 * @param {string} script
 * @param {readonly string[]} args
 * @param {string} [cwd]
 */
async function runOrThrow(script, args, cwd = at()) {
  const result = await runNode(script, args, { cwd });
  if (result.code !== 0) throw new Error(`${script} ended with code ${result.code}\n${tail(result.output, 60)}`);
}

/**
 * What is imported lazily stays a file of its own, so that a program loads it only when it is used.
 *
 * @param {Readonly<Record<string, string>>} entries source by name of the file made, without its ending
 * @param {string} outdir
 * @param {{ ending?: string, splitting?: boolean }} [options]
 */
async function bundle(entries, outdir, { ending = '.js', splitting = false } = {}) {
  for (const entry of Object.values(entries)) if (!existsSync(at(entry))) throw new Error(`${entry} does not exist`);
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: at(),
    entryPoints: { ...entries },
    outdir,
    outExtension: { '.js': ending },
    splitting,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: true,
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [
      {
        name: 'packages-outside',
        setup(builder) {
          builder.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
            if (kind === 'entry-point' || path.startsWith('@ploscope/')) return undefined;
            return { path, external: true };
          });
        },
      },
    ],
  });
}

/**
 * @param {string} room
 * @param {Readonly<Record<string, string>>} entries
 */
async function program(room, entries) {
  const dist = at(room, 'dist');
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  await bundle(entries, `${room}/dist`, { splitting: true });
  for (const file of ['kernel.wasm', 'worker.mjs', 'worker.mjs.map']) {
    cpSync(at('kernel/build', file), at(room, 'dist', file));
  }
  if (existsSync(at('poker/data'))) cpSync(at('poker/data'), at(room, 'dist/data'), { recursive: true });
}

/** @type {Record<StepName, () => Promise<void>>} */
const MAKE = {
  kernel: () => {
    mkdirSync(at('kernel/build'), { recursive: true });
    return runOrThrow(at('node_modules/assemblyscript/bin/asc.js'), ['--config', 'asconfig.json'], at('kernel'));
  },
  worker: () => bundle({ worker: 'kernel/host/node-worker.ts' }, 'kernel/build', { ending: '.mjs' }),
  server: async () => {
    await program('server', {
      main: 'server/src/main.ts',
      'study-worker': 'server/src/features/study/study.worker.ts',
      'solve-worker': 'server/src/features/study/solve/solve.worker.ts',
      'hands-worker': 'server/src/features/hands/threads/hands.worker.ts',
    });
    cpSync(at('server/db/migrations'), at('server/dist/migrations'), { recursive: true });
  },
  cli: () => program('cli', { main: 'cli/src/main.ts' }),
  bench: () =>
    program('bench', {
      main: 'bench/src/main.ts',
      convergence: 'bench/src/convergence.ts',
      discounts: 'bench/src/discounts.ts',
      floors: 'bench/src/floors.ts',
      flops: 'bench/src/flops.ts',
      'http-peer': 'bench/src/http/peer-server.ts',
      'http-sockets': 'bench/src/http/socket-clients.ts',
      schedules: 'bench/src/schedules.ts',
    }),
  web: async () => {
    await runOrThrow('node_modules/vite/bin/vite.js', ['build', 'web', '--logLevel', 'warn']);
    await precompress(at('web/dist'));
  },
};

/**
 * @param {string | undefined} only comma-separated step names
 * @returns {Set<StepName>}
 */
function chosen(only) {
  if (only === undefined) return new Set(PRODUCT_STEPS);
  /** @type {Set<StepName>} */
  const names = new Set();
  for (const name of only.split(',')) {
    if (!isStepName(name)) throw new Error(`no build step "${name}"; there are ${STEP_NAMES.join(', ')}`);
    for (const need of STEPS[name].needs) names.add(need);
    names.add(name);
  }
  return names;
}

async function main() {
  const { values } = parseArgs({ options: { only: { type: 'string' }, force: { type: 'boolean' } } });
  endWithParent();
  stopChildrenOnSignal();
  const wanted = chosen(values.only);
  const stale = new Set(values.force ? STEP_NAMES : staleSteps([...wanted]));
  /** @type {Map<StepName, Promise<boolean>>} */
  const started = new Map();
  for (const name of STEP_NAMES) {
    if (wanted.has(name) && stale.has(name)) started.set(name, make(name, started));
  }
  const results = await Promise.all(started.values());
  if (started.size === 0) console.log('[build] everything is up to date');
  if (results.includes(false)) process.exitCode = 1;
}

/**
 * @param {StepName} name
 * @param {ReadonlyMap<StepName, Promise<boolean>>} started steps that may come first
 * @returns {Promise<boolean>} whether it was made
 */
async function make(name, started) {
  const before = await Promise.all(STEPS[name].needs.map((need) => started.get(need) ?? true));
  if (before.includes(false)) {
    console.log(`[build] ${name} not made: it needs ${STEPS[name].needs.join(' and ')}`);
    return false;
  }
  const begun = performance.now();
  const stamp = prepareStamp(name);
  try {
    await MAKE[name]();
  } catch (error) {
    console.log(`[build] ${name} FAILED\n${error instanceof Error ? error.message : error}`);
    return false;
  }
  const lacking = STEPS[name].outputs.filter((file) => !existsSync(at(file)));
  if (lacking.length > 0) {
    console.log(`[build] ${name} FAILED: it did not make ${lacking.join(', ')}`);
    return false;
  }
  stamp();
  console.log(`[build] ${name} made in ${formatSeconds(performance.now() - begun)}`);
  return true;
}

await main();
