/**
 * The steps of the build: what each is made from, what it makes, and which must be there before.
 *
 * Only data and the question "is it stale"; `build.mjs` runs them. Uses no package, because `start.mjs` asks too.
 */
import { existsSync } from 'node:fs';
import { at } from './paths.mjs';
import { hashInputs, isStamped, writeStamp } from './stamp.mjs';

/**
 * @typedef {'kernel' | 'worker' | 'server' | 'cli' | 'web' | 'bench'} StepName
 *
 * @typedef {object} Step
 * @property {readonly string[]} inputs files and folders whose change makes the step stale
 * @property {readonly string[]} outputs files that must exist afterwards
 * @property {true} [asked] made only when asked for by name: the product runs without it
 * @property {readonly StepName[]} needs steps that come first; their inputs count as this step's too
 */

const TYPED_FACE = ['kernel/package.json', 'kernel/src', 'kernel/host'];
const WIRE = ['contracts', 'poker'];
const EVERY_STEP = ['package-lock.json', 'tools/build.mjs', 'tools/build-steps.mjs'];

/** @type {Readonly<Record<StepName, Step>>} */
export const STEPS = {
  kernel: {
    inputs: ['kernel/assembly', 'kernel/asconfig.json'],
    outputs: ['kernel/build/kernel.wasm'],
    needs: [],
  },
  worker: {
    inputs: TYPED_FACE,
    outputs: ['kernel/build/worker.mjs'],
    needs: [],
  },
  server: {
    inputs: ['server', ...WIRE],
    outputs: [
      'server/dist/main.js',
      'server/dist/study-worker.js',
      'server/dist/solve-worker.js',
      'server/dist/hands-worker.js',
      'server/dist/kernel.wasm',
      'server/dist/worker.mjs',
    ],
    needs: ['kernel', 'worker'],
  },
  cli: {
    inputs: ['cli', ...WIRE],
    outputs: ['cli/dist/main.js', 'cli/dist/kernel.wasm', 'cli/dist/worker.mjs'],
    needs: ['kernel', 'worker'],
  },
  web: {
    inputs: ['web', ...WIRE],
    outputs: ['web/dist/index.html'],
    needs: ['kernel', 'worker'],
  },
  bench: {
    inputs: ['bench', ...WIRE],
    outputs: ['main', 'convergence', 'discounts', 'floors', 'flops', 'http-peer', 'http-sockets', 'schedules'].map(
      (name) => `bench/dist/${name}.js`,
    ),
    needs: ['kernel', 'worker'],
    asked: true,
  },
};

export const STEP_NAMES = /** @type {readonly StepName[]} */ (Object.keys(STEPS));

/**
 * @param {string} text
 * @returns {text is StepName}
 */
export function isStepName(text) {
  return Object.hasOwn(STEPS, text);
}

/**
 * @param {StepName} name
 * @returns {string}
 */
function hashOf(name) {
  const step = STEPS[name];
  return hashInputs([...EVERY_STEP, ...step.needs.flatMap((need) => STEPS[need].inputs), ...step.inputs]);
}

/** The steps that make the product. */
export const PRODUCT_STEPS = STEP_NAMES.filter((name) => !STEPS[name].asked);

/**
 * @param {readonly StepName[]} names
 * @returns {StepName[]} those to run again, in an order in which each comes after what it needs
 */
export function staleSteps(names = PRODUCT_STEPS) {
  return STEP_NAMES.filter((name) => {
    if (!names.includes(name)) return false;
    const missing = STEPS[name].outputs.some((file) => !existsSync(at(file)));
    return missing || !isStamped(name, hashOf(name));
  });
}

/**
 * Hash first, build, then stamp with that hash: an edit made during the build leaves the step stale.
 *
 * @param {StepName} name
 * @returns {() => void} call when the step has been made
 */
export function prepareStamp(name) {
  const hash = hashOf(name);
  return () => writeStamp(name, hash);
}
