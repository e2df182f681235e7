/**
 * What a backup looks like: plain SQL that psql restores, with a first and a last line of comment for our own restorer.
 *
 *     -- PLOScope backup 1
 *     -- {"program":…,"made":…,"installation":…,"secretMark":…,"migrations":[{"name":…,"hash":…},…]}
 *     … the migrations, word by word …
 *     -- Rows
 *     COPY "auth"."users" ("id", …) FROM stdin;
 *     …
 *     \.
 *     select pg_catalog.setval('"platform"."events_position_seq"', 12, true);
 *     -- Afterwards
 *     … what the rules say …
 *     commit;
 *     -- {"sha256":…,"rows":{"auth.users":3,…}}
 *
 * The hash is of every byte before its line. A line of rows is never `\.` by itself: COPY writes a backslash as two.
 */
import { z } from 'zod';

const MAGIC = '-- PLOScope backup ';
export const FIRST_LINE = `${MAGIC}1`;
export const ROWS_LINE = '-- Rows';
export const END_OF_ROWS = '\\.';
export const AFTERWARDS_LINE = '-- Afterwards';
export const COMMIT_LINE = 'commit;';

const headerSchema = z.strictObject({
  /** Version of the program that made it. */
  program: z.string(),
  made: z.iso.datetime(),
  /** Which database it is of; empty in those of before there were such names. */
  installation: z.string().default(''),
  /** Of the secret that sealed what is sealed in it; null where whoever made it had none. */
  secretMark: z.string().nullable(),
  migrations: z.array(z.strictObject({ name: z.string(), hash: z.string() })),
});
export type BackupHeader = z.infer<typeof headerSchema>;

const trailerSchema = z.strictObject({
  sha256: z.string(),
  /** Counts by table. */
  rows: z.record(z.string(), z.int()),
});
export type BackupTrailer = z.infer<typeof trailerSchema>;

/** Whether the first line is of a backup in a form of a later program. */
export function isOtherFormat(line: string): boolean {
  return line.startsWith(MAGIC) && line !== FIRST_LINE;
}

export function formatComment(value: BackupHeader | BackupTrailer): string {
  return `-- ${JSON.stringify(value)}`;
}

/** Null where the line is not that. */
export function parseHeader(line: string): BackupHeader | null {
  return parseComment(line, headerSchema);
}

/** Null where the line is not that. */
export function parseTrailer(line: string): BackupTrailer | null {
  return parseComment(line, trailerSchema);
}

function parseComment<T>(line: string, schema: z.ZodType<T>): T | null {
  if (!line.startsWith('-- {')) return null;
  try {
    return schema.parse(JSON.parse(line.slice(3)));
  } catch {
    return null;
  }
}

/** What a sequence stands at. */
export interface SequenceState {
  /** Quoted, as `"schema"."sequence"`. */
  readonly name: string;
  readonly value: string;
  readonly isCalled: boolean;
}

export function formatSequence({ name, value, isCalled }: SequenceState): string {
  return `select pg_catalog.setval('${name}', ${value}, ${isCalled});`;
}

/** Null where the line is not that. */
export function parseSequence(line: string): SequenceState | null {
  const found = /^select pg_catalog\.setval\('([^']+)', (\d+), (true|false)\);$/.exec(line);
  if (found === null) return null;
  const [, name = '', value = '', called] = found;
  return { name, value, isCalled: called === 'true' };
}
