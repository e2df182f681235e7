/** Brings the database of a data folder up, step by step, and takes it down again. */
import { rmSync } from 'node:fs';
import { chooseAddress, urlOf } from './address.ts';
import { prepareCluster } from './cluster.ts';
import { prepareDataFolder, writeSecret } from './data-folder.ts';
import { type EmbeddedPostgresError, folderError } from './embedded-error.ts';
import { takeFolder } from './owner-lock.ts';
import { installedPrograms } from './programs.ts';
import { chooseRunAs } from './run-as.ts';
import { type EmbeddedLog, type Pauses, type Supervised, supervise } from './supervisor.ts';

export interface EmbeddedPostgres {
  /** Connection string of the database `plosolver`, by a unix socket or by 127.0.0.1, with its password. */
  readonly url: string;
  /** Orderly stop: running transactions are rolled back, connections closed. May be called again. */
  close(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Such as `/x/.ploscope`. The cluster lies in `postgres` there, the connection string in `database-url`. */
  readonly dataFolder: string;
  readonly log: EmbeddedLog;
  /** Called once when the database died and is not started again. Until then a death is only a line in the log. */
  readonly onGone?: (error: EmbeddedPostgresError) => void;
  /** Folder with PostgreSQL's `bin`, `lib` and `share`, in place of the package's. */
  readonly programs?: string;
  /** Narrows the ways to run it as root: `other user`, `user namespace`, `capability`. */
  readonly waysForRoot?: readonly string[];
  /** Between two tries to start it again. */
  readonly pauses?: Pauses;
}

/**
 * Starts PostgreSQL on a data folder, making both when they are missing. Rejects with an `EmbeddedPostgresError`.
 *
 * A process that ends without `close` has the database stopped; one that is killed leaves it running, and the next start
 * on the folder stops it before it starts its own.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log } = options;
  const begun = performance.now();
  const folder = prepareDataFolder(options.dataFolder);
  const letGo = takeOrExplain(folder.folder);
  let held = true;
  // Once only: afterwards the files may be those of another program.
  const release = (): void => {
    if (!held) return;
    held = false;
    rmSync(folder.urlFile, { force: true });
    letGo();
  };
  let supervised: Supervised | null = null;
  try {
    const runAs = chooseRunAs(folder, options.programs ?? installedPrograms(), options.waysForRoot);
    const password = await prepareCluster(folder, runAs);
    const address = await chooseAddress(folder.sockets);
    const onOrphan = (pid: number): void => log.warn({ pid }, 'stopped the postgres of an earlier run');
    const givenUp = (error: EmbeddedPostgresError): void => {
      release();
      log.error({ err: error }, 'postgres is given up');
      options.onGone?.(error);
    };
    const running = await supervise({ folder, runAs, address, onOrphan }, log, givenUp, options.pauses);
    supervised = running;
    const url = urlOf(address, password);
    writeSecret(folder.urlFile, url);
    log.info({ folder: folder.folder, as: runAs.name, ms: Math.round(performance.now() - begun) }, 'postgres runs');

    const atExit = (): void => running.stopSoon();
    process.once('exit', atExit);
    let closing: Promise<void> | null = null;
    const close = async (): Promise<void> => {
      await running.stop();
      process.off('exit', atExit);
      release();
    };
    return {
      url,
      close() {
        closing ??= close();
        return closing;
      },
    };
  } catch (error) {
    await supervised?.stop();
    release();
    throw folderError(folder.folder, error);
  }
}

function takeOrExplain(folder: string): () => void {
  try {
    return takeFolder(folder);
  } catch (error) {
    throw folderError(folder, error);
  }
}
