// Solving on a host's workers: each solve has workers of its own, because it keeps its tables in their memory.

import type { ByteSource } from '../../src/byte-source.ts';
import { type Checkpoint, openCheckpoint } from '../../src/solve/checkpoint.ts';
import type { SolveError, SolveJob, SolveMethod } from '../../src/solve/job.ts';
import type { NodePlace, SolvedDeal } from '../../src/solve/result.ts';
import { isTooVast, methodsOf } from '../../src/solve/sampled/method.ts';
import { Schedule } from '../../src/solve/sampled/schedule.ts';
import { standInOf } from '../../src/solve/stand-in.ts';
import type { Host } from '../host.ts';
import { Caller, Refused } from './caller.ts';
import type { ReplyTo } from './calls.ts';
import { type Progressed, RunningSolve } from './running.ts';
import { RunningSampled } from './running-sampled.ts';
import { type Sharing, shareSolve } from './sharing.ts';
import type { Solve, SolveAnswer, SolvedView, Solver } from './solver.ts';
import { restore } from './state.ts';

/** How a job is to be solved. */
interface Planned {
  readonly method: SolveMethod;
  readonly sharing: Sharing;
  readonly fingerprint: string;
}

const NEW: Progressed = { iterations: 0, elapsedMs: 0, measured: null };

export function openSolver(host: Host): Solver {
  const open = new Set<Caller>();
  /** Answers what needs no tables: plans and views. */
  let clerk: Caller | null = null;
  let closed = false;

  function spawn(): Caller {
    if (closed) throw new Error('the solver is closed');
    const caller = new Caller(host.spawn());
    open.add(caller);
    return caller;
  }

  async function dismiss(callers: readonly Caller[]): Promise<void> {
    for (const caller of callers) open.delete(caller);
    await Promise.all(callers.map((caller) => caller.close()));
  }

  /** One worker for all such questions, replaced when it is gone. */
  async function asked<T>(question: (caller: Caller) => Promise<T>): Promise<T> {
    clerk ??= spawn();
    try {
      return await question(clerk);
    } catch (error) {
      if (!(error instanceof Refused) && clerk) {
        const gone = clerk;
        clerk = null;
        await dismiss([gone]);
      }
      throw error;
    }
  }

  async function planBy(job: SolveJob, method: SolveMethod): Promise<Planned> {
    const reply: ReplyTo<'plan'> = await asked((caller) => caller.ask({ kind: 'plan', job, method }));
    const { plan, iterationMs, fingerprint } = reply;
    let sharing = shareSolve(job, method, plan, iterationMs, host.size);
    // Even what would fit is not laid out run-out by run-out.
    if (isTooVast(job.boards)) sharing = { ...sharing, estimate: { ...sharing.estimate, storage: null } };
    return { method, sharing, fingerprint };
  }

  /** By the first method that may be the one; by the one that takes the least where none is. */
  async function plan(job: SolveJob, isRight: (planned: Planned) => boolean): Promise<Planned> {
    const methods = methodsOf(job);
    const all: Planned[] = [];
    for (const method of methods) {
      const planned = await planBy(job, method);
      if (isRight(planned)) return planned;
      all.push(planned);
    }
    return all.reduce((least, other) => (leastBytes(other) < leastBytes(least) ? other : least));
  }

  async function start(job: SolveJob, source: ByteSource | undefined): Promise<Solve> {
    const checkpoint = source === undefined ? null : await openCheckpoint(source);
    if (source !== undefined && !checkpoint) throw refused('checkpoint', 'this is no whole checkpoint');
    const stored = checkpoint ? { ...job, storage: checkpoint.header.storage } : job;
    const { method, sharing, fingerprint } = await plan(
      stored,
      checkpoint ? (planned) => planned.fingerprint === checkpoint.header.job : fits,
    );
    if (checkpoint && checkpoint.header.job !== fingerprint)
      throw refused('checkpoint', 'this checkpoint is of another spot');
    const { estimate, branches } = sharing;
    const { storage } = estimate;
    if (storage === null) {
      const message = isTooVast(job.boards)
        ? 'a flop of two boards has too many run-outs: its turns can be solved'
        : 'it does not fit the memory it may take';
      throw new Refused({ code: 'memory', player: null, message, estimate });
    }
    const shards = branches.map(() => spawn()) as [Caller, ...Caller[]];
    try {
      const opened = await Promise.all(
        shards.map((shard, i) => {
          const kind = method === 'exact' ? 'open' : 'open-sampled';
          return shard.ask({ kind, job, storage, branches: branches[i]!, start: i === 0 });
        }),
      );
      const { mass, schedule } = opened[0]!;
      const common = {
        job,
        fingerprint,
        estimate,
        storage,
        shards,
        mass,
        now: host.now,
        dismiss: () => dismiss(shards),
      };
      if (schedule) return new RunningSampled({ ...common, branches, schedule: new Schedule(schedule) }, checkpoint);
      if (checkpoint) await restore(shards, branches, checkpoint, () => false);
      return new RunningSolve(common, checkpoint ? progressed(checkpoint) : NEW);
    } catch (error) {
      await dismiss(shards);
      if (error instanceof Refused && error.error.code === 'memory') throw new Refused({ ...error.error, estimate });
      throw error;
    }
  }

  return {
    estimate: (job) => answered(async () => (await plan(job, fits)).sharing.estimate),
    open: (job, checkpoint) => answered(() => start(job, checkpoint)),
    view: (job, place, dealOf) =>
      answered(async () => {
        const deals = await dealsTo(job, place, dealOf);
        const { view, solvedAgain } = await asked((caller) => caller.ask({ kind: 'view', job, place, deals }));
        return { ...view, solvedAgain, bucketed: deals.at(-1)?.buckets != null } satisfies SolvedView;
      }),
    async close() {
      closed = true;
      clerk = null;
      await dismiss([...open]);
    },
  };
}

function leastBytes({ sharing: { estimate } }: Planned): number {
  return Math.min(estimate.bytes.f32, estimate.bytes.i16);
}

function fits({ sharing }: Planned): boolean {
  return sharing.estimate.storage !== null;
}

function refused(code: SolveError['code'], message: string): Refused {
  return new Refused({ code, player: null, message });
}

async function answered<T>(work: () => Promise<T>): Promise<SolveAnswer<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, error: error.error };
    throw error;
  }
}

/** The stored strategies of each street down to a place, under the suits they were solved in. */
async function dealsTo(
  job: SolveJob,
  { dealt }: NodePlace,
  dealOf: (dealt: readonly number[]) => Promise<SolvedDeal | null>,
): Promise<(SolvedDeal | null)[]> {
  const deals: (SolvedDeal | null)[] = [];
  for (let street = 0; street <= dealt.length; street++) {
    deals.push(await dealOf(standInOf(job, dealt.slice(0, street)).dealt));
  }
  return deals;
}

function progressed({ header }: Checkpoint): Progressed {
  const { iterations, elapsedMs, exploitability, measuredAt } = header;
  const measured = exploitability === null ? null : { iterations: measuredAt, share: exploitability };
  return { iterations, elapsedMs, measured };
}
