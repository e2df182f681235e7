/** Looking at places of what was found. A look may take seconds: the newest one counts, and ends those before it. */
import type { Store } from '../../../lib/store.ts';
import type { SolveState, Step } from './state.ts';
import type { LookAsk } from './work/protocol.ts';
import type { SolveRooms } from './work/solve-rooms.ts';

export interface Looker {
  readonly look: (ask: LookAsk, line: readonly Step[]) => Promise<void>;
  /** What is on the screen stays. */
  readonly cancel: () => void;
}

export interface LookingStart {
  readonly store: Store<SolveState>;
  readonly rooms: () => SolveRooms;
  readonly reportCrash: (error: unknown) => void;
}

export function startLooking({ store, rooms, reportCrash }: LookingStart): Looker {
  let open: AbortController | null = null;

  const cancel = (): void => {
    open?.abort();
    open = null;
    store.set((state) => (state.looking === null ? state : { ...state, looking: null }));
  };

  const look = async (ask: LookAsk, line: readonly Step[]): Promise<void> => {
    open?.abort();
    const mine = new AbortController();
    open = mine;
    store.set((state) => ({ ...state, looking: { ask, line }, lookRefused: null }));
    try {
      const outcome = await rooms().solver.call('look', ask, { signal: mine.signal });
      if (open !== mine) return;
      open = null;
      store.set((state) =>
        outcome.ok
          ? { ...state, sight: outcome.value, line, looking: null }
          : { ...state, lookRefused: outcome.refusal, looking: null },
      );
    } catch (error) {
      reportCrash(error);
    }
  };

  return { look, cancel };
}
