/**
 * Undo and redo over whole values. Edits that carry the same key within a moment of each other count as one, so that
 * undo takes back a typed word and not a letter.
 */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  readonly lastKey: string | null;
  readonly lastAtMs: number;
}

const MERGE_WITHIN_MS = 1_200;
const MOST_STEPS = 200;

export function startHistory<T>(present: T): History<T> {
  return { past: [], present, future: [], lastKey: null, lastAtMs: 0 };
}

/** `key` names what is being edited, or null for a step that stands alone. Equal values are no step. */
export function record<T>(history: History<T>, next: T, key: string | null, nowMs: number): History<T> {
  if (Object.is(next, history.present)) return history;
  const merge = key !== null && key === history.lastKey && nowMs - history.lastAtMs < MERGE_WITHIN_MS;
  const past = merge ? history.past : [...history.past, history.present].slice(-MOST_STEPS);
  return { past, present: next, future: [], lastKey: key, lastAtMs: nowMs };
}

export function undo<T>(history: History<T>): History<T> {
  const previous = history.past.at(-1);
  if (previous === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: previous,
    future: [history.present, ...history.future],
    lastKey: null,
    lastAtMs: 0,
  };
}

export function redo<T>(history: History<T>): History<T> {
  const next = history.future[0];
  if (next === undefined) return history;
  return {
    past: [...history.past, history.present],
    present: next,
    future: history.future.slice(1),
    lastKey: null,
    lastAtMs: 0,
  };
}
