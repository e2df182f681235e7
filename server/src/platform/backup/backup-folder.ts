/**
 * The folder of backups: what lies there of one installation, by name and age. Several may share a folder; each looks at
 * its own, and removes nothing else. A file with a backup's name is a whole one that was read back; what is being made,
 * or did not come through its trial, has a longer name. One made by hand is never removed.
 *
 * The age is that of the name, in UTC: the file's own time changes when it is copied.
 */
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const NAME =
  /^ploscope-([0-9a-f]{8})-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)(-by-hand)?\.sql\.gz(\.partial|\.unproven)?$/;
const DAY_MS = 24 * 3_600_000;
/** A name that far ahead of the clock was given by a clock that went wrong. */
const AHEAD_MS = 3_600_000;

export interface BackupFile {
  readonly path: string;
  readonly madeAt: Date;
  readonly isByHand: boolean;
  readonly state: 'whole' | 'partial' | 'unproven';
}

/** Makes the folder where it is missing, for this user alone. */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

/** Of this installation, newest first. None where there is no folder. */
async function listFiles(folder: string, installation: string): Promise<BackupFile[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .flatMap((name): BackupFile[] => {
      const found = NAME.exec(name);
      if (found === null || found[1] !== installation) return [];
      const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(2, 8).map(Number);
      return [
        {
          path: join(folder, name),
          madeAt: new Date(Date.UTC(year, month - 1, day, hour, minute, second)),
          isByHand: found[8] !== undefined,
          state: found[9] === '.partial' ? 'partial' : found[9] === '.unproven' ? 'unproven' : 'whole',
        },
      ];
    })
    .sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime());
}

/** The newest that the clock allows; null where there is none. */
export async function newestBackup(folder: string, installation: string, now: Date): Promise<BackupFile | null> {
  const all = await listFiles(folder, installation);
  const isPast = (madeAt: Date): boolean => madeAt.getTime() <= now.getTime() + AHEAD_MS;
  return all.find(({ state, madeAt }) => state === 'whole' && isPast(madeAt)) ?? null;
}

/** A path that no backup has yet, of this second or the first free one after it. */
export async function freePath(folder: string, installation: string, isByHand: boolean, now: Date): Promise<string> {
  for (let at = now.getTime(); ; at += 1000) {
    const [date = '', time = ''] = new Date(at)
      .toISOString()
      .replace(/[-:]|\..*$/g, '')
      .split('T');
    const path = join(folder, `ploscope-${installation}-${date}-${time}${isByHand ? '-by-hand' : ''}.sql.gz`);
    if (!(await stat(path).catch(() => null))) return path;
  }
}

/** Removes what earlier runs began and did not end. Only while no other makes a backup. */
export function removePartial(folder: string, installation: string): Promise<void> {
  return removeWhere(folder, installation, ({ state }) => state === 'partial');
}

/** Removes what did not come through its trial: a later one did, or a later one is there to look at. */
export function removeUnproven(folder: string, installation: string): Promise<void> {
  return removeWhere(folder, installation, ({ state }) => state === 'unproven');
}

/** Keeps what did not come through its trial to be looked at, the last alone. Resolves with where it is. */
export async function setAside(folder: string, installation: string, partial: string): Promise<string> {
  await removeUnproven(folder, installation);
  const unproven = partial.replace(/partial$/, 'unproven');
  await rename(partial, unproven);
  return unproven;
}

/** Removes those that are older than so many days, but never `proven`, none that is newer than it, none made by hand. */
export async function removeOld(
  folder: string,
  installation: string,
  { days, now, proven }: { readonly days: number; readonly now: Date; readonly proven: string },
): Promise<void> {
  const kept = (await listFiles(folder, installation)).find(({ path }) => path === proven);
  if (kept === undefined) return;
  await removeWhere(folder, installation, ({ state, isByHand, madeAt }) => {
    const isOld = now.getTime() - madeAt.getTime() > days * DAY_MS;
    return state === 'whole' && !isByHand && isOld && madeAt < kept.madeAt;
  });
}

async function removeWhere(folder: string, installation: string, goes: (file: BackupFile) => boolean): Promise<void> {
  for (const file of await listFiles(folder, installation)) if (goes(file)) await rm(file.path, { force: true });
}

/** Makes names in a folder outlive a loss of power. Windows has no such thing. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
