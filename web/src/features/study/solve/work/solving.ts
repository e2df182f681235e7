/**
 * One solve from its start to a look at any of its nodes. It owns the kernel's solve, what was found, and the node that
 * is looked at; the page asks it through the Worker and never holds an array of hands.
 *
 * A cancelled solve gives its memory back and keeps a checkpoint while that is small, so that it can go on all the same.
 */
import type { SolveError, SolveEstimate } from '@ploscope/kernel';
import type { Solve, Solver } from '@ploscope/kernel/host/browser';
import { type PreparedSolve, type SolveSpot, solveErrorText } from '@ploscope/poker';
import type { Handlers } from '../../../../lib/worker-calls.ts';
import { solveText } from '../../../../text/solve.ts';
import type { LoadOrderings } from '../../work/reading.ts';
import { openPreparing, type Prepare } from './preparing.ts';
import type {
  Finished,
  Opened,
  OpenFileAsk,
  Outcome,
  Place,
  Refusal,
  RunAsk,
  RunEnd,
  SightSummary,
  SolveAsk,
  SolveNews,
  SolverMethods,
} from './protocol.ts';
import { findRemedies } from './remedies.ts';
import { openSightDesk, type SightDesk } from './sight-desk.ts';
import { type Found, liveSight, ROOT, viewedSight } from './sights.ts';
import { readSolve, writeSolve } from './solve-file.ts';

/** A checkpoint above this is not worth its memory. */
const KEEP_CHECKPOINT_BYTES = 256 * 1024 ** 2;
/** Strategies of later streets above this are solved again when they are looked at. */
const KEEP_DEALS_BYTES = 512 * 1024 ** 2;
/** Between two looks at the strategy while solving. */
const SIGHT_EVERY_MS = 1_000;

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
  /** What is left of it once it is finished. */
  found: Found | null;
  file: Blob | null;
}

type Tell = (news: SolveNews) => void;

export function openSolving(start: SolvingStart): Handlers<SolverMethods> {
  const now = start.now ?? (() => performance.now());
  const prepare: Prepare = openPreparing(start.loadOrderings);
  const desk: SightDesk = openSightDesk(start.loadOrderings);
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
    return answer.ok ? answer : refuseSolve(answer.error, ask.spot);
  };

  const open = async (ask: SolveAsk | null): Promise<Outcome<Session & { solve: Solve }>> => {
    const before = session;
    if (ask === null && before?.solve) return { ok: true, value: { ...before, solve: before.solve } };
    const asked = ask ?? before?.ask;
    const checkpoint = ask === null ? before?.checkpoint : undefined;
    if (asked === undefined || checkpoint === null) return NOTHING_OPEN;
    session = null;
    await before?.solve?.close();
    const prepared = await prepare(asked);
    if (!prepared.ok) return refuse(prepared.error);
    const opened = await (await solverOf()).open(prepared.value.job, checkpoint);
    if (!opened.ok) return refuseSolve(opened.error, asked.spot);
    const solve = opened.value;
    session = { ask: asked, prepared: prepared.value, solve, checkpoint: null, found: null, file: null };
    return { ok: true, value: { ...session, solve } };
  };

  const run = async (
    { ask, stop }: RunAsk,
    line: { readonly tell: Tell; readonly signal: AbortSignal },
  ): Promise<Outcome<RunEnd>> => {
    const opened = await open(ask);
    if (!opened.ok) return opened;
    const { solve, prepared } = opened.value;
    let looking: Promise<void> | null = null;
    let lookedAt = Number.NEGATIVE_INFINITY;
    const look = async (): Promise<void> => {
      const { sight, summary } = liveSight(prepared, await solve.shares(ROOT.node));
      lookedAt = now();
      line.tell({ kind: 'sight', sight: desk.show(sight, summary) });
    };
    const kind = await solve.run(stop, {
      signal: line.signal,
      onProgress: (progress) => {
        line.tell({ kind: 'progress', progress });
        if (looking !== null || progress.iterations === 0 || now() - lookedAt < SIGHT_EVERY_MS) return;
        looking = look().finally(() => {
          looking = null;
        });
      },
    });
    await looking;
    await look();
    return { ok: true, value: { kind } };
  };

  const finish = async (tell: Tell): Promise<Outcome<Finished>> => {
    const open = session;
    if (open === null || open.solve === null) return NOTHING_OPEN;
    const { solve, prepared, ask } = open;
    open.checkpoint = await smallCheckpoint(solve);
    const figures = await solve.finish();
    const firstOnly = prepared.job.streets.length > 1 && solve.estimate.bytes.i16 / 4 > KEEP_DEALS_BYTES;
    const written = await writeSolve(solve, ask.spot, prepared, figures, firstOnly);
    open.solve = null;
    await solve.close();
    if (!written.ok) return refuse(written.error);
    open.found = written.value.found;
    open.file = written.value.file;
    const sight = await lookAt(ROOT);
    if (sight.ok) tell({ kind: 'sight', sight: sight.value });
    return { ok: true, value: { figures, resumable: open.checkpoint !== null } };
  };

  const cancel = async (): Promise<boolean> => {
    const open = session;
    if (open === null || open.solve === null) return open !== null && open.checkpoint !== null;
    const { solve } = open;
    open.checkpoint = await smallCheckpoint(solve);
    open.solve = null;
    await solve.close();
    return open.checkpoint !== null;
  };

  const openFile = async ({ file, maxBytes }: OpenFileAsk, tell: Tell): Promise<Outcome<Opened>> => {
    const read = await readSolve(file, maxBytes, start.loadOrderings);
    if (!read.ok) return refuse(read.error);
    const { found, spot, figures } = read.value;
    await session?.solve?.close();
    const ask = { spot, maxBytes };
    session = { ask, prepared: found.prepared, solve: null, checkpoint: null, found, file };
    const sight = await lookAt(ROOT);
    if (!sight.ok) return sight;
    tell({ kind: 'sight', sight: sight.value });
    return { ok: true, value: { spot, figures } };
  };

  const lookAt = async (place: Place): Promise<Outcome<SightSummary>> => {
    const open = session;
    if (open === null || open.found === null) return NOTHING_OPEN;
    const seen = await viewedSight(await solverOf(), open.found, place);
    if (!seen.ok) return refuseSolve(seen.error, open.ask.spot);
    return { ok: true, value: desk.show(seen.value.sight, seen.value.summary) };
  };

  return {
    estimate,
    remedies: async (ask) => findRemedies(ask, prepare, await solverOf()),
    run: (ask, line) => inTurn(() => run(ask, line)),
    finish: (_, line) => inTurn(() => finish(line.tell)),
    cancel: () => inTurn(cancel),
    openFile: (ask, line) => inTurn(() => openFile(ask, line.tell)),
    save: () => session?.file ?? null,
    look: (place) => inTurn(() => lookAt(place)),
    branch: desk.branch,
    hands: desk.hands,
  };
}

async function smallCheckpoint(solve: Solve): Promise<Uint8Array | null> {
  const { bytes, storage } = solve.estimate;
  return bytes[storage ?? 'f32'] <= KEEP_CHECKPOINT_BYTES ? solve.checkpoint() : null;
}

interface Mistake {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
  readonly field?: string;
}

function refuse(error: Mistake, estimate: SolveEstimate | null = null): { ok: false; refusal: Refusal } {
  const { code, message, hint, field = '' } = error;
  return { ok: false, refusal: { code, message, hint, field: field === '' ? null : field, estimate } };
}

const NOTHING_OPEN = refuse({ code: 'nothing-open', ...solveText.run.nothingOpen });

function refuseSolve(error: SolveError, spot: SolveSpot): { ok: false; refusal: Refusal } {
  return refuse(solveErrorText(error, spot), error.estimate ?? null);
}
