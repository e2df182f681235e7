/**
 * What every role stands on: log, metrics, database, queue, limits, secrets. Brought up in order, and down in the
 * opposite one. Which of them is embedded and which is a server of its own is decided here, by its URL, and nowhere else.
 */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Config, Role } from '../platform/config/index.ts';
import {
  checkLogins,
  type Database,
  isMigrated,
  type Listener,
  migrate,
  openDatabase,
  openListener,
  type PasswordOf,
  setLogins,
} from '../platform/db/index.ts';
import { EmbeddedPostgresError, startEmbeddedPostgres } from '../platform/embedded/index.ts';
import { createLimits, type Limits } from '../platform/limits/index.ts';
import { createPostgresQueue, createRabbitmqQueue, type Queue } from '../platform/queue/index.ts';
import { databasePasswords, loadSecrets, type Secrets } from '../platform/secrets/index.ts';
import { createLog, createMetrics, type Metrics } from '../platform/telemetry/index.ts';
import { say } from '../text/en.ts';

/** How long a role waits for the schema to be made by another, in milliseconds. */
const SCHEMA_WAIT_MS = 60_000;
/** Roles that run the embedded database where nobody does. */
const STARTS_DATABASE: ReadonlySet<Role> = new Set(['all', 'backup', 'restore']);

export interface Parts {
  readonly config: Config;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly db: Database;
  readonly listener: Listener;
  readonly queue: Queue;
  readonly limits: Limits;
  readonly secrets: Secrets;
  /** Name of this process among its like. */
  readonly name: string;
  /** Called once when something that cannot be done without is gone for good. */
  onLost(tell: (reason: string) => void): void;
  close(): Promise<void>;
}

/** A role that cannot begin; its message is for the operator. */
export class CannotStartError extends Error {
  override readonly name = 'CannotStartError';
}

export async function openParts(config: Config, role: Role): Promise<Parts> {
  if (config.shardHosts.length > 0 && config.grpcToken === null) throw new CannotStartError(say.noShardToken);
  const name = `${role} ${hostname()} ${process.pid} ${randomUUID().slice(0, 8)}`;
  const log = createLog(config.logLevel, role);
  const metrics = createMetrics();
  const closing: (() => Promise<unknown>)[] = [];
  const lost = new Set<(reason: string) => void>();
  const close = async (): Promise<void> => {
    for (const end of closing.splice(0).reverse()) await end().catch((err: unknown) => log.warn({ err }, 'not closed'));
  };
  try {
    const url = await databaseUrl(config, role, log, closing, (reason) => {
      for (const tell of lost) tell(reason);
    });
    const secrets = await loadSecrets(config);
    const passwordOf = databasePasswords(secrets);
    if (role === 'all' || role === 'migrate') {
      const applied = await migrate(url);
      if (applied.length > 0) log.info({ applied }, 'database migrated');
      await setLogins(url, passwordOf);
    } else await schemaOf(url, passwordOf, log);
    const db = openDatabase({
      url,
      passwordOf,
      connections: config.databaseConnections,
      name,
      onIdleLoss: (err) => log.warn({ err }, 'a connection to the database was lost'),
    });
    closing.push(() => db.close());
    const listener = openListener(url, name);
    closing.push(() => listener.close());
    const redis = openRedis(config, log);
    if (redis !== null) closing.push(async () => redis.disconnect());
    const queue = openQueue(config, db, listener, name, log);
    closing.push(() => queue.close());
    const limits = createLimits({
      redis,
      computePerMinute: config.rateLimitPerMinute,
      areOn: config.limits === 'on',
    });
    const onLost = (tell: (reason: string) => void): void => void lost.add(tell);
    return { config, log, metrics, db, listener, queue, limits, secrets, name, onLost, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The database's address; starts the embedded one where that is this role's to do. */
export async function databaseUrl(
  config: Config,
  role: Role,
  log: Logger,
  closing: (() => Promise<unknown>)[],
  onGone: (reason: string) => void,
): Promise<string> {
  if (config.databaseUrl !== null) return config.databaseUrl;
  const dataFolder = resolve(config.dataFolder);
  // Another process on this machine may run the embedded one.
  const running = async (): Promise<string | null> =>
    (await readFile(join(dataFolder, 'database-url'), 'utf8').catch(() => null))?.trim() ?? null;
  if (!STARTS_DATABASE.has(role)) {
    const url = await running();
    if (url === null) throw new CannotStartError(say.noDatabase(role));
    return url;
  }
  try {
    const embedded = await startEmbeddedPostgres({ dataFolder, log, onGone: (error) => onGone(error.message) });
    closing.push(() => embedded.close());
    return embedded.url;
  } catch (error) {
    const isInUse = error instanceof EmbeddedPostgresError && error.code === 'DATA_FOLDER_IN_USE';
    const url = isInUse && role !== 'all' ? await running() : null;
    if (url === null) throw error;
    return url;
  }
}

/** Waits until somebody has made the schema this program knows, and its logins. */
async function schemaOf(url: string, passwordOf: PasswordOf, log: Logger): Promise<void> {
  const end = Date.now() + SCHEMA_WAIT_MS;
  let lost: unknown = null;
  const look = async (): Promise<boolean> => {
    try {
      lost = null;
      if (!(await isMigrated(url))) return false;
      await checkLogins(url, passwordOf);
      return true;
    } catch (error) {
      lost = error;
      return false;
    }
  };
  for (let looks = 0; !(await look()); looks++) {
    if (looks === 0) log.warn({ err: lost ?? undefined }, 'waits for the database and its schema');
    if (Date.now() > end)
      throw new CannotStartError(
        lost === null ? say.noSchema : say.databaseAway(lost instanceof Error ? lost.message : String(lost)),
      );
    await sleep(500);
  }
}

function openRedis({ redisUrl }: Config, log: Logger): Redis | null {
  if (redisUrl === null) return null;
  const redis = new Redis(redisUrl, {
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    // One that is there and does not answer is as good as gone.
    connectTimeout: 2000,
    commandTimeout: 500,
  });
  redis.on('error', (err) => log.warn({ err }, 'redis cannot be reached'));
  return redis;
}

function openQueue({ rabbitmqUrl }: Config, db: Database, listener: Listener, name: string, log: Logger): Queue {
  const onTrouble = (err: unknown): void => log.warn({ err }, 'the queue cannot be reached');
  if (rabbitmqUrl !== null) return createRabbitmqQueue({ url: rabbitmqUrl, connectionName: name, onTrouble });
  return createPostgresQueue({
    db: { query: async (text, values) => ({ rows: await db.query(text, values) }) },
    listener,
    onTrouble,
  });
}
