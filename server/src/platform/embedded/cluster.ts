/**
 * The cluster on disk: made once, whole or not at all, and looked at before it is opened.
 *
 * A new one is made under another name, with its login and its database, and takes its place by a rename; what is left
 * of an attempt cut short is thrown away. The login may create roles and databases and is no superuser; the superuser
 * has no password and so cannot log in. Sorting is by bytes (locale C), the same on every machine.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { sayEmbedded } from '../../text/embedded.ts';
import { type DataFolder, giveTo } from './data-folder.ts';
import { diskFull, EmbeddedPostgresError, folderError, reasonIn, tellsOfFullDisk } from './embedded-error.ts';
import { MAJOR_VERSION, programFile } from './programs.ts';
import { commandAs, type RunAs } from './run-as.ts';

export const DATABASE = 'plosolver';
export const LOGIN = 'ploscope';

/** The login's password lies inside the cluster, so that neither is ever there without the other. */
const PASSWORD_FILE = 'ploscope.password';

/** Nobody without the password, and nobody from another machine. */
const WHO_MAY_CONNECT = `local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n`;

/** Makes the cluster when there is none. Gives back the login's password. */
export async function prepareCluster(folder: DataFolder, runAs: RunAs): Promise<string> {
  try {
    sweep(folder);
    if (!existsSync(folder.cluster)) await makeCluster(folder, runAs);
    checkCluster(folder, runAs);
    if (runAs.ownerUid !== null) giveTo(folder.cluster, runAs.ownerUid);
    return readFileSync(join(folder.cluster, PASSWORD_FILE), 'utf8').trim();
  } catch (error) {
    throw folderError(folder.folder, error);
  }
}

/** Takes away what an attempt cut short left, and an empty folder made by hand. */
function sweep(folder: DataFolder): void {
  for (const name of readdirSync(folder.folder)) {
    if (name.startsWith(folder.newCluster)) rmSync(join(folder.folder, name), { recursive: true, force: true });
  }
  if (existsSync(folder.cluster) && readdirSync(folder.cluster).length === 0) rmdirSync(folder.cluster);
}

function checkCluster({ cluster }: DataFolder, runAs: RunAs): void {
  const uid = process.getuid?.();
  if (runAs.ownerUid === null && uid !== undefined && statSync(cluster).uid !== uid) {
    throw new EmbeddedPostgresError('CLUSTER_OF_OTHER_USER', sayEmbedded.otherOwner(cluster));
  }
  const version = existsSync(join(cluster, 'PG_VERSION'))
    ? readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
    : '';
  if (version !== '' && version !== MAJOR_VERSION) {
    throw new EmbeddedPostgresError(
      'CLUSTER_OF_OTHER_VERSION',
      sayEmbedded.otherVersion(cluster, version, MAJOR_VERSION),
    );
  }
  if (version === '' || !existsSync(join(cluster, PASSWORD_FILE))) {
    throw new EmbeddedPostgresError('CLUSTER_DAMAGED', sayEmbedded.notACluster(cluster));
  }
}

async function makeCluster(folder: DataFolder, runAs: RunAs): Promise<void> {
  const half = join(folder.folder, `${folder.newCluster}${randomBytes(6).toString('hex')}`);
  mkdirSync(half, { mode: 0o700 });
  try {
    if (runAs.ownerUid !== null) giveTo(half, runAs.ownerUid);
    const options = ['--username=postgres', '--auth=trust', '--locale=C', '--encoding=UTF8', '--no-instructions'];
    await run(folder, runAs, 'initdb', ['-D', half, ...options]);
    const password = randomBytes(24).toString('base64url');
    await run(folder, runAs, 'postgres', ['--single', '-D', half, 'postgres'], firstStatements(password));
    writeFileSync(join(half, 'pg_hba.conf'), WHO_MAY_CONNECT, { flush: true });
    writeFileSync(join(half, PASSWORD_FILE), `${password}\n`, { mode: 0o600, flush: true });
    syncFolder(half);
    renameSync(half, folder.cluster);
    syncFolder(folder.folder);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    throw error;
  }
}

/** One statement a line, as PostgreSQL's single-user mode reads them. */
function firstStatements(password: string): string {
  return [
    `CREATE ROLE ${LOGIN} LOGIN CREATEROLE CREATEDB PASSWORD '${password}';`,
    `CREATE DATABASE ${DATABASE} OWNER ${LOGIN};`,
    `REVOKE ALL ON DATABASE ${DATABASE} FROM PUBLIC;`,
    '',
  ].join('\n');
}

/** Runs one of the programs to its end. Single-user mode ends well even when a statement failed: the output tells. */
async function run(
  { folder }: DataFolder,
  runAs: RunAs,
  program: 'initdb' | 'postgres',
  args: readonly string[],
  input = '',
): Promise<void> {
  const command = commandAs(runAs, programFile(runAs.native, program), args);
  const child = spawn(command.file, command.args, { ...command.options, stdio: 'pipe', cwd: '/' });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  // A program that ends before it has read everything: its output says why.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', (error) => {
      said += error.message;
      resolve(null);
    });
    child.on('close', resolve);
  });
  if (code === 0 && !/^.*(ERROR|FATAL|PANIC): /m.test(said)) return;
  if (tellsOfFullDisk(said)) throw diskFull(folder, said);
  throw new EmbeddedPostgresError('CLUSTER_NOT_MADE', sayEmbedded.cannotMake(folder, reasonIn(said)), said);
}

/** Makes the names in a folder safe from a power cut. Windows has no such thing. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
