/**
 * What is in a backup is every table of the catalogue, but for what a rule says: tables that are left out on purpose,
 * and columns that stand in it otherwise than in the table. Each part of the server tells the rules of its own tables.
 *
 * What stands in place of a column must come out the same when it is backed up again after a restore.
 */

export interface BackupRules {
  /** Tables that are not in a backup, as `schema.table`, with the reason. */
  readonly leftOut: Readonly<Record<string, string>>;
  /** By table and column: an expression of SQL over the table's row, which is called `t`. */
  readonly columns: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By table: a statement of one line that follows the rows of a restore, where the backup holds that table. */
  readonly afterwards: Readonly<Record<string, string>>;
}

/** The log of events, whose places are numbered anew. */
export const LOG = 'platform.events';

/** Each row names the login of a feature, `<owner>_<feature>`, and the next owner may have another name. */
const KEYS = 'platform.idempotency_keys';
const OWNER = `(select pg_get_userbyid(relowner) from pg_class where oid = '${KEYS}'::regclass)`;

/** The rules of the platform's own tables. */
export const platformBackupRules: BackupRules = {
  leftOut: {
    'platform.installation': 'what is restored is an installation of its own',
    'platform.messages': 'they only wake: the relay sends them again for jobs that wait',
    'platform.dead_messages': 'they only tell of dead jobs, whose rows are kept',
  },
  columns: {
    [KEYS]: {
      made_by: `case when starts_with(t.made_by, ${OWNER}) then substr(t.made_by, length(${OWNER}) + 1) else t.made_by end`,
    },
  },
  afterwards: { [KEYS]: `update ${KEYS} set made_by = current_user || made_by;` },
};

export function joinRules(all: readonly BackupRules[]): BackupRules {
  return {
    leftOut: Object.assign({}, ...all.map(({ leftOut }) => leftOut)),
    columns: Object.assign({}, ...all.map(({ columns }) => columns)),
    afterwards: Object.assign({}, ...all.map(({ afterwards }) => afterwards)),
  };
}

/** The statements that follow the rows of these tables. */
export function statementsAfter({ afterwards }: BackupRules, tables: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(afterwards).flatMap(([table, statement]) => (table in tables ? [statement] : []));
}
