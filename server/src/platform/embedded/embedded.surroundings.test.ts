import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, expect, test } from 'vitest';
import {
  madeDataFolder,
  makeProgram,
  postmasterPid,
  removeFolders,
  removeMadeDataFolder,
  runProgram,
  temporaryFolder,
} from '../../testing/embedded-program.ts';
import { startEmbeddedPostgres } from './index.ts';
import { isPostmasterOf } from './processes.ts';
import { installedPrograms } from './programs.ts';

const QUIET = { info: () => {}, warn: () => {}, error: () => {} };
const ROOT = process.getuid?.() === 0;
/** One that every Linux has a name for, and one that none has. */
const NORMAL_USER = 1;
const NAMELESS_USER = 54_321;

const folders: string[] = [];
const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
  removeFolders(folders);
});

function newFolder(mode?: number): string {
  const folder = temporaryFolder(mode);
  folders.push(folder);
  return folder;
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query('SELECT 1 AS one');
  await client.end();
  return rows[0]?.one === 1;
}

const packages: string[] = [];
afterAll(async () => {
  removeFolders(packages);
  await removeMadeDataFolder();
});

/** A package as npm leaves it when install scripts are off: no links. Copied once, as it is large. */
function packageWithoutLinks(): string {
  if (packages.length === 0) {
    packages.push(temporaryFolder());
    cpSync(dirname(installedPrograms()), join(packages[0] ?? '', 'package'), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !/\.(a|pc)$/.test(path),
    });
  }
  const native = join(packages[0] ?? '', 'package/native');
  execFileSync('find', [native, '-type', 'l', '-delete']);
  return native;
}

test('a program that is killed leaves a database; the next start stops it and has every committed row', async () => {
  const folder = newFolder();
  const dataFolder = await madeDataFolder();
  const program = await makeProgram(folder);
  const first = await runProgram(program, [dataFolder, installedPrograms()]);
  const url = first.said.replace('url ', '');
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  await client.query('CREATE TABLE kept AS SELECT 7 AS seven');
  const second = await runProgram(program, [dataFolder, installedPrograms()]);
  expect(second.said).toMatch(/^error DATA_FOLDER_IN_USE /);
  await first.kill();
  const orphan = postmasterPid(dataFolder);
  expect((await client.query('SELECT seven FROM kept')).rows).toEqual([{ seven: 7 }]);

  const postgres = await startEmbeddedPostgres({ dataFolder, log: QUIET });
  undo.push(() => postgres.close());
  expect(postmasterPid(dataFolder)).not.toBe(orphan);
  expect(isPostmasterOf(join(dataFolder, 'postgres'), orphan ?? 0)).toBe(false);
  const again = new Client({ connectionString: postgres.url });
  await again.connect();
  expect((await again.query('SELECT seven FROM kept')).rows).toEqual([{ seven: 7 }]);
  await again.end();
});

test('program and database killed together: the next start has every committed row', async () => {
  const folder = newFolder();
  const dataFolder = await madeDataFolder();
  const { said, kill } = await runProgram(await makeProgram(folder), [dataFolder, installedPrograms()]);
  const client = new Client({ connectionString: said.replace('url ', '') });
  client.on('error', () => {});
  await client.connect();
  await client.query('CREATE TABLE kept_too AS SELECT 7 AS seven');
  process.kill(postmasterPid(dataFolder) ?? 0, 'SIGKILL');
  await kill();
  const postgres = await startEmbeddedPostgres({ dataFolder, log: QUIET });
  undo.push(() => postgres.close());
  const again = new Client({ connectionString: postgres.url });
  await again.connect();
  expect((await again.query('SELECT seven FROM kept_too')).rows).toEqual([{ seven: 7 }]);
  await again.end();
});

test('library links that npm did not make are made, once', async () => {
  const programs = packageWithoutLinks();
  const dataFolder = await madeDataFolder();
  for (let i = 0; i < 2; i++) {
    const postgres = await startEmbeddedPostgres({ dataFolder, log: QUIET, programs });
    expect(await answers(postgres.url)).toBe(true);
    await postgres.close();
  }
  expect(statSync(join(programs, 'lib/libpq.so.5')).isFile()).toBe(true);
});

for (const way of ['other user', 'user namespace', 'capability']) {
  test.runIf(ROOT && (way !== 'user namespace' || mayUnshare(0)))(
    `as root by ${way}, under a home closed to others where that can be`,
    async () => {
      const dataFolder = join(newFolder(way === 'other user' ? 0o755 : 0o700), 'data');
      const postgres = await startEmbeddedPostgres({ dataFolder, log: QUIET, waysForRoot: [way] });
      expect(await answers(postgres.url)).toBe(true);
      await postgres.close();
    },
  );
}

test.runIf(ROOT)('as root the way may change from one start to the next', async () => {
  const dataFolder = await madeDataFolder();
  for (const mode of [0o755, 0o700, 0o755]) {
    chmodSync(dirname(dataFolder), mode);
    const postgres = await startEmbeddedPostgres({ dataFolder, log: QUIET });
    expect(await answers(postgres.url)).toBe(true);
    await postgres.close();
  }
});

test.runIf(ROOT)(
  'a normal user: under a closed home, with a package that cannot be written and has no links',
  async () => {
    const folder = newFolder();
    const program = await makeProgram(folder);
    const programs = packageWithoutLinks();
    const home = join(folder, 'data');
    mkdirSync(home, { mode: 0o700 });
    chownSync(home, NORMAL_USER, NORMAL_USER);
    const { said, kill } = await runProgram(program, [home, programs], NORMAL_USER);
    undo.push(kill);
    expect(said).toMatch(/^url /);
    expect(await answers(said.replace('url ', ''))).toBe(true);
  },
);

test.runIf(ROOT && mayUnshare(NAMELESS_USER))('a user without a name, as containers have them', async () => {
  const folder = newFolder();
  const home = join(folder, 'data');
  mkdirSync(home, { mode: 0o700 });
  chownSync(home, NAMELESS_USER, NAMELESS_USER);
  const programs = packageWithoutLinks();
  const { said, kill } = await runProgram(await makeProgram(folder), [home, programs], NAMELESS_USER);
  undo.push(kill);
  expect(said).toMatch(/^url /);
  expect(await answers(said.replace('url ', ''))).toBe(true);
});

test.runIf(ROOT)('a folder that a normal user cannot write is named', async () => {
  const folder = newFolder();
  const { said, kill } = await runProgram(
    await makeProgram(folder),
    [join(folder, 'data'), installedPrograms()],
    NORMAL_USER,
  );
  undo.push(kill);
  expect(said).toMatch(/^error DATA_FOLDER_NOT_WRITABLE .*EACCES/);
  expect(said).toContain(join(folder, 'data'));
});

const TMPFS = ROOT && mayMount();

test.runIf(TMPFS)('a full disk is named, and so is the folder, at the first start', async () => {
  const folder = newFolder();
  const disk = join(folder, 'data');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk]);
  undo.push(() => execFileSync('umount', [disk]));
  await expect(startEmbeddedPostgres({ dataFolder: disk, log: QUIET })).rejects.toMatchObject({
    code: 'DISK_FULL',
    message: expect.stringContaining(disk),
  });
});

function mayUnshare(uid: number): boolean {
  return spawnSync('unshare', ['-U', 'true'], { uid, gid: uid }).status === 0;
}

function mayMount(): boolean {
  const folder = temporaryFolder();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', folder]).status === 0;
  if (mounted) execFileSync('umount', [folder]);
  rmSync(folder, { recursive: true });
  return mounted;
}
