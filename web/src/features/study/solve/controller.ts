/**
 * The one controller of Study → Solve: holds the state, takes the commands, keeps history and address in step, and
 * sets the computing going. Views call it and nothing else.
 */
import type { Game } from '@ploscope/kernel';
import { createStore, type Store } from '../../../lib/store.ts';
import { record, redo, startHistory, undo } from '../spot/history.ts';
import { type SolveComputing, startSolveComputing } from './computing.ts';
import type { MemoryLimit } from './memory-limits.ts';
import type { Settings } from './settings.ts';
import type { CardsField, SolveDraft, SolveField } from './spot/draft.ts';
import * as edits from './spot/edits.ts';
import { draftOf, type SolveState } from './state.ts';
import type { OpenSolveRooms } from './work/solve-rooms.ts';

export interface SolveController {
  readonly store: Store<SolveState>;
  readonly setGame: (game: Game) => void;
  readonly setText: (field: SolveField, text: string) => void;
  readonly toggleCard: (field: CardsField, card: number) => void;
  readonly setTwoBoards: (on: boolean) => void;
  readonly copySizes: (from: 'oop' | 'ip') => void;
  /** Takes the tree that fits ten minutes; false where the spot has it already. */
  readonly takeTenMinutes: () => boolean;
  readonly clearLocks: () => void;
  /** Opens another spot as one step that can be undone. */
  readonly openDraft: (draft: SolveDraft) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly setSettings: (settings: Settings) => void;
  readonly computing: SolveComputing;
  readonly close: () => void;
}

export interface SolveStart {
  readonly draft: SolveDraft;
  readonly settings: Settings;
  /** Memory limits to choose from. */
  readonly limits: readonly MemoryLimit[];
  readonly openRooms: OpenSolveRooms;
  /** Told of every new draft, to keep the address and the memory of the last spot. */
  readonly onDraft: (draft: SolveDraft) => void;
  readonly onSettings?: (settings: Settings) => void;
  /** Keeps the tab from being frozen; the function it gives lets it. */
  readonly stayAwake?: () => () => void;
  readonly now?: () => number;
}

export function startSolveStudy(start: SolveStart): SolveController {
  const now = start.now ?? (() => performance.now());
  const store = createStore<SolveState>({
    history: startHistory(start.draft),
    settings: start.settings,
    limits: start.limits,
    reading: null,
    estimating: { kind: 'none' },
    remedies: null,
    run: { kind: 'idle' },
    solved: null,
    sight: null,
    line: [],
    looking: null,
    lookRefused: null,
  });

  const change = (edit: (history: SolveState['history']) => SolveState['history']): void => {
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
  const edit = (next: (draft: SolveDraft) => SolveDraft, key: string | null = null): void =>
    change((history) => record(history, next(history.present), key, now()));

  const computing: SolveComputing = startSolveComputing({
    store,
    openRooms: start.openRooms,
    show: (draft) => edit(() => draft),
    stayAwake: start.stayAwake ?? (() => () => {}),
  });
  computing.changed();
  return {
    store,
    setGame: (game) => edit((draft) => edits.setGame(draft, game)),
    setText: (field, text) => edit((draft) => edits.setText(draft, field, text), field),
    toggleCard: (field, card) => edit((draft) => edits.toggleCard(draft, field, card)),
    setTwoBoards: (on) => edit((draft) => edits.setTwoBoards(draft, on)),
    copySizes: (from) => edit((draft) => edits.copySizes(draft, from)),
    takeTenMinutes: () => {
      const before = draftOf(store.get());
      edit(edits.withTenMinutes);
      return draftOf(store.get()) !== before;
    },
    clearLocks: () => edit(edits.clearLocks),
    openDraft: (draft) => edit(() => draft),
    undo: () => change(undo),
    redo: () => change(redo),
    setSettings: (settings) => {
      const { memory, method, buckets } = store.get().settings;
      store.set((state) => ({ ...state, settings }));
      start.onSettings?.(settings);
      const same = settings.memory === memory && settings.method === method && settings.buckets === buckets;
      if (!same) computing.changed();
    },
    computing,
    close: computing.close,
  };
}
