/** What a solve of the spot would take, asked for a moment after each edit; and, where it does not fit, what would. */
import type { Store } from '../../../lib/store.ts';
import type { SolveDraft } from './spot/draft.ts';
import { draftOf, isBusy, type SolveState } from './state.ts';
import type { SolveAsk } from './work/protocol.ts';
import type { SolveRooms } from './work/solve-rooms.ts';

export interface EstimatingStart {
  readonly store: Store<SolveState>;
  readonly rooms: () => SolveRooms;
  readonly isClosed: () => boolean;
  /** Reads the draft first; false where it has changed meanwhile. */
  readonly read: () => Promise<boolean>;
  /** Null while the spot or the settings do not read. */
  readonly askNow: () => SolveAsk | null;
  readonly reportCrash: (error: unknown) => void;
}

export interface Estimator {
  readonly estimate: () => Promise<void>;
  /** What was estimated counts no more: the Workers are new. */
  readonly forget: () => void;
}

export function startEstimating(start: EstimatingStart): Estimator {
  const { store, rooms, isClosed, read, askNow, reportCrash } = start;
  let estimating: Promise<void> | null = null;
  /** The question that was estimated last. */
  let estimated: string | null = null;

  /** One at a time: what was edited meanwhile is estimated next, and nothing twice. */
  const estimate = async (): Promise<void> => {
    if (isBusy(store.get()) || !(await read())) return;
    while (estimating !== null) await estimating;
    const ask = askNow();
    const { reading } = store.get();
    if (isClosed() || isBusy(store.get()) || reading?.draft !== draftOf(store.get())) return;
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
    const isAsked = (): boolean => !isClosed() && JSON.stringify(askNow()) === JSON.stringify(ask);
    try {
      const outcome = await rooms().solver.call('estimate', ask);
      if (!isAsked()) return;
      store.set((state) => ({
        ...state,
        estimating: outcome.ok
          ? { kind: 'known', draft, estimate: outcome.value }
          : { kind: 'refused', draft, refusal: outcome.refusal },
      }));
      const tooLarge = outcome.ok ? outcome.value.storage === null : outcome.refusal.code === 'memory';
      if (!tooLarge) return;
      const remedies = await rooms().solver.call('remedies', ask);
      if (isAsked()) store.set((state) => ({ ...state, remedies }));
    } catch (error) {
      reportCrash(error);
    } finally {
      estimating = null;
    }
  };

  return {
    estimate,
    forget: () => {
      estimated = null;
    },
  };
}
