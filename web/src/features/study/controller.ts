/**
 * The one controller of Study → Equity: holds the state, takes the commands, keeps history and address in step, and
 * sets the computing going. Views call it and nothing else.
 */
import type { Game } from '@ploscope/kernel';
import type { Spot } from '@ploscope/poker';
import { createStore, type Store } from '../../lib/store.ts';
import { type Computing, startComputing } from './computing.ts';
import { type Draft, type FieldName, fromSpot } from './spot/draft.ts';
import * as edits from './spot/edits.ts';
import { record, redo, startHistory, undo } from './spot/history.ts';
import { draftOf, type StudyState } from './state.ts';
import type { DetailName, Precision } from './work/protocol.ts';
import type { OpenRooms } from './work/rooms.ts';

export interface StudyController {
  readonly store: Store<StudyState>;
  readonly setGame: (game: Game) => void;
  readonly setText: (field: FieldName, text: string) => void;
  readonly toggleCard: (field: FieldName, card: number) => void;
  readonly clearField: (field: FieldName) => void;
  readonly addPlayer: () => void;
  readonly removePlayer: (row: number) => void;
  readonly movePlayer: (row: number, by: -1 | 1) => void;
  readonly setSecondBoard: (on: boolean) => void;
  readonly addTerm: (row: number, term: string) => void;
  /** Opens another spot as one step that can be undone. */
  readonly openSpot: (spot: Spot) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly setPrecision: (precision: Precision) => void;
  readonly showDetail: (detail: DetailName) => void;
  readonly stop: () => void;
  /** Computes again what was stopped, refused or broken. */
  readonly retry: () => void;
  readonly computing: Computing;
  readonly close: () => void;
}

export interface StudyStart {
  readonly draft: Draft;
  readonly precision: Precision;
  readonly openRooms: OpenRooms;
  /** Told of every new draft, to keep the address and the memory of the last spot. */
  readonly onDraft: (draft: Draft) => void;
  readonly onPrecision?: (precision: Precision) => void;
  readonly now?: () => number;
}

export function startStudy(start: StudyStart): StudyController {
  const now = start.now ?? (() => performance.now());
  const store = createStore<StudyState>({
    history: startHistory(start.draft),
    precision: start.precision,
    reading: null,
    run: { kind: 'idle' },
    answered: null,
    detail: 'madeHands',
    detailRun: 'idle',
    details: {},
  });
  const computing = startComputing(store, start.openRooms);

  const change = (edit: (history: StudyState['history']) => StudyState['history']): void => {
    const before = draftOf(store.get());
    store.set((state) => {
      const history = edit(state.history);
      return history === state.history ? state : { ...state, history };
    });
    const after = draftOf(store.get());
    if (after === before) return;
    start.onDraft(after);
    computing.changed();
  };
  /** `key` joins a run of edits into one step of undo. */
  const edit = (next: (draft: Draft) => Draft, key: string | null = null): void =>
    change((history) => record(history, next(history.present), key, now()));

  computing.changed();
  return {
    store,
    setGame: (game) => edit((draft) => edits.setGame(draft, game)),
    setText: (field, text) => edit((draft) => edits.setText(draft, field, text), field),
    toggleCard: (field, card) => edit((draft) => edits.toggleCard(draft, field, card)),
    clearField: (field) => edit((draft) => edits.setText(draft, field, '')),
    addPlayer: () => edit(edits.addPlayer),
    removePlayer: (row) => edit((draft) => edits.removePlayer(draft, row)),
    movePlayer: (row, by) => edit((draft) => edits.movePlayer(draft, row, by)),
    setSecondBoard: (on) => edit((draft) => edits.setSecondBoard(draft, on)),
    addTerm: (row, term) => edit((draft) => edits.addTerm(draft, row, term)),
    openSpot: (spot) => edit(() => fromSpot(spot)),
    undo: () => change(undo),
    redo: () => change(redo),
    setPrecision: (precision) => {
      if (store.get().precision === precision) return;
      store.set((state) => ({ ...state, precision }));
      start.onPrecision?.(precision);
      computing.changed();
    },
    showDetail: (detail) => {
      store.set((state) => (state.detail === detail ? state : { ...state, detail, detailRun: 'idle' }));
      computing.detailChanged();
    },
    stop: computing.stop,
    retry: computing.retry,
    computing,
    close: computing.close,
  };
}
