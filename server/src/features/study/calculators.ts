/**
 * Calculators, for equities or for judging solves, and the line before them: a fixed number work, a fixed number wait,
 * the next request is told to come back. One client may hold only a quarter of the places, so that nobody can fill the line; the
 * machine's own user (a client of no name) may hold all.
 */
import type { EquityRequest, SolveRequest } from '@ploscope/contracts';
import { Calculator, type Outcome } from './calculator.ts';
import type { CalculatorSettings, Judged, Limits, SolveMemory } from './study.messages.ts';

export interface CalculatorsSettings extends CalculatorSettings {
  /** File of the calculator's thread. */
  readonly workerUrl: URL;
  /** Requests worked on at once. */
  readonly concurrency: number;
  /** Requests that may wait. */
  readonly queue: number;
  /** Whether the threads start at once, not with the first request. */
  readonly warm: boolean;
}

/** Why a request was not even taken. */
export type Turned = { readonly kind: 'full' } | { readonly kind: 'client-full' };

export class Calculators {
  readonly #all: readonly Calculator[];
  readonly #idle: Calculator[];
  readonly #line: Array<(calculator: Calculator) => void> = [];
  readonly #places: number;
  readonly #byClient = new Map<string, number>();
  readonly #closing = new AbortController();

  constructor(settings: CalculatorsSettings) {
    const { workerUrl, threads, concurrency, queue, warm } = settings;
    this.#all = Array.from({ length: concurrency }, () => new Calculator(workerUrl, { threads }));
    if (warm) for (const calculator of this.#all) calculator.warmUp();
    this.#idle = [...this.#all];
    this.#places = concurrency + queue;
  }

  get running(): number {
    return this.#all.length - this.#idle.length;
  }

  get waiting(): number {
    return this.#line.length;
  }

  /** Computes as soon as a calculator is free. `client` names who asks; null for nobody who is counted. */
  compute(
    request: EquityRequest,
    limits: Limits,
    client: string | null,
    signal: AbortSignal,
  ): Promise<Outcome | Turned> {
    return this.#inTurn(client, signal, (calculator, stop) => calculator.compute(request, limits, stop));
  }

  /** Judges a solve as soon as a calculator is free. No client is counted: who asks sees to that. */
  judge(
    request: SolveRequest,
    memory: SolveMemory,
    timeMs: number,
    signal: AbortSignal | null,
  ): Promise<Outcome<Judged> | Turned> {
    return this.#inTurn(null, signal, (calculator, stop) => calculator.judge(request, memory, timeMs, stop));
  }

  async #inTurn<T>(
    client: string | null,
    signal: AbortSignal | null,
    work: (calculator: Calculator, stop: AbortSignal) => Promise<T>,
  ): Promise<T | Turned | { readonly kind: 'cancelled' }> {
    if (this.running + this.waiting >= this.#places) return { kind: 'full' };
    if (client !== null && !this.#enter(client)) return { kind: 'client-full' };
    try {
      const stop = AbortSignal.any([...(signal === null ? [] : [signal]), this.#closing.signal]);
      const calculator = await this.#take(stop);
      if (calculator === null) return { kind: 'cancelled' };
      try {
        return await work(calculator, stop);
      } finally {
        this.#giveBack(calculator);
      }
    } finally {
      if (client !== null) this.#leave(client);
    }
  }

  /** Computes on a calculator that is idle now; null when there is none. */
  async computeIfIdle(request: EquityRequest, limits: Limits): Promise<Outcome | null> {
    const calculator = this.#idle.pop();
    if (calculator === undefined) return null;
    try {
      return await calculator.compute(request, limits, this.#closing.signal);
    } finally {
      this.#giveBack(calculator);
    }
  }

  /** Cancels what computes and waits, then ends the threads. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all(this.#all.map((calculator) => calculator.close()));
  }

  /** Gives a client one more place, unless it holds as many as it may. */
  #enter(client: string): boolean {
    const held = this.#byClient.get(client) ?? 0;
    if (held >= Math.max(2, Math.ceil(this.#places / 4))) return false;
    this.#byClient.set(client, held + 1);
    return true;
  }

  #leave(client: string): void {
    const left = (this.#byClient.get(client) ?? 1) - 1;
    if (left === 0) this.#byClient.delete(client);
    else this.#byClient.set(client, left);
  }

  #take(signal: AbortSignal): Promise<Calculator | null> {
    if (signal.aborted) return Promise.resolve(null);
    const idle = this.#idle.pop();
    if (idle !== undefined) return Promise.resolve(idle);
    return new Promise((resolve) => {
      const onAbort = (): void => {
        this.#line.splice(this.#line.indexOf(onTurn), 1);
        resolve(null);
      };
      const onTurn = (calculator: Calculator): void => {
        signal.removeEventListener('abort', onAbort);
        resolve(calculator);
      };
      signal.addEventListener('abort', onAbort, { once: true });
      this.#line.push(onTurn);
    });
  }

  #giveBack(calculator: Calculator): void {
    const next = this.#line.shift();
    if (next === undefined) this.#idle.push(calculator);
    else next(calculator);
  }
}
