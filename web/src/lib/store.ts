/** A value that views can watch. The controller writes it; `useStore` reads a part of it. */
import { useSyncExternalStore } from 'react';

export interface Store<T> {
  readonly get: () => T;
  readonly set: (change: (now: T) => T) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createStore<T>(initial: T): Store<T> {
  let now = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => now,
    set: (change) => {
      const next = change(now);
      if (Object.is(next, now)) return;
      now = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** `pick` must give a stable part (a field, not a fresh object), or the view renders for ever. */
export function useStore<T, P>(store: Store<T>, pick: (now: T) => P): P {
  return useSyncExternalStore(store.subscribe, () => pick(store.get()));
}
