/**
 * What happens after an edit: the spot is read at once, computed a moment later, and then the open detail is worked
 * out. Answers to questions no longer asked are dropped; the last good answer stays in the state until a newer one
 * is there. Found answers are kept, so that undo shows its answer without computing.
 */
import type { EquityAnswer } from '@ploscope/poker';
import type { Store } from '../../lib/store.ts';
import { WorkerCrash } from '../../lib/worker-calls.ts';
import { toSpot } from './spot/draft.ts';
import { cardsIn } from './spot/occupancy.ts';
import { type Answered, draftOf, isWell, questionKey, type StudyState } from './state.ts';
import type { DetailName, EquityAsk, EquityNews, EquityOutcome } from './work/protocol.ts';
import type { OpenRooms, Rooms } from './work/rooms.ts';

/** Long enough to let a word be typed, short enough to feel immediate. */
const READ_AFTER_MS = 40;
const COMPUTE_AFTER_MS = 220;
const ANSWERS_KEPT = 60;

export interface Computing {
  readonly changed: () => void;
  readonly detailChanged: () => void;
  readonly stop: () => void;
  readonly retry: () => void;
  /** The Workers of now; another pair after a crash. */
  readonly rooms: () => Rooms;
  readonly close: () => void;
}

export function startComputing(store: Store<StudyState>, openRooms: OpenRooms): Computing {
  const crash = (message: string): void => {
    running?.abort.abort();
    running = null;
    store.set((state) => ({ ...state, run: { kind: 'crashed', message }, detailRun: 'idle' }));
  };
  let rooms = openRooms(crash);
  let closed = false;
  let readTimer: ReturnType<typeof setTimeout> | undefined;
  let computeTimer: ReturnType<typeof setTimeout> | undefined;
  let reading: Promise<void> | null = null;
  let running: { readonly key: string; readonly abort: AbortController } | null = null;
  const kept = new Map<string, Answered>();
  const keptDetails = new Map<string, EquityAnswer>();

  const question = () => {
    const state = store.get();
    const draft = draftOf(state);
    const { spot, rows } = toSpot(draft);
    return { draft, spot, rows, key: questionKey(spot, state.precision), precision: state.precision };
  };

  const changed = (): void => {
    clearTimeout(readTimer);
    clearTimeout(computeTimer);
    const { key, rows, draft } = question();
    if (running !== null && running.key !== key) {
      running.abort.abort();
      running = null;
    }
    const crashed = store.get().run.kind === 'crashed';
    if (crashed) return;
    const known = kept.get(key);
    if (known) settle({ ...known, rows, draft });
    else if (running === null) store.set((state) => ({ ...state, run: { kind: 'idle' }, detailRun: 'idle' }));
    readTimer = setTimeout(read, READ_AFTER_MS);
    if (!known && running === null) computeTimer = setTimeout(compute, COMPUTE_AFTER_MS);
  };

  const isRead = (): boolean => store.get().reading?.draft === draftOf(store.get());

  /** One reading at a time, so that a slow one is followed by the newest text and not by every letter between. */
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
    const { spot, rows, draft } = question();
    try {
      const report = await rooms.reader.call('report', spot);
      if (!closed) store.set((state) => ({ ...state, reading: { report, rows, draft } }));
    } catch (error) {
      reportCrash(error);
    } finally {
      reading = null;
    }
  };

  const compute = async (): Promise<void> => {
    const { draft, key, rows } = question();
    if (!(await read()) || draftOf(store.get()) !== draft) return;
    const found = store.get().reading;
    if (rows.length < 2 || found === null || !isWell(found)) return;
    const outcome = await deal(key, null, (news) => {
      store.set((state) => (state.run.kind === 'running' ? { ...state, run: { kind: 'running', news } } : state));
    });
    if (outcome === null) return;
    if (outcome.kind === 'found') {
      const answered = { key, answer: outcome.answer, rows, draft };
      remember(kept, key, answered);
      settle(answered);
    } else if (outcome.kind === 'refused') {
      const { error, tooLarge } = outcome;
      store.set((state) => ({ ...state, run: { kind: 'refused', error, tooLarge } }));
    }
  };

  /** One equity at a time. Null when another question has been asked meanwhile, or the Worker broke. */
  const deal = async (
    key: string,
    detail: DetailName | null,
    onNews: (news: EquityNews) => void,
  ): Promise<EquityOutcome | null> => {
    const { spot, precision } = question();
    const abort = new AbortController();
    const mine = { key, abort };
    running?.abort.abort();
    running = mine;
    if (detail === null) store.set((state) => ({ ...state, run: { kind: 'running', news: null } }));
    try {
      const ask: EquityAsk = { spot, precision, detail };
      const outcome = await rooms.dealer.call('equity', ask, {
        signal: abort.signal,
        onNews: (news) => {
          if (running === mine) onNews(news);
        },
      });
      if (closed || running !== mine) return null;
      running = null;
      return outcome;
    } catch (error) {
      if (running === mine) reportCrash(error);
      return null;
    }
  };

  /** Shows an answer and goes on to the open detail. */
  const settle = (answered: Answered): void => {
    store.set((state) => ({
      ...state,
      answered,
      run: { kind: 'idle' },
      details: state.answered?.key === answered.key ? state.details : {},
      detailRun: 'idle',
    }));
    void findDetail();
  };

  const findDetail = async (): Promise<void> => {
    const state = store.get();
    const { answered, detail } = state;
    const { key } = question();
    if (answered === null || answered.key !== key || state.details[detail] || state.run.kind !== 'idle') return;
    if (!detailApplies(answered, detail)) return;
    const detailKey = `${detail} ${key}`;
    const show = (answer: EquityAnswer): void => {
      store.set((now) =>
        now.answered?.key === key ? { ...now, detailRun: 'idle', details: { ...now.details, [detail]: answer } } : now,
      );
    };
    const known = keptDetails.get(detailKey);
    if (known) {
      show(known);
      return;
    }
    store.set((now) => ({ ...now, detailRun: 'running' }));
    const outcome = await deal(key, detail, () => {});
    if (outcome?.kind === 'found') {
      remember(keptDetails, detailKey, outcome.answer);
      show(outcome.answer);
    } else if (outcome?.kind === 'refused') {
      store.set((now) => ({ ...now, detailRun: { refused: outcome.error.message } }));
    }
  };

  const reportCrash = (error: unknown): void => {
    if (closed) return;
    if (!(error instanceof WorkerCrash)) throw error;
    crash(error.message);
  };

  return {
    changed,
    detailChanged: () => {
      if (running !== null && store.get().run.kind === 'idle') {
        running.abort.abort();
        running = null;
      }
      void findDetail();
    },
    stop: () => {
      clearTimeout(computeTimer);
      running?.abort.abort();
      running = null;
      store.set((state) => {
        if (state.run.kind === 'running') return { ...state, run: { kind: 'stopped', news: state.run.news } };
        return state.detailRun === 'running' ? { ...state, detailRun: 'stopped' } : state;
      });
    },
    retry: () => {
      if (store.get().run.kind === 'crashed') {
        rooms.close();
        rooms = openRooms(crash);
      }
      store.set((state) => ({ ...state, run: { kind: 'idle' }, detailRun: 'idle', reading: null }));
      changed();
    },
    rooms: () => rooms,
    close: () => {
      closed = true;
      clearTimeout(readTimer);
      clearTimeout(computeTimer);
      running?.abort.abort();
      rooms.close();
    },
  };
}

/** Whether there is anything to work out: next cards need a flop or a turn, a graph two players and a range. */
export function detailApplies(answered: Answered, detail: DetailName): boolean {
  if (detail === 'graph') {
    const { players } = answered.answer;
    return players.length === 2 && players.some((player) => player.combos > 1);
  }
  if (detail === 'madeHands') return true;
  const { board, board2 } = answered.draft;
  return [board, board2 ?? ''].some((text) => [3, 4].includes(cardsIn(text)?.length ?? 0));
}

function remember<T>(kept: Map<string, T>, key: string, value: T): void {
  kept.delete(key);
  kept.set(key, value);
  if (kept.size > ANSWERS_KEPT) {
    const oldest = kept.keys().next();
    if (!oldest.done) kept.delete(oldest.value);
  }
}
