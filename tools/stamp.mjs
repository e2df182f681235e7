/**
 * Remembers what a build step was made from, so that it is made again only when that changed.
 *
 * A stamp is a hash of contents, not of times: a fresh checkout, a branch switch or a copied folder must not fool it.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { at, filesBelow } from './paths.mjs';

/**
 * @param {readonly string[]} inputs files and folders, relative to the root; one that does not exist counts as empty
 * @returns {string} a hash of their names and contents
 */
export function hashInputs(inputs) {
  const hash = createHash('sha256');
  for (const input of inputs) {
    if (!existsSync(at(input))) continue;
    for (const file of statSync(at(input)).isFile() ? [input] : filesBelow(input)) {
      if (file.includes('.test.')) continue;
      hash
        .update(`${file}\0`)
        .update(readFileSync(at(file)))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

/** @param {string} name */
function stampFile(name) {
  return at('node_modules', '.cache', 'ploscope', `${name}.stamp`);
}

/**
 * @param {string} name of the step
 * @param {string} hash
 * @returns {boolean} whether the step was last made from exactly this
 */
export function isStamped(name, hash) {
  const file = stampFile(name);
  return existsSync(file) && readFileSync(file, 'utf8') === hash;
}

/**
 * @param {string} name
 * @param {string} hash
 */
export function writeStamp(name, hash) {
  mkdirSync(dirname(stampFile(name)), { recursive: true });
  writeFileSync(stampFile(name), hash);
}
