// The coordinator's account of one job: which parts are out, what has come back, when to stop.

import { addCombos, type ComboSums } from '../src/equity/combo-tally.ts';
import type { Part } from '../src/equity/engine.ts';
import type { EquityPlan } from '../src/equity/plan.ts';
import { readTally } from '../src/equity/result.ts';
import { largestStandardError } from '../src/equity/standard-error.ts';
import { addTally, TallyLayout } from '../src/equity/tally.ts';
import type { EquityJob, EquityResult, JobError, Progress } from '../src/job.ts';

/** Parts that may come back before the one that is awaited; bounds what is kept for later. */
const AHEAD = 64;
/** Sampled without a single deal for this many parts: there is none, or next to none. */
const BARREN_PARTS = 64;

export class EquityTask {
  readonly job: EquityJob;
  readonly plan: EquityPlan;
  private readonly layout: TallyLayout;
  private readonly sum: Float64Array;
  private readonly startedAt: number;
  private readonly now: () => number;
  /** Parts that came back before their turn. */
  private readonly early = new Map<number, Part>();
  private nextPart = 0;
  private merged = 0;
  private combos: ComboSums | null = null;
  private done = false;

  constructor(job: EquityJob, plan: EquityPlan, now: () => number) {
    this.job = job;
    this.plan = plan;
    this.layout = new TallyLayout(job);
    this.sum = new Float64Array(this.layout.size);
    this.now = now;
    this.startedAt = now();
  }

  /** Whether a part is left to hand out. */
  ready(): boolean {
    return !this.done && this.nextPart < Math.min(this.plan.parts, this.merged + AHEAD);
  }

  /** The next part to do, or null when none is left to hand out. */
  take(): number | null {
    return this.ready() ? this.nextPart++ : null;
  }

  /**
   * Takes part `index` in. Parts are added in their order and those behind the stop are left out, so that neither the
   * number of workers nor the order of arrival changes anything.
   */
  put(index: number, part: Part): void {
    this.early.set(index, part);
    for (let next = this.early.get(this.merged); next && !this.done; next = this.early.get(this.merged)) {
      this.early.delete(this.merged);
      this.merged++;
      addTally(this.sum, next.tally);
      if (next.combos) {
        if (this.combos) addCombos(this.combos, next.combos);
        else this.combos = next.combos;
      }
      this.done = this.reachedStop();
    }
  }

  finished(): boolean {
    return this.done;
  }

  /** The answer, once finished. */
  answer(): { readonly ok: true; readonly value: EquityResult } | { readonly ok: false; readonly error: JobError } {
    if (this.sum[this.layout.deals(0)] === 0) {
      const message =
        this.plan.parts === Infinity ? 'no deal was found that fits all players' : 'no deal fits all players';
      return { ok: false, error: { code: 'impossible', player: null, message } };
    }
    return { ok: true, value: readTally(this.job, this.plan, this.layout, this.sum, this.combos, this.elapsed()) };
  }

  progress(): Progress {
    const { plan, job, layout, sum } = this;
    const sampled = plan.parts === Infinity;
    const error = sampled ? largestStandardError(layout, sum) : null;
    const trials = sum[layout.trials]!;
    const done = sampled
      ? Math.max(
          trials / job.stop.trials,
          this.elapsed() / job.stop.timeMs,
          // The work left falls with the square of the error.
          job.stop.standardError > 0 ? (job.stop.standardError / error!) ** 2 : 0,
        )
      : this.merged / plan.parts;
    return {
      done: Math.min(1, done),
      trials,
      standardError: error,
      equities: job.players.map((_, player) => this.equity(player)),
      elapsedMs: this.elapsed(),
    };
  }

  /** A player's equity so far, over the boards that have deals. */
  private equity(player: number): number {
    const { layout, sum } = this;
    const boards = [...this.job.boards.keys()].filter((board) => sum[layout.deals(board)]! > 0);
    const equities = boards.map((board) => sum[layout.shares(board, player)]! / sum[layout.deals(board)]!);
    return equities.reduce((total, equity) => total + equity, 0) / equities.length;
  }

  private reachedStop(): boolean {
    if (this.plan.parts !== Infinity) return this.merged === this.plan.parts;
    const { stop } = this.job;
    const { layout, sum } = this;
    if (this.elapsed() >= stop.timeMs) return true;
    if (sum[layout.deals(0)] === 0) return this.merged >= BARREN_PARTS;
    if (sum[layout.trials]! >= stop.trials) return true;
    return stop.standardError > 0 && largestStandardError(layout, sum) <= stop.standardError;
  }

  private elapsed(): number {
    return this.now() - this.startedAt;
  }
}
