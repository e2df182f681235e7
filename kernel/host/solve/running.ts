// A solve under way: the shards iterate in step, and between two iterations it can be measured, saved or stopped.

import { checkSolveStop } from '../../src/solve/check.ts';
import type { SolveEstimate, SolveFigures, SolveJob, SolveProgress, SolveStop, Storage } from '../../src/solve/job.ts';
import { type Measure, measureOf } from '../../src/solve/local-solve.ts';
import type { SolvedDeal } from '../../src/solve/result.ts';
import type { Caller } from './caller.ts';
import { inStep } from './in-step.ts';
import type { RunOptions, Solve } from './solver.ts';
import { memoryOf, save } from './state.ts';
import { iterationsTo, type Measurement, nextMeasurement } from './trend.ts';

/** How long a shard that plays everything goes on before it reports. */
const SLICE_MS = 50;
const PROGRESS_MS = 100;
/** A little better than was asked for, because what is stored is rounded and may be a little worse. */
const AIM = 0.97;

export interface Opened {
  readonly job: SolveJob;
  readonly fingerprint: string;
  readonly estimate: SolveEstimate;
  readonly storage: Storage;
  readonly shards: readonly [Caller, ...Caller[]];
  /** Weight of all pairs of combos that can meet. */
  readonly mass: number;
  readonly now: () => number;
  /** Ends the shards. */
  readonly dismiss: () => Promise<void>;
}

/** What a checkpoint brings back. */
export interface Progressed {
  readonly iterations: number;
  readonly elapsedMs: number;
  readonly measured: Measurement | null;
}

export class RunningSolve implements Solve {
  readonly estimate: SolveEstimate;
  private readonly opened: Opened;
  private readonly past: Measurement[] = [];
  private iterations: number;
  private elapsedMs: number;
  private last: Measure | null = null;
  private running = false;
  private rounded = false;

  constructor(opened: Opened, progressed: Progressed) {
    this.opened = opened;
    this.estimate = opened.estimate;
    this.iterations = progressed.iterations;
    this.elapsedMs = progressed.elapsedMs;
    if (progressed.measured) this.past.push(progressed.measured);
  }

  async run(
    stop: SolveStop,
    { onProgress, signal, pause, measureAtEnd = true }: RunOptions = {},
  ): Promise<'reached' | 'stopped'> {
    const wrong = checkSolveStop(stop);
    if (wrong) throw new RangeError(wrong.message);
    this.claim();
    const { now } = this.opened;
    const startedAt = now() - this.elapsedMs;
    let reportedAt = now();
    const report = (): void => {
      reportedAt = now();
      onProgress?.(this.progress(stop));
    };
    try {
      for (;;) {
        this.elapsedMs = now() - startedAt;
        if (signal?.aborted) return 'stopped';
        const over = this.iterations >= stop.iterations || this.elapsedMs >= stop.timeMs;
        const due = nextMeasurement(AIM * stop.exploitability, this.past);
        const measured = this.past.at(-1)?.iterations === this.iterations;
        if (!measured && (over ? measureAtEnd : this.iterations >= due)) {
          await this.measure();
          this.elapsedMs = now() - startedAt;
          report();
        }
        // However soon it ended, it is told how far it came.
        if (over && !measureAtEnd) report();
        if (over || this.reached(stop)) return 'reached';
        if (pause?.aborted) return 'stopped';
        await this.advance(Math.min(due, stop.iterations));
        this.elapsedMs = now() - startedAt;
        if (now() - reportedAt >= PROGRESS_MS) report();
      }
    } finally {
      this.elapsedMs = now() - startedAt;
      this.running = false;
    }
  }

  private claim(): void {
    if (this.running) throw new Error('the solve is running');
    if (this.rounded) throw new Error('the solve is finished');
    this.running = true;
  }

  private reached({ exploitability }: SolveStop): boolean {
    const at = this.past.at(-1);
    return (
      exploitability > 0 && at !== undefined && at.iterations === this.iterations && at.share <= AIM * exploitability
    );
  }

  /** A few iterations where one shard plays all, one where they go in step. */
  private async advance(to: number): Promise<void> {
    const { shards } = this.opened;
    if (shards.length === 1) {
      const reply = await shards[0].ask({ kind: 'iterate', from: this.iterations, to, timeMs: SLICE_MS });
      this.iterations = reply.done;
      return;
    }
    await inStep(shards, this.iterations, false);
    this.iterations++;
  }

  private async measure(): Promise<Measure> {
    const { shards, mass, job } = this.opened;
    const [first, second] =
      shards.length === 1
        ? (await shards[0].ask({ kind: 'measure' })).sums
        : await inStep(shards, this.iterations, true);
    const measure = measureOf(first, second, mass);
    this.last = measure;
    this.past.push({ iterations: this.iterations, share: measure.exploitability / job.pot });
    return measure;
  }

  private progress(stop: SolveStop): SolveProgress {
    const at = this.past.at(-1);
    const perIteration = this.elapsedMs / Math.max(1, this.iterations);
    const toTarget = (iterationsTo(AIM * stop.exploitability, this.past) - this.iterations) * perIteration;
    const toCount = (stop.iterations - this.iterations) * perIteration;
    const left = Math.min(toTarget, toCount, stop.timeMs - this.elapsedMs);
    return {
      prepared: 1,
      iterations: this.iterations,
      exploitability: at?.share ?? null,
      measuredAt: at?.iterations ?? 0,
      sampled: null,
      elapsedMs: this.elapsedMs,
      leftMs: Number.isFinite(left) ? Math.max(0, left) : null,
    };
  }

  async shares(node: number): Promise<Float32Array> {
    for (const shard of this.opened.shards) {
      const { shares } = await shard.ask({ kind: 'shares', node });
      if (shares) return shares;
    }
    throw new RangeError(`nobody acts at node ${node} of the first street`);
  }

  async *checkpoint(): AsyncGenerator<Uint8Array, void, void> {
    this.claim();
    try {
      const at = this.past.at(-1);
      yield* save(this.opened.shards, {
        job: this.opened.fingerprint,
        storage: this.opened.storage,
        iterations: this.iterations,
        elapsedMs: Math.round(this.elapsedMs),
        exploitability: at?.share ?? null,
        measuredAt: at?.iterations ?? 0,
      });
    } finally {
      this.running = false;
    }
  }

  async finish(): Promise<SolveFigures> {
    const { shards, job, storage } = this.opened;
    if (!this.rounded) {
      this.claim();
      try {
        await Promise.all(shards.map((shard) => shard.ask({ kind: 'round-shares' })));
        await this.measure();
        this.rounded = true;
      } finally {
        this.running = false;
      }
    }
    const { worth, exploitability } = this.last!;
    const { equity } = await shards[0].ask({ kind: 'equity', job });
    return {
      iterations: this.iterations,
      elapsedMs: Math.round(this.elapsedMs),
      memoryBytes: await memoryOf(shards),
      storage,
      buckets: null,
      exploitability: { chips: exploitability, share: exploitability / job.pot },
      ev: [worth[0] + job.pot / 2, worth[1] + job.pot / 2],
      equity,
    };
  }

  async *deals(firstOnly: boolean): AsyncIterable<SolvedDeal> {
    if (!this.rounded) throw new Error('the solve is not finished');
    const first: SolvedDeal[] = [];
    for (const shard of this.opened.shards) {
      for (let index = 0; ; index++) {
        const { deal } = await shard.ask({ kind: 'deal', index, firstOnly: true });
        if (!deal) break;
        first.push(deal);
      }
    }
    yield {
      dealt: [],
      nodes: first.flatMap(({ nodes }) => nodes).sort((a, b) => a.node - b.node),
      buckets: null,
      exitWorth: first.find(({ exitWorth }) => exitWorth !== null)?.exitWorth ?? null,
    };
    if (firstOnly) return;
    for (const shard of this.opened.shards) {
      for (let index = 0; ; index++) {
        const { deal } = await shard.ask({ kind: 'deal', index, firstOnly: false });
        if (!deal) break;
        if (deal.dealt.length > 0) yield deal;
      }
    }
  }

  async close(): Promise<void> {
    await this.opened.dismiss();
  }
}
