/**
 * One's own jobs while the screen is open: read once, then moved on by news, and asked for where there are none. News
 * may come late or twice, so a job that is over stays over.
 */
import { type Job, type JobNews, type JobStorage, ROUTES, type WireError } from '@ploscope/contracts';
import { api } from '../../lib/api/page-api.ts';
import { createDeletions } from '../../lib/deletions.ts';
import { createStore, type Store } from '../../lib/store.ts';
import { openNewsSocket } from './news-socket.ts';

export interface Jobs {
  /** The newest first; null until they are read. */
  readonly rows: readonly Job[] | null;
  /** Cursor of the older ones. */
  readonly next: string | null;
  /** Ids of those that are being deleted. */
  readonly leaving: ReadonlySet<string>;
  /** What all of one's jobs hold; null until it is known. */
  readonly storage: JobStorage | null;
  readonly error: WireError | null;
  /** News come by themselves. */
  readonly live: boolean;
}

export interface JobList {
  readonly store: Store<Jobs>;
  readonly more: () => void;
  readonly cancel: (job: Job) => Promise<WireError | null>;
  /** Waits a while for `undo`; resolves when it is done, taken back, or failed. */
  readonly remove: (job: Job) => Promise<WireError | null>;
  readonly undo: (job: Job) => void;
  /** What was deleted and not taken back is deleted now. */
  readonly close: () => void;
}

export const NO_JOBS: Jobs = { rows: null, next: null, leaving: new Set(), storage: null, error: null, live: false };

const PAGE_ROWS = 20;
const UNDO_MS = 5_000;
/** While something is computed and nobody tells; while nothing is; while news come. */
const POLL_MS = { busy: 2_000, idle: 15_000, live: 60_000 };

export const isOver = ({ status }: Pick<Job, 'status'>): boolean =>
  status === 'COMPLETED' || status === 'FAILED' || status === 'CANCELLED';

/** News of a job that is still there. */
type Moved = Pick<JobNews, 'id' | 'progress'> & Pick<Job, 'kind' | 'status'>;

export function startJobList(): JobList {
  const store = createStore<Jobs>(NO_JOBS);
  /** A read that was sent before a deletion may answer after it. */
  const deleted = new Set<string>();
  const withoutDeleted = (rows: readonly Job[]): readonly Job[] => rows.filter(({ id }) => !deleted.has(id));
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const readStorage = async (): Promise<void> => {
    const answer = await api.call(ROUTES.jobStorage, {});
    if (!closed && answer.ok) store.set((now) => ({ ...now, storage: answer.value }));
  };
  const read = async (): Promise<void> => {
    void readStorage();
    const answer = await api.call(ROUTES.jobs, { query: { limit: PAGE_ROWS } });
    if (closed) return;
    if (answer.ok) {
      const { rows, next } = answer.value;
      store.set((now) => ({
        ...now,
        error: null,
        rows: withoutDeleted(withOlder(rows, now.rows, next === null)),
        next: now.rows === null ? next : now.next,
      }));
    } else store.set((now) => ({ ...now, error: answer.error }));
  };
  const readOne = async ({ id, kind }: Pick<Job, 'id' | 'kind'>): Promise<void> => {
    const route = kind === 'solve' ? ROUTES.solveJob : ROUTES.equityJob;
    const answer = await api.call(route, { params: { id } });
    if (closed || !answer.ok || deleted.has(id)) return;
    store.set((now) => ({ ...now, rows: withJob(now.rows, answer.value) }));
  };
  const poll = async (): Promise<void> => {
    clearTimeout(timer);
    if (document.visibilityState === 'visible') await read();
    if (closed) return;
    const { live, rows } = store.get();
    const busy = rows?.some((job) => !isOver(job)) ?? false;
    timer = setTimeout(() => void poll(), live ? POLL_MS.live : busy ? POLL_MS.busy : POLL_MS.idle);
  };
  const more = async (): Promise<void> => {
    const { next } = store.get();
    if (next === null) return;
    const answer = await api.call(ROUTES.jobs, { query: { limit: PAGE_ROWS, cursor: next } });
    if (closed || !answer.ok) return;
    const { value } = answer;
    store.set((now) => ({ ...now, rows: [...(now.rows ?? []), ...withoutDeleted(value.rows)], next: value.next }));
  };
  const forget = (id: string): void => {
    deleted.add(id);
    store.set((now) => ({ ...now, rows: now.rows === null ? null : withoutDeleted(now.rows) }));
    void readStorage();
  };
  const deletions = createDeletions({
    delayMs: UNDO_MS,
    send: async (id) => {
      const answer = await api.call(ROUTES.deleteJob, { params: { id } });
      if (!answer.ok && answer.error.code !== 'not-found') return answer.error;
      if (!closed) forget(id);
      return null;
    },
    onChange: (leaving) => store.set((now) => ({ ...now, leaving })),
  });
  const onNews = ({ status, kind, ...news }: JobNews): void => {
    // Reviews of hands stand in a list of their own.
    if (kind === 'review') return;
    if (status === 'DELETED') forget(news.id);
    else onMoved({ ...news, kind, status });
  };
  const onMoved = (news: Moved): void => {
    if (isOver(news)) void readStorage();
    const known = store.get().rows?.find(({ id }) => id === news.id);
    if (known === undefined || (isOver(news) && !isOver(known))) void readOne(news);
    store.set((now) => ({ ...now, rows: moved(now.rows, news) }));
  };

  const closeSocket = openNewsSocket({
    onNews,
    onLive: (live) => {
      if (closed || store.get().live === live) return;
      store.set((now) => ({ ...now, live }));
      // What happened meanwhile was told to nobody.
      void poll();
    },
  });
  const onVisible = (): void => {
    if (document.visibilityState === 'visible') void poll();
  };
  document.addEventListener('visibilitychange', onVisible);
  // The page is closed, or put away: nobody can take back any more.
  window.addEventListener('pagehide', deletions.sendAll);
  void poll();

  return {
    store,
    more: () => void more(),
    cancel: async (job) => {
      const route = job.kind === 'solve' ? ROUTES.cancelSolve : ROUTES.cancelEquity;
      const answer = await api.call(route, { params: { id: job.id } });
      await readOne(job);
      return answer.ok || answer.error.code === 'job-over' ? null : answer.error;
    },
    remove: ({ id }) => deletions.begin(id),
    undo: ({ id }) => deletions.undo(id),
    close: () => {
      closed = true;
      deletions.sendAll();
      window.removeEventListener('pagehide', deletions.sendAll);
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisible);
      closeSocket();
    },
  };
}

/** The newest page, and what was known of older ones; ids go by time. What is between and not told is gone. */
function withOlder(rows: readonly Job[], known: readonly Job[] | null, isAll: boolean): readonly Job[] {
  const oldest = rows.at(-1)?.id;
  if (isAll || oldest === undefined) return rows;
  return [...rows, ...(known ?? []).filter(({ id }) => id < oldest)];
}

function withJob(rows: readonly Job[] | null, job: Job): readonly Job[] {
  const known = rows ?? [];
  return known.some(({ id }) => id === job.id)
    ? known.map((other) => (other.id === job.id ? job : other))
    : [job, ...known];
}

function moved(rows: readonly Job[] | null, { id, status, progress }: Moved): readonly Job[] | null {
  if (rows === null) return null;
  return rows.map((job) =>
    job.id === id && !isOver(job) ? { ...job, status, progress: progress ?? job.progress } : job,
  );
}
