/** The role `all`: everything this product has, in one process. */
import { addStudyRoutes, Calculators, StudyService } from '../features/study/index.ts';
import type { Config } from '../platform/config/index.ts';
import { addApiDocs, addHealthRoutes, addStaticApp, createApp, routesOn } from '../platform/http/index.ts';
import { createLimits } from '../platform/limits/index.ts';
import { createLog, createMetrics } from '../platform/telemetry/index.ts';

/** Where the role finds its files, and what it calls itself. */
export interface Surroundings {
  /** Folder of the built web app. */
  readonly webRoot: string;
  /** File of the calculator's thread. */
  readonly workerUrl: URL;
  readonly version: string;
}

export interface RunningServer {
  /** Where it listens, such as `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Stops listening, cancels what computes, ends all threads. */
  close(): Promise<void>;
}

/** Starts the server. Rejects with the system's error when the address cannot be had. */
export async function startAll(config: Config, surroundings: Surroundings): Promise<RunningServer> {
  const metrics = createMetrics();
  const app = await createApp(config, createLog(config.logLevel), metrics);
  const calculators = new Calculators({
    workerUrl: surroundings.workerUrl,
    threads: config.kernelThreads,
    concurrency: config.equityConcurrency,
    queue: config.equityQueue,
  });
  const equityLimits = { timeMs: config.equityTimeBudgetMs, combos: config.equityMaxCombos };
  const study = new StudyService(calculators, equityLimits, metrics);
  app.addHook('preClose', () => study.close());

  try {
    await addApiDocs(app, surroundings.version);
    addHealthRoutes(app, surroundings.version, () => study.probe(), metrics);
    const limits = createLimits({ redis: null, computePerMinute: config.rateLimitPerMinute });
    const add = routesOn(app, { authenticate: async () => null, limits });
    addStudyRoutes(add, study);
    await addStaticApp(app, surroundings.webRoot, (code) => metrics.errors.inc({ code }));
    const url = await app.listen({ host: config.host, port: config.port ?? 3000 });
    return { url, close: () => app.close() };
  } catch (error) {
    await app.close();
    throw error;
  }
}
