/**
 * Runs buf on the schemas of contracts/proto. Its program is in node_modules and its cache too; it asks no network.
 */
import { at } from './paths.mjs';
import { runNode } from './run.mjs';

/** Where the schemas are, and what of them was released. */
export const SCHEMAS = 'contracts/proto';
export const RELEASED = 'released.binpb';

/**
 * @param {readonly string[]} args files relative to the schemas
 * @returns {Promise<import('./run.mjs').RunResult>}
 */
export function buf(args) {
  return runNode(at('node_modules/@bufbuild/buf/bin/buf'), args, {
    cwd: at(SCHEMAS),
    env: { BUF_CACHE_DIR: at('node_modules/.cache/ploscope/buf') },
  });
}
