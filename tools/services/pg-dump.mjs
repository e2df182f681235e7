/** Finds a `pg_dump` that can read our database; the PostgreSQL from npm brings none. */
import { existsSync, readdirSync } from 'node:fs';
import { run } from '../run.mjs';
import { findProgram } from './programs.mjs';

/** A pg_dump refuses servers of a later major than its own. */
const LEAST_MAJOR = 15;
const DEBIAN = '/usr/lib/postgresql';

/**
 * @param {string} version what `pg_dump --version` says
 * @returns {boolean}
 */
export function isNewEnough(version) {
  return Number(/\) (\d+)/.exec(version)?.[1] ?? 0) >= LEAST_MAJOR;
}

/** @returns {Promise<string | null>} its path */
export async function findPgDump() {
  const majors = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(Number).filter(Boolean) : [];
  majors.sort((a, b) => a - b);
  // Debian's of the PATH is a wrapper that takes the version of a local cluster, which need not be new enough.
  for (const folder of [...majors.map((major) => `${DEBIAN}/${major}/bin`), null]) {
    const program = findProgram('pg_dump', folder === null ? [] : [folder]);
    if (program !== null && isNewEnough((await run(program, ['--version'])).output)) return program;
  }
  return null;
}
