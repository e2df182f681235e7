/**
 * Deletions that can be taken back: one is sent some seconds after it was asked for, or at once when the page is left,
 * because what was not taken back was meant.
 */
import type { WireError } from '@ploscope/contracts';

export interface Deletions {
  /** Resolves when it is over: with null where it was done or taken back, else with why it was not done. */
  readonly begin: (id: string) => Promise<WireError | null>;
  readonly undo: (id: string) => void;
  /** Sends all that wait. */
  readonly sendAll: () => void;
}

export interface DeletionsStart {
  readonly delayMs: number;
  /** Null where it is gone. */
  readonly send: (id: string) => Promise<WireError | null>;
  /** Told the ids of those asked for and not over yet, whenever they change. */
  readonly onChange: (ids: ReadonlySet<string>) => void;
}

interface Waiting {
  readonly timer: ReturnType<typeof setTimeout>;
  readonly settle: (failed: WireError | null) => void;
}

export function createDeletions({ delayMs, send, onChange }: DeletionsStart): Deletions {
  const waiting = new Map<string, Waiting>();
  const asked = new Set<string>();
  const end = (id: string, settle: Waiting['settle'], failed: WireError | null): void => {
    asked.delete(id);
    onChange(new Set(asked));
    settle(failed);
  };
  const sendOne = (id: string): void => {
    const one = waiting.get(id);
    if (one === undefined) return;
    clearTimeout(one.timer);
    waiting.delete(id);
    void send(id).then((failed) => end(id, one.settle, failed));
  };
  return {
    begin: (id) =>
      new Promise((settle) => {
        if (asked.has(id)) return settle(null);
        asked.add(id);
        waiting.set(id, { timer: setTimeout(() => sendOne(id), delayMs), settle });
        onChange(new Set(asked));
      }),
    undo: (id) => {
      const one = waiting.get(id);
      if (one === undefined) return;
      clearTimeout(one.timer);
      waiting.delete(id);
      end(id, one.settle, null);
    },
    sendAll: () => {
      for (const id of [...waiting.keys()]) sendOne(id);
    },
  };
}
