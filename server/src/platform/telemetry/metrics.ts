/**
 * Prometheus metrics: the process, HTTP by route pattern (never by address, so that the number of series is bounded),
 * and equity calculations.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const REQUEST_SECONDS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 2.5, 5, 10, 30];

export interface QueueFigures {
  readonly queue: string;
  readonly waiting: number;
  readonly processing: number;
  /** Seconds. */
  readonly oldestS: number;
  readonly dead: number;
}

export type Metrics = ReturnType<typeof createMetrics>;

/** A registry of its own for each server, so that two in one process do not mix. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const labelNames = ['method', 'endpoint'] as const;
  const requests = new Counter({ name: 'http_requests_total', help: 'HTTP requests answered.', labelNames, registers });
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from a request to the end of its answer.',
    labelNames,
    buckets: REQUEST_SECONDS,
    registers,
  });
  const addGauge = (name: string, help: string, read: () => number): void => {
    const gauge: Gauge = new Gauge({ name, help, registers, collect: () => gauge.set(read()) });
  };
  return {
    registry,
    errors: new Counter({
      name: 'http_errors_total',
      help: 'Errors answered.',
      labelNames: ['code'] as const,
      registers,
    }),
    equityAnswers: new Counter({
      name: 'equity_answers_total',
      help: 'Equities computed, by method.',
      labelNames: ['method', 'exact'] as const,
      registers,
    }),
    equitySeconds: new Histogram({
      name: 'equity_duration_seconds',
      help: 'Time an equity request computed, waiting left out.',
      buckets: REQUEST_SECONDS,
      registers,
    }),
    equityTrials: new Counter({ name: 'equity_trials_total', help: 'Run-outs and deals evaluated.', registers }),
    solveIterations: new Counter({
      name: 'solve_iterations_total',
      help: 'Iterations of solves computed here.',
      registers,
    }),
    backupFailures: new Counter({ name: 'backup_failures_total', help: 'Nightly backups that failed.', registers }),
    backupTrialsSkipped: new Counter({
      name: 'backup_trials_skipped_total',
      help: 'Nightly backups that were read back, but could not be restored for trial.',
      registers,
    }),
    /** Infinite where there is no backup. */
    watchBackups(readAgeS: () => number): void {
      addGauge('backup_age_seconds', 'Age of the newest backup.', readAgeS);
    },
    /** Reads how many equity requests compute and wait whenever the metrics are asked for. */
    watchEquity(read: () => { running: number; waiting: number }): void {
      addGauge('equity_running', 'Equity requests computing now.', () => read().running);
      addGauge('equity_waiting', 'Equity requests waiting now.', () => read().waiting);
    },
    watchJobs(read: () => number): void {
      addGauge('jobs_running', 'Jobs computing in this process.', read);
    },
    watchShards(read: () => number): void {
      addGauge('shards_lent', 'Workers lent to solves of other machines.', read);
    },
    watchSockets(read: () => number): void {
      addGauge('sockets_open', 'Sockets open in this process.', read);
    },
    /** Asks the queues whenever the metrics are asked for; what cannot be asked keeps its last figure. */
    watchQueues(read: () => Promise<readonly QueueFigures[]>): void {
      // One question for all gauges of a moment: they are collected at the same time.
      let asked: Promise<readonly QueueFigures[]> | null = null;
      const ask = (): Promise<readonly QueueFigures[]> => {
        asked ??= read()
          .catch(() => [])
          .finally(() => {
            asked = null;
          });
        return asked;
      };
      const gauge = (name: string, help: string, figure: (of: QueueFigures) => number): void => {
        const one: Gauge<'queue'> = new Gauge({
          name,
          help,
          labelNames: ['queue'],
          registers,
          collect: async () => {
            for (const of of await ask()) one.set({ queue: of.queue }, figure(of));
          },
        });
      };
      gauge('queue_depth', 'Jobs that wait.', ({ waiting }) => waiting);
      gauge('jobs_processing', 'Jobs under a lease.', ({ processing }) => processing);
      gauge('job_age_seconds', 'Age of the oldest waiting job.', ({ oldestS }) => oldestS);
      gauge('dead_letters', 'Messages in the dead-letter queue.', ({ dead }) => dead);
    },
    /** Counts one answered request; `endpoint` is the route's pattern, undefined when none matched. */
    observeRequest(method: string, endpoint: string | undefined, elapsedS: number): void {
      const labels = { method, endpoint: endpoint ?? 'unmatched' };
      requests.inc(labels);
      seconds.observe(labels, elapsedS);
    },
  };
}
