/** The equity service: a request in, the answer as JSON text out, or an `ApiError`; and the probe behind `/health`. */
import type { EquityRequest } from '@ploscope/contracts';
import { ApiError, wireError } from '../../platform/http/index.ts';
import type { Metrics } from '../../platform/telemetry/index.ts';
import type { Outcome } from './calculator.ts';
import type { Calculators, Turned } from './calculators.ts';
import type { Limits } from './study.messages.ts';

/** Kings full against a pair of nines: every table of the kernel is used and the answer is known. */
const PROBE: EquityRequest = { game: 'plo4', hands: ['AsAhKsKh', '9d8d7c6c'], board: 'Kc9h9s4d' };
const PROBE_LIMITS: Limits = { timeMs: 2000, combos: 1000 };
/** How long a found health is believed, in milliseconds, so that asking for it cannot become work. */
const PROBE_AGE_MS = 500;

/** After how many seconds a client whose places are taken may ask again: one of its own will often be free by then. */
const CLIENT_BUSY_S = 1;

export class StudyService {
  readonly #calculators: Calculators;
  readonly #limits: Limits;
  readonly #metrics: Metrics;
  #probe: { at: number; found: Promise<string | null> } | null = null;

  constructor(calculators: Calculators, limits: Limits, metrics: Metrics) {
    this.#calculators = calculators;
    this.#limits = limits;
    this.#metrics = metrics;
    metrics.watchEquity(() => calculators);
  }

  /**
   * The equity answer as JSON text; null when `signal` was aborted. Throws an `ApiError`. `client` names who asks, null
   * for one that may hold any number of places.
   */
  async equity(request: EquityRequest, client: string | null, signal: AbortSignal): Promise<string | null> {
    const end = this.#metrics.equitySeconds.startTimer();
    const outcome = await this.#calculators.compute(request, this.#limits, client, signal);
    if (outcome.kind === 'cancelled') return null;
    if (outcome.kind !== 'answer') throw this.#toError(outcome);
    end();
    const { method, exact, trials } = outcome.figures;
    this.#metrics.equityAnswers.inc({ method, exact: String(exact) });
    this.#metrics.equityTrials.inc(trials);
    return outcome.json;
  }

  /** Computes a known equity: null when it comes out, else what went wrong. Busy calculators are healthy ones. */
  probe(): Promise<string | null> {
    const now = performance.now();
    if (this.#probe === null || now - this.#probe.at > PROBE_AGE_MS) this.#probe = { at: now, found: this.#tryOut() };
    return this.#probe.found;
  }

  close(): Promise<void> {
    return this.#calculators.close();
  }

  async #tryOut(): Promise<string | null> {
    const outcome = await this.#calculators.computeIfIdle(PROBE, PROBE_LIMITS);
    if (outcome === null) return null;
    return outcome.kind === 'answer' && outcome.figures.exact ? null : 'The kernel does not compute.';
  }

  #toError(outcome: Exclude<Outcome | Turned, { kind: 'answer' | 'cancelled' }>): ApiError {
    const budgetS = Math.ceil(this.#limits.timeMs / 1000);
    switch (outcome.kind) {
      case 'refusal':
        return new ApiError(outcome.error);
      case 'late':
        return wireError('time-budget');
      case 'full':
        return wireError('busy', { retryAfterS: budgetS });
      case 'client-full':
        return wireError('client-busy', { retryAfterS: CLIENT_BUSY_S });
      case 'crashed':
        return wireError('internal', { cause: outcome.cause });
    }
  }
}
