/**
 * The programs that back up and restore, killed at any moment: what has a backup's name is whole, and a database is
 * restored wholly or as empty as before. The next backup takes away whatever was left.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { connected } from '../platform/backup/connection.ts';
import { dump } from '../platform/backup/dump.ts';
import { checkBackup } from '../platform/backup/read-backup.ts';
import { trialPrefix } from '../platform/backup/trial.ts';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { DIST } from '../testing/dist.ts';
import { addRowsEverywhere } from '../testing/rows-everywhere.ts';
import { printFigures, scaled } from '../testing/soak.ts';
import { BACKUP_RULES } from './backup-task.ts';

const KILLS = 40;

/** Of the largest rows: long enough to be hit in every part. */
const BYTES = 2_000_000;

/** Runs a role; killed after so long unless it is over by then. Resolves with its code, null where it was killed. */
async function run(settings: Readonly<Record<string, string>>, killAfterMs: number | null): Promise<number | null> {
  const env = { PATH: process.env.PATH ?? '', LOG_LEVEL: 'error', ...settings };
  const child = spawn(process.execPath, [fileURLToPath(new URL('main.js', DIST))], { env, stdio: 'ignore' });
  const ended = once(child, 'exit');
  if (killAfterMs !== null) {
    await Promise.race([sleep(killAfterMs), ended]);
    child.kill('SIGKILL');
  }
  const [code] = await ended;
  return code;
}

/** When to kill a run of so many milliseconds: the first third goes by before it has done anything. */
function momentOf(ms: number): number {
  return ms * (0.3 + 0.75 * Math.random());
}

/** So many of each, and on until one was hit in the middle: few may by chance hit none. */
const isEnough = (kills: number, hits: number): boolean => kills >= scaled(KILLS / 2) && (hits > 0 || kills >= KILLS);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Leaves no schema of a feature, whichever there are. */
async function empty(target: Pick<TestDatabase, 'query'>): Promise<void> {
  const schemas = await target.query<{ name: string }>(
    "select quote_ident(nspname) as name from pg_namespace where nspname !~ '^(pg_|information_schema$|public$)'",
  );
  if (schemas.length > 0) await target.query(`drop schema ${schemas.map(({ name }) => name).join(', ')} cascade`);
  await target.query('drop table if exists migrations');
}

test('a backup killed on its way passes for none, a restore killed on its way leaves an empty database', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ploscope-backup-'));
  const [db, target] = await Promise.all([createTestDatabase(), createEmptyDatabase()]);
  const backup = { ROLE: 'backup', DATABASE_URL: db.url, BACKUP_FOLDER: folder };
  const backups = () => readdirSync(folder).filter((name) => name.endsWith('.sql.gz'));
  const hits = { backups: 0, restores: 0 };
  const figures = { tried: 0, 'backups whole': 0, 'restores whole': 0, nothing: 0, lost: 0 };
  try {
    await addRowsEverywhere(db, BYTES);
    const backupMs = await timed(async () => expect(await run(backup, null)).toBe(0));
    const [first = ''] = backups();
    const { header, trailer } = await checkBackup(join(folder, first));
    const { migrations: _, ...stamp } = header;
    /** What a backup of the restored database would say, made at the same moment. */
    const digest = () =>
      connected(target.url, undefined, async (client) => {
        const copy = dump(client, BACKUP_RULES, stamp);
        for await (const _ of copy.text);
        return copy.trailer();
      });
    for (let i = 0; !isEnough(i, hits.backups); i++, figures.tried++) {
      const before = backups();
      await run(backup, momentOf(backupMs));
      if (readdirSync(folder).some((name) => name.endsWith('.partial'))) hits.backups++;
      const made = backups().filter((name) => !before.includes(name));
      for (const name of made) await checkBackup(join(folder, name)).catch(() => figures.lost++);
      figures[made.length > 0 ? 'backups whole' : 'nothing']++;
    }
    const restore = { ROLE: 'restore', DATABASE_URL: target.url, RESTORE_FROM: join(folder, first) };
    const restoreMs = await timed(async () => expect(await run(restore, null)).toBe(0));
    for (let i = 0; !isEnough(i, hits.restores); i++, figures.tried++) {
      await empty(target);
      await run(restore, momentOf(restoreMs));
      // The server may still be at what the killed one had asked for.
      const others = () =>
        target.query(`select from pg_stat_activity where datname = current_database()
        and application_name = 'ploscope backup'`);
      if ((await others()).length > 0) hits.restores++;
      while ((await others()).length > 0) await sleep(20);
      const [there] = await target.query<{ name: string | null }>(`select to_regclass('auth.users')::text as name`);
      if (there?.name === null) {
        figures.nothing++;
        continue;
      }
      if ((await digest()).sha256 === trailer.sha256) figures['restores whole']++;
      else figures.lost++;
    }
    expect(await run(backup, null)).toBe(0);
    const files = readdirSync(folder).filter((name) => !backups().includes(name));
    const prefix = trialPrefix(new URL(db.url).pathname.slice(1));
    const left = await db.query('select from pg_database where starts_with(datname, $1)', [prefix]);
    const behind = { 'files left behind': files.length, 'databases left behind': left.length };
    printFigures('backup kills', { ...figures, 'in the middle': hits.backups + hits.restores, ...behind });
    expect([figures.lost, files, left]).toEqual([0, [], []]);
    expect(Math.min(hits.backups, hits.restores)).toBeGreaterThan(0);
  } finally {
    await Promise.all([db.drop(), target.drop()]);
    rmSync(folder, { recursive: true, force: true });
  }
});
