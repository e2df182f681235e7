/**
 * One solve from its start to a look at any of its nodes. It owns the kernel's solve, what was found, and the node that
 * is looked at; the page asks it through the Worker and never holds an array of hands.
 *
 * A cancelled solve gives its memory back and keeps a checkpoint while that is small, so that it can go on all the same.
 */
import { gathered, type SolveEstimate, sourceOfBytes } from '@ploscope/kernel';
import type { Solve, Solver } from '@ploscope/kernel/host/browser';
import { isFlopOfTwoBoards, type PreparedSolve } from '@ploscope/poker';
import type { Handlers } from '../../../../lib/worker-calls.ts';
import { solveText } from '../../../../text/solve.ts';
import type { LoadOrderings } from '../../work/reading.ts';
import { CANCELLED, NOTHING_OPEN, refuse, refuseBroken, refuseFlopOfTwo, refuseSolve } from './outcomes.ts';
import { openPreparing, type Prepare } from './preparing.ts';
import type {
  AgainEstimate,
  Finished,
  LookAsk,
  Opened,
  OpenFileAsk,
  Outcome,
  Place,
  RunAsk,
  RunEnd,
  SightSummary,
  SolveAsk,
  SolveNews,
  SolverMethods,
} from './protocol.ts';
import { findRemedies } from './remedies.ts';
import { runAwake } from './running.ts';
import { openSightDesk, type SightDesk } from './sight-desk.ts';
import { type Found, liveSight, ROOT } from './sights.ts';
import { readSolve, writeSolve } from './solve-file.ts';
import { checkpointBytes, dealsOf, storedBytes } from './stored-bytes.ts';
import { estimateAgain } from './street-again.ts';
import { openViewing } from './viewing.ts';

/** A checkpoint above this is not worth its memory. */
const KEEP_CHECKPOINT_BYTES = 256 * 1024 ** 2;
/** Strategies of later streets above this are solved again when they are looked at. */
const KEEP_DEALS_BYTES = 512 * 1024 ** 2;
/** Between two words of how much is stored. */
const TELL_EVERY_DEALS = 50;

export interface SolvingStart {
  readonly openSolver: () => Promise<Solver>;
  readonly loadOrderings: LoadOrderings;
  readonly now?: () => number;
}

interface Session {
  readonly ask: SolveAsk;
  readonly prepared: PreparedSolve;
  solve: Solve | null;
  checkpoint: Uint8Array | null;
  /** Of the solve's time, slept away. */
  sleptMs: number;
  /** Whether there is anything to keep. */
  hasIterated: boolean;
  /** What is left of it once it is finished. */
  found: Found | null;
  file: Blob | null;
}

interface Line {
  readonly tell: (news: SolveNews) => void;
  readonly signal: AbortSignal;
}

export function openSolving(start: SolvingStart): Handlers<SolverMethods> {
  const now = start.now ?? (() => performance.now());
  const prepare: Prepare = openPreparing(start.loadOrderings);
  const desk: SightDesk = openSightDesk(start.loadOrderings);
  const viewing = openViewing(start.openSolver);
  let solver: Promise<Solver> | null = null;
  let session: Session | null = null;

  const solverOf = (): Promise<Solver> => {
    solver ??= start.openSolver();
    return solver;
  };

  /** Runs, ends and looks come one after the other, as the kernel takes them. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const mine = last.then(act, act);
    last = mine.catch(() => undefined);
    return mine;
  };

  const estimate = async (ask: SolveAsk): Promise<Outcome<SolveEstimate>> => {
    const prepared = await prepare(ask);
    if (!prepared.ok) return refuse(prepared.error);
    const answer = await (await solverOf()).estimate(prepared.value.job);
    if (!answer.ok) return refuseSolve(answer.error, ask.spot);
    return isFlopOfTwoBoards(ask.spot) ? refuseFlopOfTwo(ask.spot, answer.value) : answer;
  };

  const open = async (ask: SolveAsk | null): Promise<Outcome<{ readonly own: Session; readonly solve: Solve }>> => {
    const before = session;
    if (ask === null && before?.solve) return { ok: true, value: { own: before, solve: before.solve } };
    const asked = ask ?? before?.ask;
    const checkpoint = ask === null ? before?.checkpoint : undefined;
    if (asked === undefined || checkpoint === null) return NOTHING_OPEN;
    session = null;
    await Promise.all([before?.solve?.close(), viewing.rest()]);
    const prepared = await prepare(asked);
    if (!prepared.ok) return refuse(prepared.error);
    const opened = await (await solverOf()).open(prepared.value.job, checkpoint && sourceOfBytes(checkpoint));
    if (!opened.ok) {
      // What was kept is kept for another try.
      if (checkpoint !== undefined) session = before;
      return refuseSolve(opened.error, asked.spot);
    }
    const solve = opened.value;
    session = {
      ask: asked,
      prepared: prepared.value,
      solve,
      // Until its tables are back in place.
      checkpoint: checkpoint ?? null,
      sleptMs: checkpoint === undefined ? 0 : (before?.sleptMs ?? 0),
      hasIterated: checkpoint !== undefined,
      found: null,
      file: null,
    };
    return { ok: true, value: { own: session, solve } };
  };

  const run = async ({ ask, stop }: RunAsk, { tell, signal }: Line): Promise<Outcome<RunEnd>> => {
    const opened = await open(ask);
    if (!opened.ok) return opened;
    const { own, solve } = opened.value;
    tell({ kind: 'opened', estimate: solve.estimate });
    let first: number | null = null;
    const ran = runAwake(solve, own.sleptMs, {
      stop,
      signal,
      now,
      onProgress: (progress) => {
        first ??= progress.iterations;
        if (progress.iterations > first) own.checkpoint = null;
        tell({ kind: 'progress', progress });
      },
      onLook: async () => {
        const { sight, summary } = liveSight(own.prepared, await solve.shares(ROOT.node));
        tell({ kind: 'sight', sight: desk.show(sight, summary) });
      },
    });
    const { kind, sleptMs, iterations } = await ran.catch(async (error: unknown) => {
      // What was kept is kept for another try.
      own.solve = null;
      await solve.close();
      throw error;
    });
    own.sleptMs = sleptMs;
    own.hasIterated ||= iterations !== null && iterations > 0;
    return { ok: true, value: { kind } };
  };

  const finish = async ({ tell, signal }: Line): Promise<Outcome<Finished>> => {
    const own = session;
    if (!own?.solve) return NOTHING_OPEN;
    const { solve, prepared, ask } = own;
    const onAbort = (): void => void solve.close();
    try {
      own.checkpoint = await smallCheckpoint(solve, own);
      signal.addEventListener('abort', onAbort, { once: true });
      if (signal.aborted) await solve.close();
      const measured = await solve.finish();
      const figures = { ...measured, elapsedMs: Math.max(0, measured.elapsedMs - Math.round(own.sleptMs)) };
      tell({ kind: 'measured', figures });
      const firstOnly = prepared.job.streets.length > 1 && storedBytes(prepared.job, solve.estimate) > KEEP_DEALS_BYTES;
      const deals = firstOnly ? 1 : dealsOf(prepared.job, solve.estimate);
      const written = await writeSolve(solve, ask.spot, prepared, figures, firstOnly, (done) => {
        if (done % TELL_EVERY_DEALS === 0) tell({ kind: 'storing', done: Math.min(1, done / deals) });
      });
      own.solve = null;
      await solve.close();
      if (!written.ok) return refuse(written.error);
      own.found = written.value.found;
      own.file = written.value.file;
      const sight = await lookAt({ place: ROOT, again: false }, signal);
      if (sight.ok) tell({ kind: 'sight', sight: sight.value });
      return { ok: true, value: { figures, resumable: own.checkpoint !== null } };
    } catch (error) {
      if (signal.aborted) return CANCELLED;
      throw error;
    } finally {
      signal.removeEventListener('abort', onAbort);
      own.solve = null;
      await solve.close();
    }
  };

  const cancel = async (): Promise<boolean> => {
    const own = session;
    if (!own?.solve) return own !== null && own.checkpoint !== null;
    const { solve } = own;
    own.checkpoint = await smallCheckpoint(solve, own);
    own.solve = null;
    await solve.close();
    return own.checkpoint !== null;
  };

  const openFile = async ({ file, maxBytes }: OpenFileAsk, { tell, signal }: Line): Promise<Outcome<Opened>> => {
    const read = await readSolve(file, maxBytes, start.loadOrderings);
    if (!read.ok) return refuse(read.error);
    const { found, spot, figures } = read.value;
    await session?.solve?.close();
    const { method, buckets } = found.prepared.job;
    const kept = { solve: null, checkpoint: null, sleptMs: 0, hasIterated: false };
    session = { ask: { spot, maxBytes, method, buckets }, prepared: found.prepared, found, file, ...kept };
    const sight = await lookAt({ place: ROOT, again: false }, signal);
    if (!sight.ok) return sight;
    tell({ kind: 'sight', sight: sight.value });
    return { ok: true, value: { spot, figures } };
  };

  const lookAt = async (ask: LookAsk, signal: AbortSignal): Promise<Outcome<SightSummary>> => {
    const own = session;
    if (own === null || own.found === null) return NOTHING_OPEN;
    const looked = await viewing.see(own.found, ask, signal);
    switch (looked.kind) {
      case 'seen':
        return { ok: true, value: desk.show(looked.seen.sight, looked.seen.summary) };
      case 'cancelled':
        return CANCELLED;
      case 'refused':
        return refuseSolve(looked.error, own.ask.spot);
      case 'failed':
        return refuseBroken(looked.message, solveText.strategy.notShown);
    }
  };

  const again = async (place: Place): Promise<AgainEstimate | null> => {
    const own = session;
    if (own === null || own.found === null) return null;
    return estimateAgain(await solverOf(), own.ask.spot, own.prepared, place);
  };

  return {
    estimate,
    remedies: async (ask) => findRemedies(ask, prepare, await solverOf()),
    run: (ask, line) => inTurn(() => run(ask, line)),
    finish: (_, line) => inTurn(() => finish(line)),
    cancel: () => inTurn(cancel),
    openFile: (ask, line) => inTurn(() => openFile(ask, line)),
    save: () => session?.file ?? null,
    look: (ask, { signal }) => inTurn(() => lookAt(ask, signal)),
    estimateAgain: again,
    branch: desk.branch,
    hands: desk.hands,
  };
}

/** Null where it is too large, or where there is nothing yet to keep. */
async function smallCheckpoint(
  solve: Solve,
  { prepared, hasIterated }: Pick<Session, 'prepared' | 'hasIterated'>,
): Promise<Uint8Array | null> {
  const isSmall = checkpointBytes(prepared.job, solve.estimate) <= KEEP_CHECKPOINT_BYTES;
  return hasIterated && isSmall ? gathered(solve.checkpoint()) : null;
}
