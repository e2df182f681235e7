// A sampled solve under way: laps of visits go out to the shards, and between two of them it can be measured, saved or
// stopped.

import { checkSolveStop } from '../../src/solve/check.ts';
import type { Checkpoint } from '../../src/solve/checkpoint.ts';
import type {
  SampledShare,
  SolveEstimate,
  SolveFigures,
  SolveJob,
  SolveProgress,
  SolveStop,
  Storage,
} from '../../src/solve/job.ts';
import type { Measure } from '../../src/solve/local-solve.ts';
import type { SolvedDeal } from '../../src/solve/result.ts';
import type { Schedule } from '../../src/solve/sampled/schedule.ts';
import type { Caller } from './caller.ts';
import { judgeAll, judgeSome } from './judging.ts';
import { playLap } from './lap.ts';
import { RoughTrend } from './rough-trend.ts';
import type { RunOptions, Solve } from './solver.ts';
import { memoryOf, restore, save, saveAgain } from './state.ts';
import type { Measurement } from './trend.ts';

const PROGRESS_MS = 100;
/** A measurement is asked for when it should find a little better than the target: what is foreseen may be wrong. */
const AIM = 0.95;
/** What it then has to find, because what is stored is rounded and may be a little worse. */
const ENOUGH = 0.99;
/** Solving goes on for so many times as long as a figure took before the next one of its kind. */
const ROUGH_EVERY = 6;
const MEASURE_EVERY = 0.5;
const LEAST_MS = 300;
/** After so many times as long it is measured whatever is foreseen, which may be wrong for good; sooner where nothing is. */
const ANYWAY_EVERY = 10;
const BLIND_EVERY = 2;

/** For what is to be done without a word and to its end. */
const NOTHING = (): void => {};
const NEVER = (): boolean => false;

export interface OpenedSampled {
  readonly job: SolveJob;
  readonly fingerprint: string;
  readonly estimate: SolveEstimate;
  readonly storage: Storage;
  readonly shards: readonly [Caller, ...Caller[]];
  /** Branches of each shard. */
  readonly branches: readonly (readonly number[])[];
  readonly schedule: Schedule;
  readonly mass: number;
  readonly now: () => number;
  /** Ends the shards. */
  readonly dismiss: () => Promise<void>;
}

export class RunningSampled implements Solve {
  readonly estimate: SolveEstimate;
  private readonly opened: OpenedSampled;
  /** Number of the shard that has a branch. */
  private readonly shardOf: ReadonlyMap<number, number>;
  private checkpointed: Checkpoint | null;
  /** Branches that each shard has still to lay. */
  private readonly unprepared: number[];
  private visits = 0;
  private elapsedMs = 0;
  /** Measurements by visits, and where rough figures between them lead. */
  private readonly past: Measurement[] = [];
  private readonly trend = new RoughTrend();
  private last: Measure | null = null;
  private rough: SampledShare | null = null;
  private roughs = 0;
  private roughMs = 0;
  /** When a figure of either kind was last had, and when it is the earliest and the latest time for the next measurement. */
  private judgedMs = 0;
  private measureAgainMs = 0;
  private measureAnywayMs = Infinity;
  private running = false;
  private rounded = false;

  constructor(opened: OpenedSampled, checkpoint: Checkpoint | null) {
    this.opened = opened;
    this.estimate = opened.estimate;
    this.shardOf = new Map(opened.branches.flatMap((own, shard) => own.map((branch) => [branch, shard] as const)));
    this.unprepared = opened.branches.map(({ length }) => length);
    this.checkpointed = checkpoint;
    if (!checkpoint) return;
    const { iterations, elapsedMs, exploitability, measuredAt } = checkpoint.header;
    this.visits = iterations;
    this.elapsedMs = elapsedMs;
    this.judgedMs = elapsedMs;
    if (exploitability !== null) this.past.push({ iterations: measuredAt, share: exploitability });
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
    let reportedAt = -Infinity;
    const report = (atOnce: boolean): void => {
      this.elapsedMs = now() - startedAt;
      if (!atOnce && now() - reportedAt < PROGRESS_MS) return;
      reportedAt = now();
      onProgress?.(this.progress(stop));
    };
    const isOver = (): boolean => signal?.aborted === true;
    try {
      report(false);
      await this.prepare(report, isOver);
      if (isOver()) return 'stopped';
      for (;;) {
        report(false);
        const over = this.visits >= this.visitsOf(stop.iterations) || this.elapsedMs >= stop.timeMs;
        const measured = this.past.at(-1)?.iterations === this.visits;
        if (isOver()) {
          report(true);
          return 'stopped';
        }
        if (!over && this.isRoughDue()) await this.judgeRoughly(report);
        if (!measured && (over ? measureAtEnd : this.looksReached(stop))) {
          if (!(await this.measure(false, report, isOver))) return 'stopped';
          report(true);
        }
        // However soon it ended, it is told how far it came.
        if (over && !measureAtEnd) report(true);
        if (over || this.reached(stop)) return 'reached';
        if (pause?.aborted) return 'stopped';
        await this.lap();
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

  /** Lays what is not laid yet, and puts a checkpoint's tables there. */
  private async prepare(report: (atOnce: boolean) => void, isOver: () => boolean): Promise<void> {
    const { shards, branches } = this.opened;
    await Promise.all(
      shards.map(async (shard, i) => {
        while (this.unprepared[i]! > 0 && !isOver()) {
          this.unprepared[i] = (await shard.ask({ kind: 'prepare' })).left;
          report(false);
        }
      }),
    );
    if (isOver() || !this.checkpointed) return;
    if (await restore(shards, branches, this.checkpointed, isOver)) this.checkpointed = null;
  }

  /** The next lap. */
  private async lap(): Promise<void> {
    const { shards, schedule } = this.opened;
    await playLap({ shards, schedule, shardOf: this.shardOf }, this.visits);
    this.visits += schedule.lap;
  }

  private visitsOf(iterations: number): number {
    return iterations * this.opened.schedule.iteration;
  }

  private iterationsOf(visits: number): number {
    return Math.floor(visits / this.opened.schedule.iteration);
  }

  /** Whether a rough figure is worth its time. */
  private isRoughDue(): boolean {
    const { schedule } = this.opened;
    return (
      this.visits >= schedule.cycle && this.elapsedMs >= this.judgedMs + Math.max(LEAST_MS, ROUGH_EVERY * this.roughMs)
    );
  }

  private async judgeRoughly(report: (atOnce: boolean) => void): Promise<void> {
    const { shards, branches, mass, job, now } = this.opened;
    const before = now();
    const share = await judgeSome({ shards, branches, mass, pot: job.pot }, this.roughs++);
    this.roughMs = now() - before;
    this.judgedMs = this.elapsedMs + this.roughMs;
    this.rough = share;
    this.trend.add({ iterations: this.visits, share: share.share });
    if (this.measureAnywayMs === Infinity) {
      this.measureAnywayMs = this.judgedMs + (ANYWAY_EVERY * this.roughMs * share.branches) / share.judged;
    }
    report(true);
  }

  /** Whether a full best response should find the target reached, or is overdue. */
  private looksReached({ exploitability }: SolveStop): boolean {
    if (!(exploitability > 0) || this.elapsedMs < this.measureAgainMs) return false;
    return this.elapsedMs >= this.measureAnywayMs || this.trend.shareAt(this.visits) <= AIM * exploitability;
  }

  private async measure(
    keep: boolean,
    report: (atOnce: boolean) => void,
    isOver: () => boolean,
  ): Promise<Measure | null> {
    const { shards, branches, mass, job, now } = this.opened;
    const before = now();
    const judged = { shards, branches, mass, pot: job.pot };
    const measure = await judgeAll(judged, keep, () => report(false), isOver);
    if (!measure) return null;
    const share = measure.exploitability / job.pot;
    this.last = measure;
    this.past.push({ iterations: this.visits, share });
    this.trend.correct({ iterations: this.visits, share });
    this.rough = null;
    const spent = now() - before;
    this.judgedMs = this.elapsedMs + spent;
    this.measureAgainMs = this.judgedMs + MEASURE_EVERY * spent;
    this.measureAnywayMs = this.judgedMs + (this.trend.tells ? ANYWAY_EVERY : BLIND_EVERY) * spent;
    return measure;
  }

  private reached({ exploitability }: SolveStop): boolean {
    const at = this.past.at(-1);
    return exploitability > 0 && at?.iterations === this.visits && at.share <= ENOUGH * exploitability;
  }

  private progress(stop: SolveStop): SolveProgress {
    const at = this.past.at(-1);
    const unprepared = this.unprepared.reduce((sum, left) => sum + left, 0);
    return {
      prepared: 1 - unprepared / this.shardOf.size,
      iterations: this.iterationsOf(this.visits),
      exploitability: at?.share ?? null,
      measuredAt: this.iterationsOf(at?.iterations ?? 0),
      sampled: this.rough,
      elapsedMs: this.elapsedMs,
      leftMs: this.leftMs(stop),
    };
  }

  private leftMs(stop: SolveStop): number | null {
    if (this.visits === 0) return null;
    const perVisit = this.elapsedMs / this.visits;
    const toTarget = (this.trend.iterationsTo(AIM * stop.exploitability) - this.visits) * perVisit;
    const toCount = (this.visitsOf(stop.iterations) - this.visits) * perVisit;
    const left = Math.min(toTarget, toCount, stop.timeMs - this.elapsedMs);
    return Number.isFinite(left) && left > 0 ? left : null;
  }

  async shares(node: number): Promise<Float32Array> {
    const { shares } = await this.opened.shards[0].ask({ kind: 'shares', node });
    if (!shares) throw new RangeError(`nobody acts at node ${node} of the first street`);
    return shares;
  }

  async *checkpoint(): AsyncGenerator<Uint8Array, void, void> {
    this.claim();
    try {
      // What was opened from a checkpoint and did not get to run is still what stands there.
      if (this.checkpointed) {
        yield* saveAgain(this.checkpointed);
        return;
      }
      await this.prepare(NOTHING, NEVER);
      const at = this.past.at(-1);
      yield* save(this.opened.shards, {
        job: this.opened.fingerprint,
        storage: this.opened.storage,
        iterations: this.visits,
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
        await this.prepare(NOTHING, NEVER);
        await Promise.all(shards.map((shard) => shard.ask({ kind: 'round-shares' })));
        await this.measure(true, NOTHING, NEVER);
        this.rounded = true;
      } finally {
        this.running = false;
      }
    }
    const { worth, exploitability } = this.last!;
    const { equity } = await shards[0].ask({ kind: 'equity', job });
    return {
      iterations: this.iterationsOf(this.visits),
      elapsedMs: Math.round(this.elapsedMs),
      memoryBytes: await memoryOf(shards),
      storage,
      buckets: job.buckets,
      exploitability: { chips: exploitability, share: exploitability / job.pot },
      ev: [worth[0] + job.pot / 2, worth[1] + job.pot / 2],
      equity,
    };
  }

  async *deals(firstOnly: boolean): AsyncIterable<SolvedDeal> {
    if (!this.rounded) throw new Error('the solve is not finished');
    for (const [i, shard] of this.opened.shards.entries()) {
      if (firstOnly && i > 0) return;
      for (let index = 0; ; index++) {
        const { deal } = await shard.ask({ kind: 'deal', index, firstOnly });
        if (!deal) break;
        yield deal;
      }
    }
  }

  async close(): Promise<void> {
    await this.opened.dismiss();
  }
}
