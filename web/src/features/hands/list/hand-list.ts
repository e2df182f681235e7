/**
 * One's own hands of a filter, page by page. The last list is kept while the room is open, so that coming back from a
 * hand finds it as it was, and the replayer knows which hand is next.
 */
import { type HandLine, ROUTES, type WireError } from '@ploscope/contracts';
import { api } from '../../../lib/api/page-api.ts';
import { createDeletions, type Deletions } from '../../../lib/deletions.ts';
import { createStore, type Store } from '../../../lib/store.ts';

export const SORTS = ['newest', 'oldest', 'won', 'lost', 'pot', 'ev-lost'] as const;
export type HandSort = (typeof SORTS)[number];

export interface Hands {
  /** Null until they are read. */
  readonly rows: readonly HandLine[] | null;
  readonly next: string | null;
  readonly loading: boolean;
  readonly error: WireError | null;
  /** Ids of those that are being deleted. */
  readonly leaving: ReadonlySet<string>;
  /** Why a deletion did not work. */
  readonly failure: string | null;
}

export interface HandList {
  readonly key: string;
  readonly store: Store<Hands>;
  readonly more: () => void;
  readonly refresh: () => void;
  readonly remove: (id: string) => void;
  readonly undo: (id: string) => void;
  /** What was deleted and not taken back is deleted now. */
  readonly settle: () => void;
  /** How far down the page was when it was left. */
  scrollY: number;
}

const NO_HANDS: Hands = {
  rows: null,
  next: null,
  loading: true,
  error: null,
  leaving: new Set(),
  failure: null,
};
const PAGE_ROWS = 60;
const UNDO_MS = 5_000;

let kept: HandList | null = null;

/** The list of this filter and sorting; the one that was there where it is the same of the same player. */
export function openHandList(player: string, filter: string, sort: HandSort): HandList {
  const key = `${player} ${sort} ${filter}`;
  if (kept?.key === key) return kept;
  kept?.settle();
  kept = startList(key, filter, sort);
  return kept;
}

/** The hands before and after one, in the list that was looked at last. */
export function neighbours(id: string): { readonly previous: string | null; readonly next: string | null } {
  const rows = kept?.store.get().rows ?? [];
  const at = rows.findIndex((row) => row.id === id);
  if (at < 0) return { previous: null, next: null };
  return { previous: rows[at - 1]?.id ?? null, next: rows[at + 1]?.id ?? null };
}

function startList(key: string, filter: string, sort: HandSort): HandList {
  const store = createStore<Hands>(NO_HANDS);
  const query = { limit: PAGE_ROWS, sort, ...(filter === '' ? {} : { filter }) };
  /** Answers to what was asked before a refresh are not taken. */
  let turn = 0;
  const read = async (cursor: string | null): Promise<void> => {
    const asked = turn;
    store.set((now) => ({ ...now, loading: true }));
    const answer = await api.call(ROUTES.hands, { query: { ...query, ...(cursor === null ? {} : { cursor }) } });
    if (asked !== turn) return;
    store.set((now) => {
      if (!answer.ok) return { ...now, loading: false, error: answer.error };
      const { rows, next } = answer.value;
      return {
        ...now,
        loading: false,
        error: null,
        next,
        rows: cursor === null ? rows : [...(now.rows ?? []), ...rows],
      };
    });
  };
  const refresh = (): void => {
    turn += 1;
    void read(null);
  };
  const deletions: Deletions = createDeletions({
    delayMs: UNDO_MS,
    send: async (id) => {
      const answer = await api.call(ROUTES.deleteHand, { params: { id } });
      if (!answer.ok && answer.error.code !== 'not-found') return answer.error;
      store.set((now) => ({ ...now, rows: now.rows?.filter((row) => row.id !== id) ?? null }));
      return null;
    },
    onChange: (leaving) => store.set((now) => ({ ...now, leaving })),
  });
  void read(null);
  return {
    key,
    store,
    refresh,
    more: () => {
      const { next, loading } = store.get();
      if (next !== null && !loading) void read(next);
    },
    remove: (id) => {
      store.set((now) => ({ ...now, failure: null }));
      void deletions.begin(id).then((failed) => store.set((now) => ({ ...now, failure: failed?.message ?? null })));
    },
    undo: deletions.undo,
    settle: deletions.sendAll,
    scrollY: 0,
  };
}
