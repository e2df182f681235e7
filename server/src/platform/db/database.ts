/**
 * The database: one pool for the process, and transactions that take the role of a feature.
 *
 * A feature sees its own schema and the functions granted to all, nothing else: `as('auth', …)` begins with
 * `set local role ploscope_auth`, which ends with the transaction. So a slip in one feature cannot read another's rows.
 * Queries are Kysely's; the types of the tables are made from the migrations.
 */
import { Kysely, PostgresDialect } from 'kysely';
import { Pool, type PoolClient, types } from 'pg';
import { isConnectionLoss } from './connection-loss.ts';
import type { DB } from './tables.gen.ts';

/** A feature with rows of its own. */
export type Feature = 'auth' | 'jobs' | 'study';

/** Queries inside one transaction, with the rights of one feature. */
export type Transaction = Kysely<DB>;

export interface DatabaseSettings {
  readonly url: string;
  /** Most connections of this process. */
  readonly connections: number;
  /** What the server's list of connections calls this process. */
  readonly name: string;
  /** A connection that lay idle was lost; nobody waits for it. */
  readonly onIdleLoss?: (error: Error) => void;
}

export interface Database {
  readonly url: string;
  /**
   * Runs `work` in a transaction with the rights of `feature`, committed when it resolves. Rejects with what `work`
   * rejects with, or with the driver's error; then nothing of it happened, unless the connection broke while it was
   * committed: then nobody knows, and `work` must be safe to run again.
   */
  as<T>(feature: Feature, work: (trx: Transaction) => Promise<T>): Promise<T>;
  /** The same with the rights of the schemas' owner: for the platform's own tables. */
  asOwner<T>(work: (trx: Transaction) => Promise<T>): Promise<T>;
  /** A bare statement outside any transaction, with the owner's rights. */
  query<R extends object>(text: string, values?: readonly unknown[]): Promise<R[]>;
  close(): Promise<void>;
}

/** Longer than any statement of ours takes. */
const QUERY_TIMEOUT_MS = 30_000;
const INT8 = 20;
/** Counts and sizes: all of ours are far below 2^53, and one that is not must not be rounded in silence. */
function readInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`the integer ${text} is too large`);
  return value;
}

export function openDatabase({ url, connections, name, onIdleLoss }: DatabaseSettings): Database {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    application_name: name,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    // A server that vanished without a word must not hold its askers for ever.
    keepAlive: true,
    keepAliveInitialDelayMillis: 5_000,
    query_timeout: QUERY_TIMEOUT_MS,
    allowExitOnIdle: true,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === INT8 && format !== 'binary' ? readInt8 : types.getTypeParser(oid, format as 'text'),
    } as typeof types,
  });
  let closed = false;
  // The pool does not wait for its last goodbyes: what a server that goes down says to them is no loss.
  pool.on('error', (error) => closed || onIdleLoss?.(error));
  // One that was given back as broken may still hear of its end, when nobody listens to it any more.
  pool.on('connect', (client) => client.on('error', () => undefined));

  const transaction = async <T>(begin: string, work: (trx: Transaction) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    let broken: Error | undefined;
    // A connection that breaks while it is ours would otherwise be an error nobody listens to.
    const onError = (error: Error): void => {
      broken = error;
    };
    client.on('error', onError);
    try {
      await client.query(begin);
      const done = await work(kyselyOn(client));
      await client.query('commit');
      return done;
    } catch (error) {
      if (error instanceof Error && isConnectionLoss(error)) broken ??= error;
      if (broken === undefined) {
        await client.query('rollback').catch((failed: Error) => {
          broken = failed;
        });
      }
      throw error;
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  };

  return {
    url,
    as: (feature, work) => transaction(`begin; set local role ploscope_${feature}`, work),
    asOwner: (work) => transaction('begin', work),
    query: async <R extends object>(text: string, values: readonly unknown[] = []): Promise<R[]> =>
      (await pool.query<R>(text, [...values])).rows,
    close() {
      closed = true;
      return pool.end();
    },
  };
}

/** Kysely on one connection that is somebody else's to give back. */
function kyselyOn(client: PoolClient): Kysely<DB> {
  const borrowed = { query: client.query.bind(client), release: () => undefined };
  const dialect = new PostgresDialect({
    // Kysely asks for a connection only; this is the one it gets.
    pool: { connect: async () => borrowed, end: async () => undefined } as never,
  });
  return new Kysely<DB>({ dialect });
}
