/**
 * The database: for each feature a few connections that are logged in as that feature, and some for the schemas' owner.
 *
 * A feature sees its own schema and the functions granted to all, nothing else, whatever is sent on its connections. So
 * neither a slip nor an injection in one feature can read another's rows, and one that is slow takes no connection of
 * another's. Queries are Kysely's; the types of the tables are made from the migrations.
 */
import { Kysely, PostgresDialect } from 'kysely';
import { Pool, type PoolClient, types } from 'pg';
import { isConnectionLoss, TOO_MANY_WAIT } from './connection-loss.ts';
import { FEATURES, type Feature, featureUrl, type PasswordOf } from './logins.ts';
import type { DB } from './tables.gen.ts';

/** Queries inside one transaction, with the rights of one feature. */
export type Transaction = Kysely<DB>;

export interface DatabaseSettings {
  /** Of the owner. */
  readonly url: string;
  readonly passwordOf: PasswordOf;
  /** Most connections of each login, made as they are needed. */
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
  /** Queries each on its own, outside any transaction, with the rights of `feature`: for what is one statement. */
  at(feature: Feature): Kysely<DB>;
  /** The same with the rights of the schemas' owner: for the platform's own tables. */
  asOwner<T>(work: (trx: Transaction) => Promise<T>): Promise<T>;
  /** A bare statement outside any transaction, with the owner's rights. */
  query<R extends object>(text: string, values?: readonly unknown[]): Promise<R[]>;
  /** Rejects where the owner or one of the features is not answered. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Longer than any statement of ours takes. */
const QUERY_TIMEOUT_MS = 30_000;
/** Some tenths of a second of work. */
const MOST_WAITING = 100;
const INT8 = 20;
/** Counts and sizes: all of ours are far below 2^53, and one that is not must not be rounded in silence. */
function readInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`the integer ${text} is too large`);
  return value;
}

export function openDatabase(settings: DatabaseSettings): Database {
  const { url, passwordOf } = settings;
  let closed = false;
  const poolOf = (connectionString: string): Pool => {
    const pool = openPool(connectionString, settings.connections, settings.name);
    // The pool does not wait for its last goodbyes: what a server that goes down says to them is no loss.
    pool.on('error', (error) => closed || settings.onIdleLoss?.(error));
    return pool;
  };
  const owner = poolOf(url);
  const pools = new Map(FEATURES.map((feature) => [feature, poolOf(featureUrl(url, feature, passwordOf))]));
  const of = (feature: Feature): Pool => pools.get(feature) as Pool;
  const single = new Map([...pools].map(([feature, pool]) => [feature, kyselyOn(oneByOne(pool))]));
  return {
    url,
    as: (feature, work) => transaction(of(feature), work),
    at: (feature) => single.get(feature) as Kysely<DB>,
    asOwner: (work) => transaction(owner, work),
    query: async <R extends object>(text: string, values: readonly unknown[] = []): Promise<R[]> =>
      (await owner.query<R>(text, [...values])).rows,
    async ping() {
      await Promise.all([owner, ...pools.values()].map((pool) => pool.query('select 1')));
    },
    async close() {
      closed = true;
      await Promise.all([owner, ...pools.values()].map((pool) => pool.end()));
    },
  };
}

function openPool(connectionString: string, max: number, name: string): Pool {
  const pool = new Pool({
    connectionString,
    max,
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
  // One that was given back as broken may still hear of its end, when nobody listens to it any more.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/**
 * A connection of the pool. Where many wait already, whoever comes next is refused at once: served in turn, they would all
 * be answered when nobody listens any more, and ask again.
 */
async function connect(pool: Pool): Promise<PoolClient> {
  if (pool.waitingCount >= MOST_WAITING) throw new Error(TOO_MANY_WAIT);
  return pool.connect();
}

async function transaction<T>(pool: Pool, work: (trx: Transaction) => Promise<T>): Promise<T> {
  const client = await connect(pool);
  let broken: Error | undefined;
  // A connection that breaks while it is ours would otherwise be an error nobody listens to.
  const onError = (error: Error): void => {
    broken = error;
  };
  client.on('error', onError);
  try {
    await client.query('begin');
    const done = await work(kyselyOn(borrowed(client)));
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
}

/** Kysely asks a pool for a connection; this is the one it gets, and somebody else's to give back. */
function borrowed(client: PoolClient): Pool {
  const connection = { query: client.query.bind(client), release: () => undefined };
  return { connect: async () => connection, end: async () => undefined } as never;
}

/** A pool that takes back no connection which a statement found broken, or did not answer in time. */
function oneByOne(pool: Pool): Pool {
  const borrow = async () => {
    const client = await connect(pool);
    let broken: Error | undefined;
    const query = async (...statement: unknown[]): Promise<unknown> => {
      try {
        return await client.query(...(statement as [string]));
      } catch (error) {
        if (error instanceof Error && isConnectionLoss(error)) broken = error;
        throw error;
      }
    };
    return { query, release: () => client.release(broken) };
  };
  return { connect: borrow, end: async () => undefined } as never;
}

function kyselyOn(pool: Pool): Kysely<DB> {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}
