/**
 * What happens after an edit: the spot is read at once, and estimated a moment later when it reads. And what happens
 * to a solve: opened, run, paused, gone on with, finished. A solve belongs to the spot it was started from; editing
 * does not touch it.
 */
import type { SolveStop } from '@ploscope/kernel';
import type { Store } from '../../../lib/store.ts';
import { WorkerCrash } from '../../../lib/worker-calls.ts';
import { startEstimating } from './estimating.ts';
import { startLooking } from './looking.ts';
import { withFigures, withPoint, withRough } from './points.ts';
import { maxBytesOf, stopOf, waysOf } from './settings.ts';
import type { SolveDraft } from './spot/draft.ts';
import { toDraft } from './spot/open-document.ts';
import { draftOf, isBusy, type SolveRun, type SolveState, type Step } from './state.ts';
import type { LookAsk, Refusal, SolveAsk, SolveNews } from './work/protocol.ts';
import type { OpenSolveRooms, SolveRooms } from './work/solve-rooms.ts';

const READ_AFTER_MS = 40;
/** An estimate tries the kernel for a moment; not at every letter. */
const ESTIMATE_AFTER_MS = 350;
/** Nothing to stop at: a kept solve is not run. */
const NO_STOP: SolveStop = { exploitability: 0, iterations: 0, timeMs: 0 };

export interface SolveComputing {
  /** The draft, the method or the memory limit has changed. */
  readonly changed: () => void;
  readonly solve: () => void;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly finish: () => void;
  readonly cancel: () => void;
  readonly look: (ask: LookAsk, line: readonly Step[]) => void;
  readonly cancelLook: () => void;
  /** Shows a solve that was kept; null when all is well. The spot it is of becomes the draft. */
  readonly openFile: (file: Blob) => Promise<Refusal | null>;
  /** After a crash: new Workers. */
  readonly restart: () => void;
  readonly rooms: () => SolveRooms;
  readonly close: () => void;
}

export interface ComputingStart {
  readonly store: Store<SolveState>;
  readonly openRooms: OpenSolveRooms;
  /** Makes a spot the draft, as a step that can be undone. */
  readonly show: (draft: SolveDraft) => void;
  /** Keeps the tab from being frozen; the function it gives lets it. */
  readonly stayAwake: () => () => void;
}

export function startSolveComputing({ store, openRooms, show, stayAwake }: ComputingStart): SolveComputing {
  const crash = (message: string): void => {
    if (closed) return;
    working = null;
    store.set((state) => ({
      ...state,
      run: { kind: 'crashed', message },
      estimating: { kind: 'none' },
      looking: null,
    }));
  };
  const reportCrash = (error: unknown): void => {
    if (closed) return;
    if (!(error instanceof WorkerCrash)) throw error;
    crash(error.message);
  };
  let rooms = openRooms(crash);
  let closed = false;
  let readTimer: ReturnType<typeof setTimeout> | undefined;
  let estimateTimer: ReturnType<typeof setTimeout> | undefined;
  let reading: Promise<void> | null = null;
  /** Of the run or the end that is under way. */
  let working: AbortController | null = null;

  const setRun = (run: SolveRun): void => store.set((state) => ({ ...state, run }));
  const isRead = (): boolean => store.get().reading?.draft === draftOf(store.get());

  const changed = (): void => {
    clearTimeout(readTimer);
    clearTimeout(estimateTimer);
    if (store.get().run.kind === 'crashed') return;
    readTimer = setTimeout(() => void read(), READ_AFTER_MS);
    estimateTimer = setTimeout(() => void estimator.estimate(), ESTIMATE_AFTER_MS);
  };

  /** One reading at a time, so that a slow one is followed by the newest text. */
  const read = async (): Promise<boolean> => {
    clearTimeout(readTimer);
    while (reading !== null) await reading;
    if (!isRead() && !closed) {
      reading = readNow();
      await reading;
    }
    return isRead();
  };

  const readNow = async (): Promise<void> => {
    const draft = draftOf(store.get());
    try {
      const report = await rooms.reader.call('report', draft);
      if (!closed) store.set((state) => ({ ...state, reading: { draft, report } }));
    } catch (error) {
      reportCrash(error);
    } finally {
      reading = null;
    }
  };

  const askNow = (): SolveAsk | null => {
    const { reading: found, settings } = store.get();
    const spot = isRead() ? (found?.report.spot ?? null) : null;
    const ways = waysOf(settings);
    return spot === null || ways === null ? null : { spot, ...ways };
  };

  const isClosed = (): boolean => closed;
  const estimator = startEstimating({ store, rooms: () => rooms, isClosed, read, askNow, reportCrash });
  const looker = startLooking({ store, rooms: () => rooms, reportCrash });

  const news = (told: SolveNews): void => {
    store.set((state) => {
      if (told.kind === 'sight') return { ...state, sight: told.sight, line: [], lookRefused: null };
      if (told.kind === 'measured' || told.kind === 'storing') {
        if (state.run.kind !== 'finishing') return state;
        const done = told.kind === 'measured' ? { figures: told.figures } : { stored: told.done };
        return { ...state, run: { ...state.run, ...done } };
      }
      if (state.solved === null) return state;
      if (told.kind === 'opened') return { ...state, solved: { ...state.solved, estimate: told.estimate } };
      const { progress } = told;
      const points = withPoint(state.solved.points, progress);
      const roughs = withRough(state.solved.roughs, progress);
      const run: SolveRun = state.run.kind === 'opening' ? { kind: 'running' } : state.run;
      return { ...state, run, solved: { ...state.solved, progress, points, roughs } };
    });
  };

  /** The machine is taken and the tab kept awake while it works. Null where it was cancelled meanwhile. */
  const atWork = async <T>(run: SolveRun, work: (signal: AbortSignal) => Promise<T>): Promise<T | null> => {
    const abort = new AbortController();
    working = abort;
    setRun(run);
    const rest = stayAwake();
    try {
      const value = await work(abort.signal);
      if (working !== abort || closed) return null;
      working = null;
      return value;
    } catch (error) {
      reportCrash(error);
      return null;
    } finally {
      rest();
    }
  };

  /** Without a question it goes on with the solve there is. */
  const iterate = async (stop: SolveStop, ask: SolveAsk | null): Promise<void> => {
    if (working !== null) return;
    clearTimeout(estimateTimer);
    const outcome = await atWork({ kind: 'opening' }, (signal) =>
      rooms.solver.call('run', { ask, stop }, { signal, onNews: news }),
    );
    if (outcome === null) return;
    if (!outcome.ok) setRun({ kind: 'refused', refusal: outcome.refusal });
    else if (outcome.value.kind === 'reached') await finish();
    else if (store.get().run.kind === 'pausing') setRun({ kind: 'paused' });
  };

  const finish = async (): Promise<void> => {
    if (working !== null) return;
    const outcome = await atWork({ kind: 'finishing', figures: null, stored: 0 }, (signal) =>
      rooms.solver.call('finish', null, { signal, onNews: news }),
    );
    if (outcome === null) return;
    if (outcome.ok) {
      const { figures } = outcome.value;
      store.set((state) => ({
        ...state,
        run: { kind: 'done', ...outcome.value },
        solved: state.solved && { ...state.solved, points: withFigures(state.solved.points, figures) },
      }));
    } else setRun({ kind: 'refused', refusal: outcome.refusal });
    void estimator.estimate();
  };

  const cancel = async (): Promise<void> => {
    working?.abort();
    working = null;
    setRun({ kind: 'cancelled', resumable: false });
    try {
      const resumable = await rooms.solver.call('cancel', null);
      if (closed || store.get().run.kind !== 'cancelled') return;
      setRun({ kind: 'cancelled', resumable });
      void estimator.estimate();
    } catch (error) {
      reportCrash(error);
    }
  };

  const openFile = async (file: Blob): Promise<Refusal | null> => {
    working?.abort();
    looker.cancel();
    const before = store.get();
    const maxBytes = maxBytesOf(before.settings);
    const outcome = await atWork({ kind: 'reading' }, (signal) =>
      rooms.solver.call('openFile', { file, maxBytes }, { signal, onNews: news }),
    );
    if (outcome === null) return null;
    if (!outcome.ok) {
      setRun(isBusy(before) ? { kind: 'cancelled', resumable: false } : before.run);
      return outcome.refusal;
    }
    const { spot, figures } = outcome.value;
    const draft = toDraft({ ...spot });
    show(draft);
    const solved = { draft, estimate: null, stop: NO_STOP, points: [], roughs: [], progress: null };
    store.set((state) => ({ ...state, solved, run: { kind: 'done', figures, resumable: false } }));
    return null;
  };

  const solve = async (): Promise<void> => {
    const stop = stopOf(store.get().settings);
    if (stop === null || isBusy(store.get()) || !(await read())) return;
    const ask = askNow();
    if (ask === null || isBusy(store.get())) return;
    looker.cancel();
    const draft = draftOf(store.get());
    const solved = { draft, estimate: null, stop, points: [], roughs: [], progress: null };
    store.set((state) => ({ ...state, solved, sight: null, line: [], lookRefused: null }));
    await iterate(stop, ask);
  };

  const resume = (): void => {
    const stop = stopOf(store.get().settings);
    if (stop === null || isBusy(store.get())) return;
    looker.cancel();
    store.set((state) => (state.solved === null ? state : { ...state, solved: { ...state.solved, stop } }));
    void iterate(stop, null);
  };

  return {
    changed,
    solve: () => void solve(),
    pause: () => {
      if (working === null || store.get().run.kind !== 'running') return;
      setRun({ kind: 'pausing' });
      working.abort();
    },
    resume,
    finish: () => void finish(),
    cancel: () => void cancel(),
    look: (ask, line) => void looker.look(ask, line),
    cancelLook: looker.cancel,
    openFile,
    restart: () => {
      rooms.close();
      rooms = openRooms(crash);
      estimator.forget();
      store.set((state) => ({ ...state, run: { kind: 'idle' }, reading: null, sight: null, line: [], looking: null }));
      changed();
    },
    rooms: () => rooms,
    close: () => {
      closed = true;
      clearTimeout(readTimer);
      clearTimeout(estimateTimer);
      working?.abort();
      rooms.close();
    },
  };
}
