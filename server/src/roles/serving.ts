/** The serving half of a process: HTTP with every route, and sockets where they are wanted. */
import type { FastifyInstance } from 'fastify';
import type { Auth } from '../features/auth/index.ts';
import { addHandRoutes, addReviewRoutes, HandThreads, type MostHands } from '../features/hands/index.ts';
import { addJobRoutes, tellSockets } from '../features/jobs/index.ts';
import {
  addStudyJobRoutes,
  addStudyRoutes,
  Calculators,
  forgetSolve,
  type StudyJobs,
  StudyService,
} from '../features/study/index.ts';
import { type Config, isLoopback, portOf } from '../platform/config/index.ts';
import {
  addApiDocs,
  addCors,
  addHealthRoutes,
  addStaticApp,
  createApp,
  type Probe,
  routesOn,
} from '../platform/http/index.ts';
import { openSockets } from '../platform/sockets/index.ts';
import { makeAuth } from './make-auth.ts';
import { openStudyJobs } from './open-study-jobs.ts';
import type { Parts } from './parts.ts';
import type { Surroundings } from './surroundings.ts';

export interface Serving {
  readonly app: FastifyInstance;
  readonly health: Health;
}

/** What `/health` says: the database really asked, what else the role does, and that it goes down when it does. */
export interface Health {
  readonly probe: Probe;
  drain(): void;
}

function createHealth({ db }: Parts, also: Probe = async () => null): Health {
  let draining = false;
  return {
    drain: () => {
      draining = true;
    },
    probe: async () => {
      if (draining) return 'This process is going down.';
      const stored = await db.ping().then(
        () => null,
        () => 'The database cannot be reached.',
      );
      return stored ?? also();
    },
  };
}

/** Pieces of hands that may wait for a thread. */
const HANDS_WAITING = 64;

/** A guest on a server of this machine alone is the player it is for. */
function mostHands({ host, handsPerPlayer, handsPerGuest }: Config): MostHands {
  return { ofPlayer: handsPerPlayer, ofGuest: isLoopback(host) ? handsPerPlayer : handsPerGuest };
}

/** Every route of the interface, and the web app. */
export async function openInterface(
  parts: Parts,
  surroundings: Surroundings,
): Promise<Serving & { auth: Auth; studyJobs: StudyJobs }> {
  const { version, webRoot, workerUrl, handsUrl } = surroundings;
  const { config, db, log, metrics, limits } = parts;
  const app = await createApp(config, log, metrics);
  const calculators = new Calculators({
    workerUrl,
    threads: config.kernelThreads,
    concurrency: config.equityConcurrency,
    queue: config.equityQueue,
    warm: true,
  });
  const study = new StudyService(
    calculators,
    { timeMs: config.equityTimeBudgetMs, combos: config.equityMaxCombos },
    metrics,
  );
  const studyJobs = openStudyJobs(parts, surroundings);
  const threads = new HandThreads({ handsUrl, concurrency: config.handThreads, queue: HANDS_WAITING });
  app.addHook('preClose', async () => {
    await Promise.all([study.close(), studyJobs.close(), threads.close()]);
  });
  try {
    const auth = makeAuth(parts);
    const health = createHealth(parts, () => study.probe());
    await addCors(app, config.corsOrigins);
    await addApiDocs(app, version);
    addHealthRoutes(app, version, health.probe, metrics);
    const add = routesOn(app, { authenticate: auth.authenticate, limits });
    auth.addRoutes(add, app);
    addStudyRoutes(add, study);
    addStudyJobRoutes(add, db, studyJobs);
    addJobRoutes(add, db, { storageBytes: config.storagePerPlayer, forget: forgetSolve });
    addHandRoutes(add, { db, threads, most: mostHands(config), log });
    addReviewRoutes(add, db);
    await addStaticApp(app, webRoot, (code) => metrics.errors.inc({ code }));
    return { app, health, auth, studyJobs };
  } catch (error) {
    await app.close();
    throw error;
  }
}

/** Health and metrics alone, for a role that answers nobody else. */
export async function openWatchPost(parts: Parts, { version }: Surroundings): Promise<Serving> {
  const app = await createApp(parts.config, parts.log, parts.metrics);
  const health = createHealth(parts);
  addHealthRoutes(app, version, health.probe, parts.metrics);
  return { app, health };
}

/** Sockets on the server of `app`, with the news of jobs. */
export function addSockets(app: FastifyInstance, parts: Parts, auth: Pick<Auth, 'authenticate'>): void {
  const { config, limits, listener, metrics } = parts;
  const { authenticate } = auth;
  const sockets = openSockets({ server: app.server, authenticate, limits, config });
  const untell = tellSockets(listener, sockets);
  metrics.watchSockets(() => sockets.count);
  app.addHook('preClose', async () => {
    untell();
    await sockets.close();
  });
}

/** How long answers under way may take once the process goes down, in milliseconds. */
const CLOSE_MS = 8_000;

/** Takes no new connection, finishes answers under way, and cuts what is left after a while. */
export async function closeSoon(app: FastifyInstance): Promise<void> {
  const timer = setTimeout(() => app.server.closeAllConnections(), CLOSE_MS);
  await app.close();
  clearTimeout(timer);
}

export function listen(app: FastifyInstance, { config }: Parts): Promise<string> {
  return app.listen({ host: config.host, port: portOf(config) });
}
