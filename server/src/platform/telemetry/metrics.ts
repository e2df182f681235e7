/**
 * Prometheus metrics: the process, HTTP by route pattern (never by address, so that the number of series is bounded),
 * and equity calculations.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const REQUEST_SECONDS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 2.5, 5, 10, 30];

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
    /** Reads how many equity requests compute and wait whenever the metrics are asked for. */
    watchEquity(read: () => { running: number; waiting: number }): void {
      addGauge('equity_running', 'Equity requests computing now.', () => read().running);
      addGauge('equity_waiting', 'Equity requests waiting now.', () => read().waiting);
    },
    /** Counts one answered request; `endpoint` is the route's pattern, undefined when none matched. */
    observeRequest(method: string, endpoint: string | undefined, elapsedS: number): void {
      const labels = { method, endpoint: endpoint ?? 'unmatched' };
      requests.inc(labels);
      seconds.observe(labels, elapsedS);
    },
  };
}
