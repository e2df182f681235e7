/** One's own reviews, the costliest first, asked anew while some of them wait. */
import { type AnswerOf, type Called, type ReviewLine, ROUTES, type WireError } from '@ploscope/contracts';
import { api } from '../../../lib/api/page-api.ts';
import { createStore, type Store } from '../../../lib/store.ts';

export const REVIEW_STATES = ['waiting', 'analysed', 'no-solution', 'error'] as const;
export type ReviewStateFilter = (typeof REVIEW_STATES)[number] | 'all';

export interface Reviews {
  /** Null until they are read. */
  readonly rows: readonly ReviewLine[] | null;
  readonly next: string | null;
  readonly error: WireError | null;
}

export interface ReviewList {
  readonly store: Store<Reviews>;
  readonly more: () => void;
  readonly refresh: () => void;
  readonly remove: (id: string) => void;
  readonly close: () => void;
}

export const NO_REVIEWS: Reviews = { rows: null, next: null, error: null };
const PAGE_ROWS = 50;
const POLL_MS = { busy: 3_000, idle: 30_000 };

export function startReviewList(state: ReviewStateFilter): ReviewList {
  const store = createStore<Reviews>(NO_REVIEWS);
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pages = 1;
  const query = { limit: PAGE_ROWS, sort: 'ev-lost' as const, ...(state === 'all' ? {} : { state }) };

  /** Every page that is shown, from the first: losses that become known move the others. */
  const read = async (): Promise<void> => {
    clearTimeout(timer);
    const rows: ReviewLine[] = [];
    let next: string | null = null;
    for (let page = 0; page < pages; page += 1) {
      const answer: Called<AnswerOf<typeof ROUTES.reviews>> = await api.call(ROUTES.reviews, {
        query: { ...query, ...(next === null ? {} : { cursor: next }) },
      });
      if (closed) return;
      if (!answer.ok) {
        store.set((now) => ({ ...now, error: answer.error }));
        break;
      }
      rows.push(...answer.value.rows);
      next = answer.value.next;
      if (next === null || page === pages - 1) store.set(() => ({ rows, next, error: null }));
      if (next === null) break;
    }
    const busy = rows.some(({ review }) => review.state === 'waiting');
    timer = setTimeout(() => void read(), busy ? POLL_MS.busy : POLL_MS.idle);
  };
  void read();
  return {
    store,
    refresh: () => void read(),
    more: () => {
      pages += 1;
      void read();
    },
    remove: (id) => {
      store.set((now) => ({ ...now, rows: now.rows?.filter(({ review }) => review.id !== id) ?? null }));
      void api.call(ROUTES.deleteReview, { params: { id } }).then(() => read());
    },
    close: () => {
      closed = true;
      clearTimeout(timer);
    },
  };
}

/** Does this player have any hand at all? Null where it could not be asked. */
export async function hasHands(): Promise<boolean | null> {
  const answer = await api.call(ROUTES.hands, { query: { limit: 1 } });
  return answer.ok ? answer.value.rows.length > 0 : null;
}
