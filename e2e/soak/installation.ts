/**
 * The product scaled out on one machine, every part a process of its own that may be killed: the interface, the
 * scheduler, two workers, the database, and RabbitMQ where it carries the jobs.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { at } from '../../tools/paths.mjs';
import { freePort } from '../../tools/port.mjs';
import type { Handle } from '../../tools/services/private-server.mjs';
import { findRabbitmq, startRabbitmq } from '../../tools/services/rabbitmq.mjs';
import { type Database, startDatabase } from './database.ts';
import { gone, type KeptProcess, keepRunning, launch } from './kept-process.ts';
import { untilReady } from './player.ts';

export type Driver = 'PostgreSQL' | 'RabbitMQ';

/** Whether RabbitMQ can be had here for ourselves, to be killed. */
export const hasRabbitmq = findRabbitmq() !== null;

export interface Installation {
  readonly baseUrl: string;
  readonly database: Database;
  readonly api: KeptProcess;
  readonly scheduler: KeptProcess;
  readonly workers: readonly KeptProcess[];
  /** Null where the database carries the jobs. */
  readonly broker: Handle | null;
  stop(): Promise<void>;
}

export interface InstallationOptions {
  readonly driver?: Driver;
  readonly workers?: number;
  readonly settings?: Readonly<Record<string, string>>;
  /** Milliseconds until what was killed is started again. */
  readonly pauseMs?: () => number;
}

const READY_WITHIN_MS = 60_000;
const MAIN = at('server/dist/main.js');

export async function install({
  driver = 'PostgreSQL',
  workers: workerCount = 2,
  settings = {},
  pauseMs = () => 200,
}: InstallationOptions): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), 'ploscope-soak-'));
  // As root the database runs as another user, who has to come through.
  chmodSync(folder, 0o711);
  const ending: (() => Promise<unknown>)[] = [
    async () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }),
  ];
  const stop = async (): Promise<void> => {
    for (const end of ending.splice(0).reverse()) await end();
  };
  try {
    const [broker, database] = await Promise.all([openBroker(driver, ending), startDatabase(folder, pauseMs)]);
    ending.push(() => database.stop());
    const env = {
      DATABASE_URL: database.url,
      SECRET_KEY: 'a secret for this run alone',
      LOG_LEVEL: 'info',
      KERNEL_THREADS: '1',
      LIMITS: 'off',
      JOBS_PER_PLAYER: '100000',
      PLOSCOPE_DATA: join(folder, 'files'),
      ...(broker === null ? {} : { RABBITMQ_URL: broker.url }),
      ...settings,
    };
    await migrate(env, join(folder, 'migrate.log'));
    const begin = async (role: string, number = 1) => {
      const port = await freePort();
      const kept = keepRunning({
        name: `${role} ${number}`,
        args: [MAIN],
        env: { ...env, ROLE: role, PORT: String(port) },
        logFile: join(folder, `${role}-${number}.log`),
        pauseMs,
      });
      ending.push(() => kept.stop());
      return { kept, url: `http://127.0.0.1:${port}` };
    };
    const api = await begin('api');
    const scheduler = await begin('scheduler');
    const workers = [];
    for (let number = 1; number <= workerCount; number++) workers.push(await begin('worker', number));
    await Promise.all([api, scheduler, ...workers].map(({ url }) => untilReady(url, READY_WITHIN_MS)));
    return {
      baseUrl: api.url,
      database,
      broker,
      api: api.kept,
      scheduler: scheduler.kept,
      workers: workers.map(({ kept }) => kept),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function openBroker(driver: Driver, ending: (() => Promise<unknown>)[]): Promise<Handle | null> {
  const programs = findRabbitmq();
  if (driver !== 'RabbitMQ' || programs === null) return null;
  const broker = await startRabbitmq(programs);
  ending.push(broker.stop);
  return broker;
}

async function migrate(env: Readonly<Record<string, string>>, logFile: string): Promise<void> {
  const child = launch({ args: [MAIN], env: { ...env, ROLE: 'migrate' }, logFile });
  await gone(child);
  if (child.exitCode !== 0) throw new Error(`the role migrate ended with ${child.exitCode}`);
}
