/** What backups and restores say on the terminal and in the log: each sentence of a failure ends with the way out. */
import { sayBytes } from './bytes.ts';

const rowsOf = (rows: number): string => (rows === 1 ? '1 row' : `${rows.toLocaleString('en')} rows`);

export const sayBackup = {
  made: (file: string, bytes: number, rows: number): string =>
    `Backup made: ${file}, ${sayBytes(bytes, 'up')}, ${rowsOf(rows)}.`,
  equal: 'Restored for trial: equal.',
  onlyRead: (reason: string): string => `Read back whole, but not restored for trial: ${reason}`,
  mayNotCreate: 'The login of the database may not create databases (alter role … createdb).',
  noRoom: (folder: string, needed: number, free: number): string =>
    `It takes ${sayBytes(needed, 'up')} on the disk that holds ${folder}, which has ${sayBytes(free, 'down')} free.`,
  dropLate: (ms: number): string => `it was not gone after ${ms / 1000} s`,
  notIn: (tables: readonly string[]): string =>
    `Not in it, because they are not of PLOScope: ${tables.join(', ')}. Back them up by yourself.`,
  restored: (file: string, rows: number, made: string): string =>
    `Restored from ${file}: ${rowsOf(rows)}, as they were at ${made}. The server can be started now.`,

  otherSecret:
    'Careful: the backup was made with another secret. Before the server starts, put that SECRET_KEY, or the file secret-key of its data folder, in the place of this one; otherwise second factors and mails not yet sent are lost, and everybody signs in anew.',

  nothingToRestore: 'Say which backup to restore: RESTORE_FROM=file ROLE=restore npm start',
  noSchema: 'There is nothing to back up: the database has never been migrated. Start the server on it first.',
  busy: 'Another backup of this database is under way. Try again when it is over.',
  stopped: 'The backup was stopped before it was whole; nothing of it is left.',
  failed: (reason: string): string => `The backup failed: ${reason}`,
  diskFull: (folder: string): string =>
    `The disk that holds ${folder} is full, so no backup was made; those made before are untouched. Free some space there, or choose a folder on another disk with BACKUP_FOLDER.`,
  databaseFull: 'The disk of the database is full. Free some space there.',
  cannotWrite: (folder: string, reason: string): string =>
    `The folder ${folder} cannot be written (${reason}). Give this user the right to write there, or choose another with BACKUP_FOLDER.`,
  unequal: (file: string): string =>
    `The backup was restored for trial, and what came out is not what went in. It is kept as ${file} for you to look at, and does not count as a backup.`,
  trialFailed: (file: string, reason: string): string =>
    `The backup could not be restored for trial: ${reason} It is kept as ${file} and does not count as a backup.`,
  noOrder: (table: string): string =>
    `The table ${table} has no primary key, so its rows have no order to be backed up in.`,
  ofThisCluster: (column: string, type: string): string =>
    `The column ${column} is of type ${type}, which means nothing in another database, and no rule says what to store for it.`,
  cycle: (tables: string): string =>
    `The tables ${tables} refer to each other in a circle and cannot be restored in any order.`,

  noFile: (file: string): string => `There is no file ${file}.`,
  cannotRead: (file: string, reason: string): string => `The file ${file} cannot be read (${reason}).`,
  noBackup: (file: string): string =>
    `${file} is no backup of PLOScope, or its beginning is damaged. Nothing was restored.`,
  damaged: (file: string, what: string): string =>
    `The backup ${file} is damaged (${what}). Nothing was restored. Use another one.`,
  newer: (file: string, migration: string): string =>
    `The backup ${file} was made by a newer program (it has ${migration}). Update this one. Nothing was restored.`,
  newerFormat: (file: string): string =>
    `The backup ${file} was made by a newer program, in a form this one cannot read. Update this one. Nothing was restored.`,
  otherMigration: (file: string, migration: string): string =>
    `The backup ${file} was made by a program whose ${migration} differs from this one's. Restore it with that program. Nothing was restored.`,
  notEmpty: (table: string): string =>
    `The database holds rows already (in ${table}), and a restore never writes over any. Nothing was restored. Give it an empty database: create one and name it in DATABASE_URL; or, where the embedded one is used, move the folder postgres of the data folder away.`,
  othersRest: (names: string): string =>
    `Something of others in the database rests on tables of PLOScope (${names}), and would be lost. Nothing was restored. Give the restore an empty database.`,
  inUse: 'The database is in use. Stop every other process of the server, and restore again. Nothing was restored.',
  restoreFailed: (reason: string): string => `The restore failed, and nothing was restored: ${reason}`,
  restoreStopped: 'The restore was stopped. Nothing was restored.',
  changedMeanwhile: (file: string): string => `The file ${file} changed while it was read. Nothing was restored.`,
  unknownTable: (file: string, table: string): string =>
    `The backup ${file} holds rows for ${table}, which its migrations do not make. Nothing was restored.`,

  log: {
    made: 'a backup was made',
    failed: 'no backup could be made; it is tried again',
    noTrial: 'the backup was read back, but could not be restored for trial',
    foreignTables: 'tables that are not of PLOScope are in no backup',
    notRemoved: 'an old backup could not be removed',
    trialLeft: 'the database of a trial could not be dropped; the next backup tries again',
  },
} as const;
