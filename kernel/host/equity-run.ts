// The coordinator's account of one job: which parts are out, what has come back, when to stop.

import { ComboTally } from '../src/equity/combo-tally.ts';
import type { EquityPlan } from '../src/equity/plan.ts';
import { readTally } from '../src/equity/result.ts';
import { addTally, TallyLayout } from '../src/equity/tally.ts';
import type { EquityJob, EquityResult, JobError, Progress } from '../src/job.ts';

/** Chunks that may come back before the one that is awaited; bounds what is kept for later. */
const AHEAD = 64;
/** Sampled without a single possible deal for this many chunks: there is none to be found. */
const BARREN_CHUNKS = 64;

export class EquityRunState {
  readonly job: EquityJob;
  readonly plan: EquityPlan;
  private readonly layout: TallyLayout;
  private readonly sum: Float64Array;
  private readonly startedAt: number;
  private readonly now: () => number;
  /** Parts that came back before their turn. */
  private readonly early = new Map<number, Float64Array>();
  private nextChunk = 0;
  private merged = 0;
  private combos: ComboTally | null = null;

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
    return this.nextChunk < Math.min(this.plan.chunks, this.merged + AHEAD) && !this.finished();
  }

  /** The next part to do, or null when none is left to hand out. */
  take(): number | null {
    return this.ready() ? this.nextChunk++ : null;
  }

  /** Takes part `index` in. Parts are added in their order, so that the order of arrival changes nothing. */
  put(index: number, tally: Float64Array): void {
    this.early.set(index, tally);
    for (let part = this.early.get(this.merged); part && !this.finished(); part = this.early.get(this.merged)) {
      this.early.delete(this.merged);
      this.merged++;
      addTally(this.sum, part);
    }
  }

  putCombos(pots: readonly Float64Array[], met: readonly Float64Array[]): void {
    const part = new ComboTally(pots, met);
    if (this.combos) this.combos.add(part);
    else this.combos = part;
  }

  finished(): boolean {
    if (this.merged === 0) return false;
    if (this.plan.chunks !== Infinity) return this.merged === this.plan.chunks;
    const { stop } = this.job;
    if (this.elapsed() >= stop.timeMs) return true;
    if (this.impossible()) return true;
    const result = this.result();
    return result.trials >= stop.trials || (result.standardError ?? Infinity) <= stop.standardError;
  }

  result(): EquityResult {
    return readTally(this.job, this.plan, this.layout, this.sum, this.combos, this.elapsed());
  }

  /** What speaks against the finished result, or null. */
  error(): JobError | null {
    if (this.sum[this.layout.deals(0)]! > 0) return null;
    return { code: 'impossible', player: null, message: 'no deal satisfies all players together' };
  }

  progress(): Progress {
    const { plan, job } = this;
    const sampled = plan.chunks === Infinity;
    const result = this.result();
    const error = result.standardError ?? 0;
    const done = sampled
      ? Math.max(
          result.trials / job.stop.trials,
          this.elapsed() / job.stop.timeMs,
          // The work left falls with the square of the error.
          error > 0 && Number.isFinite(error) ? (job.stop.standardError / error) ** 2 : 0,
        )
      : this.merged / plan.chunks;
    return {
      done: Math.min(1, done),
      trials: result.trials,
      standardError: result.standardError,
      equities: result.players.map((player) => player.equity),
      elapsedMs: result.elapsedMs,
    };
  }

  private elapsed(): number {
    return this.now() - this.startedAt;
  }

  private impossible(): boolean {
    return this.merged >= BARREN_CHUNKS && this.sum[this.layout.deals(0)] === 0;
  }
}
