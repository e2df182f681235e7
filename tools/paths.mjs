/** Where things are: the root of the repository and its rooms. Tools run from anywhere and never rely on the cwd. */
import { readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Folders that hold nothing a person wrote. */
const MADE = new Set(['node_modules', 'dist', 'build', '.git', '.ploscope', 'test-artefacts', 'coverage']);

/**
 * @param {...string} parts below the root
 * @returns {string} the absolute path
 */
export function at(...parts) {
  return join(ROOT, ...parts);
}

/**
 * Every file a person wrote below a folder, sorted, `/`-separated and relative to the root.
 *
 * @param {string} folder relative to the root; '.' for all
 * @returns {string[]}
 */
export function filesBelow(folder) {
  const prefix = relative(ROOT, at(folder)).split(sep).join('/');
  return filesIn(at(folder))
    .map((file) => (prefix === '' ? file : `${prefix}/${file}`))
    .sort();
}

/**
 * The same for any folder, relative to that folder.
 *
 * @param {string} root
 * @returns {string[]}
 */
export function filesIn(root) {
  /** @type {string[]} */
  const found = [];
  /** @param {string} dir */
  const walk = (dir) => {
    for (const entry of readdirSync(dir, { withFileTypes: true })) {
      if (entry.isDirectory()) {
        if (!MADE.has(entry.name)) walk(join(dir, entry.name));
      } else if (entry.isFile()) {
        found.push(relative(root, join(dir, entry.name)).split(sep).join('/'));
      }
    }
  };
  walk(root);
  return found.sort();
}
