/** Runs equities as jobs: the calculators of the quick route, with more time and more combos. */
import { catalogueError, type EquityRequest } from '@ploscope/contracts';
import type { Outcome, Runner } from '../jobs/index.ts';
import { Calculator } from './calculator.ts';
import type { Limits } from './study.messages.ts';

export interface EquityRunnerSettings {
  readonly workerUrl: URL;
  /** 0 for all cores. */
  readonly threads: number;
  readonly limits: Limits;
}

/** Keeps a calculator for each job that computes at once. */
export function createEquityRunner({
  workerUrl,
  threads,
  limits,
}: EquityRunnerSettings): Runner & { close(): Promise<void> } {
  const idle: Calculator[] = [];
  const all: Calculator[] = [];
  const run: Runner = async ({ lease, signal, progress }): Promise<Outcome> => {
    const calculator = idle.pop() ?? new Calculator(workerUrl, { threads });
    if (!all.includes(calculator)) all.push(calculator);
    const startedAt = performance.now();
    const onProgress = (fraction: number): void =>
      progress({
        fraction,
        iterations: null,
        exploitability: null,
        rough: false,
        elapsedMs: performance.now() - startedAt,
      });
    const outcome = await calculator.compute(lease.request as EquityRequest, limits, signal, onProgress);
    idle.push(calculator);
    switch (outcome.kind) {
      case 'answer':
        return { kind: 'completed', result: JSON.parse(outcome.json), bytes: null };
      case 'refusal':
        return { kind: 'failed', error: outcome.error };
      case 'late':
        return { kind: 'failed', error: catalogueError('time-budget') };
      case 'cancelled':
        // An equity has no state to go on from, and is short: whoever takes it begins anew.
        return { kind: signal.reason === 'draining' ? 'given-back' : 'cancelled' };
      case 'crashed':
        throw outcome.cause;
    }
  };
  return Object.assign(run, { close: async () => void (await Promise.all(all.map((each) => each.close()))) });
}
