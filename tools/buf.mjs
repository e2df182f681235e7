/**
 * Runs buf on the schemas of contracts/proto. Its program is in node_modules and its cache too; it asks no network.
 */
import { at } from './paths.mjs';
import { runNode } from './run.mjs';

const SCHEMAS = 'contracts/proto';
/** What of them was released. */
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
