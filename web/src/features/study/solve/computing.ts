/**
 * What happens after an edit: the spot is read at once, and estimated a moment later when it reads. And what happens
 * to a solve: opened, run, paused, gone on with, finished. A solve belongs to the spot it was started from; editing
 * does not touch it.
 */
import type { SolveStop } from '@ploscope/kernel';
import type { Store } from '../../../lib/store.ts';
import { WorkerCrash } from '../../../lib/worker-calls.ts';
import { maxBytesOf, stopOf } from './settings.ts';
import type { SolveDraft } from './spot/draft.ts';
import { toDraft } from './spot/open-document.ts';
import { draftOf, isBusy, type SolveRun, type SolveState, type Step, withPoint } from './state.ts';
import type { Place, Refusal, SolveAsk, SolveNews } from './work/protocol.ts';
import type { OpenSolveRooms, SolveRooms } from './work/solve-rooms.ts';

const READ_AFTER_MS = 40;
/** An estimate tries the kernel for a moment; not at every letter. */
const ESTIMATE_AFTER_MS = 350;

export interface SolveComputing {
  /** The draft or the memory limit has changed. */
  readonly changed: () => void;
  readonly solve: () => void;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly finish: () => void;
  readonly cancel: () => void;
  readonly look: (place: Place, line: readonly Step[]) => void;
  /** Shows a solve that was kept; null when all is well. The spot it is of becomes the draft. */
  readonly openFile: (file: Blob) => Promise<Refusal | null>;
  /** After a crash: new Workers. */
  readonly restart: () => void;
  readonly rooms: () => SolveRooms;
  readonly close: () => void;
}

export function startSolveComputing(
  store: Store<SolveState>,
  openRooms: OpenSolveRooms,
  /** Makes a spot the draft, as a step that can be undone. */
  show: (draft: SolveDraft) => void,
): SolveComputing {
  const crash = (message: string): void => {
    if (closed) return;
    running = null;
    store.set((state) => ({ ...state, run: { kind: 'crashed', message }, estimating: { kind: 'none' } }));
  };
  let rooms = openRooms(crash);
  let closed = false;
  let readTimer: ReturnType<typeof setTimeout> | undefined;
  let estimateTimer: ReturnType<typeof setTimeout> | undefined;
  let reading: Promise<void> | null = null;
  let estimating: Promise<void> | null = null;
  /** The question that was estimated last. */
  let estimated: string | null = null;
  let running: AbortController | null = null;
  let looking = 0;

  const setRun = (run: SolveRun): void => store.set((state) => ({ ...state, run }));
  const isRead = (): boolean => store.get().reading?.draft === draftOf(store.get());

  const changed = (): void => {
    clearTimeout(readTimer);
    clearTimeout(estimateTimer);
    if (store.get().run.kind === 'crashed') return;
    readTimer = setTimeout(() => void read(), READ_AFTER_MS);
    estimateTimer = setTimeout(() => void estimate(), ESTIMATE_AFTER_MS);
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
    const { reading: read, settings } = store.get();
    const spot = isRead() ? (read?.report.spot ?? null) : null;
    return spot === null ? null : { spot, maxBytes: maxBytesOf(settings) };
  };

  /** One at a time too: what was edited meanwhile is estimated next, and nothing twice. */
  const estimate = async (): Promise<void> => {
    if (isBusy(store.get()) || !(await read())) return;
    while (estimating !== null) await estimating;
    const ask = askNow();
    if (closed || isBusy(store.get()) || !isRead()) return;
    const key = JSON.stringify(ask);
    if (key === estimated) return;
    estimated = key;
    if (ask === null) {
      store.set((state) => ({ ...state, estimating: { kind: 'none' }, remedies: null }));
      return;
    }
    estimating = estimateNow(ask, draftOf(store.get()));
    await estimating;
  };

  const estimateNow = async (ask: SolveAsk, draft: SolveDraft): Promise<void> => {
    store.set((state) => ({ ...state, estimating: { kind: 'working' }, remedies: null }));
    const isAsked = (): boolean => !closed && JSON.stringify(askNow()) === JSON.stringify(ask);
    try {
      const outcome = await rooms.solver.call('estimate', ask);
      if (!isAsked()) return;
      store.set((state) => ({
        ...state,
        estimating: outcome.ok
          ? { kind: 'known', draft, estimate: outcome.value }
          : { kind: 'refused', draft, refusal: outcome.refusal },
      }));
      const tooLarge = outcome.ok ? outcome.value.storage === null : outcome.refusal.code === 'memory';
      if (!tooLarge) return;
      const remedies = await rooms.solver.call('remedies', ask);
      if (isAsked()) store.set((state) => ({ ...state, remedies }));
    } catch (error) {
      reportCrash(error);
    } finally {
      estimating = null;
    }
  };

  const news = (told: SolveNews): void => {
    store.set((state) => {
      if (told.kind === 'sight') return { ...state, sight: told.sight, line: [], lookRefused: null };
      if (state.solved === null) return state;
      const { progress } = told;
      const points = withPoint(state.solved.points, progress);
      const run: SolveRun = state.run.kind === 'opening' ? { kind: 'running' } : state.run;
      return { ...state, run, solved: { ...state.solved, progress, points } };
    });
  };

  /** Without a question it goes on with the solve there is. */
  const iterate = async (stop: SolveStop, ask: SolveAsk | null): Promise<void> => {
    if (running !== null) return;
    clearTimeout(estimateTimer);
    const abort = new AbortController();
    running = abort;
    setRun({ kind: 'opening' });
    try {
      const outcome = await rooms.solver.call('run', { ask, stop }, { signal: abort.signal, onNews: news });
      if (running !== abort) return;
      running = null;
      if (!outcome.ok) setRun({ kind: 'refused', refusal: outcome.refusal });
      else if (outcome.value.kind === 'reached') await finish();
      else if (store.get().run.kind === 'pausing') setRun({ kind: 'paused' });
    } catch (error) {
      reportCrash(error);
    }
  };

  const finish = async (): Promise<void> => {
    setRun({ kind: 'finishing' });
    try {
      const outcome = await rooms.solver.call('finish', null, { onNews: news });
      if (closed) return;
      setRun(outcome.ok ? { kind: 'done', ...outcome.value } : { kind: 'refused', refusal: outcome.refusal });
      void estimate();
    } catch (error) {
      reportCrash(error);
    }
  };

  const cancel = async (): Promise<void> => {
    running?.abort();
    running = null;
    setRun({ kind: 'cancelled', resumable: false });
    try {
      const resumable = await rooms.solver.call('cancel', null);
      if (closed || store.get().run.kind !== 'cancelled') return;
      setRun({ kind: 'cancelled', resumable });
      void estimate();
    } catch (error) {
      reportCrash(error);
    }
  };

  const openFile = async (file: Blob): Promise<Refusal | null> => {
    running?.abort();
    running = null;
    const before = store.get();
    setRun({ kind: 'finishing' });
    try {
      const maxBytes = maxBytesOf(before.settings);
      const outcome = await rooms.solver.call('openFile', { file, maxBytes }, { onNews: news });
      if (closed) return null;
      if (!outcome.ok) {
        const { run } = before;
        setRun(isBusy(before) ? { kind: 'cancelled', resumable: false } : run);
        return outcome.refusal;
      }
      const { spot, figures } = outcome.value;
      const draft = toDraft({ ...spot });
      show(draft);
      const solved = { draft, target: 0, points: [], progress: null };
      store.set((state) => ({ ...state, solved, run: { kind: 'done', figures, resumable: false } }));
    } catch (error) {
      reportCrash(error);
    }
    return null;
  };

  const look = async (place: Place, line: readonly Step[]): Promise<void> => {
    looking += 1;
    const mine = looking;
    try {
      const outcome = await rooms.solver.call('look', place);
      if (closed || mine !== looking) return;
      store.set((state) =>
        outcome.ok
          ? { ...state, sight: outcome.value, line, lookRefused: null }
          : { ...state, lookRefused: outcome.refusal },
      );
    } catch (error) {
      reportCrash(error);
    }
  };

  const reportCrash = (error: unknown): void => {
    if (closed) return;
    if (!(error instanceof WorkerCrash)) throw error;
    crash(error.message);
  };

  const solve = async (): Promise<void> => {
    const stop = stopOf(store.get().settings);
    if (stop === null || isBusy(store.get()) || !(await read())) return;
    const ask = askNow();
    if (ask === null || isBusy(store.get())) return;
    const draft = draftOf(store.get());
    store.set((state) => ({
      ...state,
      solved: { draft, target: stop.exploitability, points: [], progress: null },
      sight: null,
      line: [],
      lookRefused: null,
    }));
    await iterate(stop, ask);
  };

  const resume = (): void => {
    const stop = stopOf(store.get().settings);
    if (stop === null) return;
    store.set((state) =>
      state.solved === null ? state : { ...state, solved: { ...state.solved, target: stop.exploitability } },
    );
    void iterate(stop, null);
  };

  return {
    changed,
    solve: () => void solve(),
    pause: () => {
      if (running === null) return;
      setRun({ kind: 'pausing' });
      running.abort();
    },
    resume,
    finish: () => void finish(),
    cancel: () => void cancel(),
    look: (place, line) => void look(place, line),
    openFile,
    restart: () => {
      rooms.close();
      rooms = openRooms(crash);
      estimated = null;
      store.set((state) => ({ ...state, run: { kind: 'idle' }, reading: null, sight: null, line: [] }));
      changed();
    },
    rooms: () => rooms,
    close: () => {
      closed = true;
      clearTimeout(readTimer);
      clearTimeout(estimateTimer);
      running?.abort();
      rooms.close();
    },
  };
}
