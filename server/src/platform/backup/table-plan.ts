/**
 * Which tables a backup holds, which columns, and in which order: read from the catalogue, so that a table added by a
 * later migration is in the next backup without anybody thinking of it.
 *
 * The order is the same in every database of the same schema: tables by their references, then by name, rows by their
 * primary key, text by its bytes. A column whose values mean something only in this cluster is refused, but for places in
 * the log of events: transactions of this cluster lie in the future of a fresh one, whose readers would never come to
 * them. So events are numbered anew from 1, all of them of one old transaction, and every reader's place is mapped to
 * how many events it had passed.
 */
import type { Client } from 'pg';
import { sayBackup } from '../../text/backups.ts';
import { SCHEMAS } from '../db/index.ts';
import { BackupError } from './backup-error.ts';
import { type BackupRules, LOG } from './rules.ts';

/** The transaction of every event in a backup: the first that is none of the server's own, older than any to come. */
const OLD_TX = '3';
const OF_THIS_CLUSTER = /^(xid8?|cid|tid|oid|pg_lsn|pg_snapshot|reg[a-z]+)$/;

export interface PlannedTable {
  /** `schema.table`. */
  readonly name: string;
  /** The line that opens the table's rows in a backup, which is also the statement that takes them. */
  readonly copyFrom: string;
  readonly copyTo: string;
  readonly sequences: readonly PlannedSequence[];
  /** Only tells how far somebody has read the log: a server that nobody has used has rows there. */
  readonly isPlaces: boolean;
}

export interface PlannedSequence {
  /** Quoted, as `"schema"."sequence"`. */
  readonly name: string;
  /** It numbers what a backup numbers anew, so it goes on after the count of rows. */
  readonly isRenumbered: boolean;
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly is_text: boolean;
  /** Its turn in the primary key, from 1; null where it is not in it. */
  readonly key: number | null;
}

interface TableRow {
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly Column[];
  readonly refers_to: readonly string[];
  readonly sequences: readonly { readonly schema: string; readonly name: string; readonly column: string }[];
}

/** Ours: in our schemas, and of `public`, which is everybody's, only the one that names the migrations. */
const IS_OURS = `(n.nspname = any($1) or (n.nspname = 'public' and c.relname = 'migrations'))`;
const IS_TABLE = `c.relkind in ('r', 'p') and not c.relispartition`;

const TABLES = `
  select n.nspname as schema, c.relname as table,
    (select coalesce(json_agg(json_build_object(
       'name', a.attname, 'type', format_type(a.atttypid, null), 'is_text', a.attcollation <> 0,
       'key', array_position(i.indkey::int2[], a.attnum) + 1) order by a.attnum), '[]')
     from pg_attribute a left join pg_index i on i.indrelid = c.oid and i.indisprimary
     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    (select coalesce(json_agg(distinct fn.nspname || '.' || f.relname), '[]')
     from pg_constraint k join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
     where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as refers_to,
    (select coalesce(json_agg(json_build_object('schema', sn.nspname, 'name', s.relname, 'column', a.attname)
       order by s.relname), '[]')
     from pg_depend d join pg_class s on s.oid = d.objid and s.relkind = 'S'
       join pg_namespace sn on sn.oid = s.relnamespace
       join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
     where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.refobjid = c.oid
       and d.deptype in ('i', 'a')) as sequences
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where ${IS_TABLE} and ${IS_OURS}`;

const FOREIGN_TABLES = `
  select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where ${IS_TABLE} and not ${IS_OURS} and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  order by 1`;

/** The tables of a backup in the order in which they can be restored. Rejects where one of them cannot be. */
export async function planTables(client: Client, rules: BackupRules): Promise<PlannedTable[]> {
  const rows = await ourTables(client);
  const kept = rows.filter(({ schema, table }) => !(`${schema}.${table}` in rules.leftOut));
  return inOrder(kept).map((row) => planTable(row, rules));
}

/** The lines that open the rows of our tables, whatever today's rules say of those: an older backup follows older ones. */
export async function openingLines(client: Client): Promise<ReadonlySet<string>> {
  return new Set((await ourTables(client)).map(openingLine));
}

/** Tables that somebody else has in the database: they are in no backup. */
export async function foreignTables(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(FOREIGN_TABLES, [SCHEMAS]);
  return rows.map(({ name }) => name);
}

async function ourTables(client: Client): Promise<TableRow[]> {
  return (await client.query<TableRow>(TABLES, [SCHEMAS])).rows;
}

function openingLine({ schema, table, columns }: TableRow): string {
  return `COPY ${quoted(schema)}.${quoted(table)} (${columns.map(({ name }) => quoted(name)).join(', ')}) FROM stdin;`;
}

function planTable(row: TableRow, rules: BackupRules): PlannedTable {
  const { schema, table, columns, sequences } = row;
  const name = `${schema}.${table}`;
  const isPlaces = name !== LOG && columns.some(({ name: column, type }) => column === 'tx' && type === 'xid8');
  const instead = { ...placesAnew(name, isPlaces), ...rules.columns[name] };
  for (const { name: column, type } of columns) {
    if (OF_THIS_CLUSTER.test(type.replace('[]', '')) && !(column in instead)) {
      throw new BackupError(sayBackup.ofThisCluster(`${name}.${column}`, type));
    }
  }
  const key = columns.filter((column) => column.key !== null).sort((a, b) => Number(a.key) - Number(b.key));
  if (key.length === 0) throw new BackupError(sayBackup.noOrder(name));
  const order =
    name === LOG
      ? 't.tx, t.position'
      : key.map((column) => `t.${quoted(column.name)}${column.is_text ? ' collate "C"' : ''}`).join(', ');
  const list = columns.map((column) => instead[column.name] ?? `t.${quoted(column.name)}`).join(', ');
  const target = `${quoted(schema)}.${quoted(table)}`;
  return {
    name,
    isPlaces,
    copyFrom: openingLine(row),
    copyTo: `COPY (select ${list} from ${target} as t order by ${order}) TO STDOUT`,
    sequences: sequences.map((sequence) => ({
      name: `${quoted(sequence.schema)}.${quoted(sequence.name)}`,
      isRenumbered: sequence.column in instead,
    })),
  };
}

/** What stands for the places of the log, and of those who read it. */
function placesAnew(table: string, isPlaces: boolean): Readonly<Record<string, string>> {
  if (table === LOG) return { tx: OLD_TX, position: 'row_number() over (order by t.tx, t.position)' };
  if (!isPlaces) return {};
  return {
    tx: OLD_TX,
    position: `(select count(*) from ${LOG} e where (e.tx, e.position) <= (t.tx, t.position))`,
  };
}

/** What is referred to first, and by name among those that could be next. */
function inOrder(tables: readonly TableRow[]): TableRow[] {
  const nameOf = ({ schema, table }: TableRow): string => `${schema}.${table}`;
  const left = new Map(tables.map((table) => [nameOf(table), table]));
  const order: TableRow[] = [];
  while (left.size > 0) {
    const free = [...left].filter(([, { refers_to: to }]) => !to.some((name) => left.has(name)));
    const [next] = free.sort(([a], [b]) => (a < b ? -1 : 1));
    if (next === undefined) throw new BackupError(sayBackup.cycle([...left.keys()].sort().join(', ')));
    left.delete(next[0]);
    order.push(next[1]);
  }
  return order;
}

/** Always in quotes: which words need them differs between versions of PostgreSQL. */
function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
