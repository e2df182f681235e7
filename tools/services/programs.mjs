/** Where a program of this machine is. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where servers are that an ordinary user's PATH leaves out. */
const MORE = ['/usr/local/sbin', '/usr/sbin', '/opt/homebrew/bin', '/opt/homebrew/sbin', '/usr/local/bin', '/usr/bin'];

/**
 * @param {string} name
 * @param {readonly string[]} [first] folders to look in before the PATH
 * @returns {string | null}
 */
export function findProgram(name, first = []) {
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const folder of [...first, ...path, ...MORE]) {
    const file = join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not here.
    }
  }
  return null;
}
