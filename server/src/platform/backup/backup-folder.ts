/**
 * The folder of backups: what lies there, by name and age. A file with a backup's name is a whole one that was read back;
 * what is being made, or did not come through its trial, has a longer name.
 *
 * The age is that of the name, in UTC: the file's own time changes when it is copied.
 */
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const NAME = /^ploscope-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)\.sql\.gz$/;
const UNFINISHED = /^ploscope-\d{8}-\d{6}\.sql\.gz\.(partial|unproven)$/;
const DAY_MS = 24 * 3_600_000;
/** A name that far ahead of the clock was given by a clock that went wrong. */
const AHEAD_MS = 3_600_000;

export interface BackupFile {
  readonly path: string;
  readonly madeAt: Date;
}

/** Makes the folder where it is missing, for this user alone. */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

/** Newest first. None where there is no folder. */
async function listBackups(folder: string): Promise<BackupFile[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .flatMap((name) => {
      const found = NAME.exec(name);
      if (found === null) return [];
      const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1).map(Number);
      return [{ path: join(folder, name), madeAt: new Date(Date.UTC(year, month - 1, day, hour, minute, second)) }];
    })
    .sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime());
}

/** The newest that the clock allows; null where there is none. */
export async function newestBackup(folder: string, now: Date): Promise<BackupFile | null> {
  const all = await listBackups(folder);
  return all.find(({ madeAt }) => madeAt.getTime() <= now.getTime() + AHEAD_MS) ?? null;
}

/** A path that no backup has yet, of this second or the first free one after it. */
export async function freePath(folder: string, now: Date): Promise<string> {
  for (let at = now.getTime(); ; at += 1000) {
    const [date = '', time = ''] = new Date(at)
      .toISOString()
      .replace(/[-:]|\..*$/g, '')
      .split('T');
    const path = join(folder, `ploscope-${date}-${time}.sql.gz`);
    if (!(await stat(path).catch(() => null))) return path;
  }
}

/** Removes what earlier runs began and did not end. Only while no other makes a backup. */
export async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) if (UNFINISHED.test(name)) await rm(join(folder, name), { force: true });
}

/** Removes those that are older than so many days, but never `proven`, and none that is newer than it. */
export async function removeOld(folder: string, days: number, now: Date, proven: string): Promise<void> {
  const all = await listBackups(folder);
  const kept = all.find(({ path }) => path === proven);
  if (kept === undefined) return;
  for (const { path, madeAt } of all) {
    const isOld = now.getTime() - madeAt.getTime() > days * DAY_MS;
    if (isOld && madeAt < kept.madeAt) await rm(path, { force: true });
  }
}

/** Makes names in a folder outlive a loss of power. Windows has no such thing. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
