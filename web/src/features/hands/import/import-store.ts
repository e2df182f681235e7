/**
 * The import of this page: at most one at a time, going on while other screens are looked at. Files go to the Worker as
 * they are; what comes back are sums and the errors to show. Who is not signed in becomes a guest, because hands need an
 * owner.
 */
import { type ImportError, ROUTES, type WireError } from '@ploscope/contracts';
import { api } from '../../../lib/api/page-api.ts';
import { pageSession } from '../../../lib/api/who.ts';
import { createStore, type Store } from '../../../lib/store.ts';
import { type Calls, openCalls } from '../../../lib/worker-calls.ts';
import type { ImportEnd, ImportMethods, ImportProgress, NamedFile } from './work/protocol.ts';

export type ImportPhase = 'none' | 'running' | 'paused' | 'done' | 'cancelled' | 'failed' | 'crashed';

export interface Importing {
  readonly phase: ImportPhase;
  readonly files: number;
  readonly bytes: number;
  readonly progress: Omit<ImportProgress, 'rows'>;
  readonly rows: readonly ImportError[];
  /** Of work, without pauses. */
  readonly elapsedMs: number;
  readonly error: WireError | null;
  /** Grows with every import that stored something. */
  readonly stored: number;
}

const NO_PROGRESS: Importing['progress'] = {
  filesDone: 0,
  bytesRead: 0,
  hands: 0,
  duplicates: 0,
  errors: 0,
  codes: {},
  unsupported: {},
  waiting: false,
};

export const importing: Store<Importing> = createStore<Importing>({
  phase: 'none',
  files: 0,
  bytes: 0,
  progress: NO_PROGRESS,
  rows: [],
  elapsedMs: 0,
  error: null,
  stored: 0,
});

let calls: Calls<ImportMethods> | null = null;
let abort = new AbortController();
let startedAt = 0;
let pausedAt = 0;

export const isRunning = ({ phase }: Pick<Importing, 'phase'>): boolean => phase === 'running' || phase === 'paused';

/** While one runs another is not begun. */
export async function startImport(files: readonly NamedFile[]): Promise<void> {
  if (isRunning(importing.get()) || files.length === 0) return;
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  importing.set((now) => ({
    ...now,
    phase: 'running',
    files: files.length,
    bytes,
    progress: NO_PROGRESS,
    rows: [],
    elapsedMs: 0,
    error: null,
  }));
  const refused = await becomeSomebody();
  if (refused !== null) {
    importing.set((now) => ({ ...now, phase: 'failed', error: refused }));
    return;
  }
  calls ??= openCalls<ImportMethods>(
    new Worker(new URL('./work/import.worker.ts', import.meta.url), { type: 'module', name: 'import' }),
    () => {
      calls = null;
      end('crashed', null);
    },
  );
  const line = calls;
  startedAt = performance.now();
  abort = new AbortController();
  window.addEventListener('beforeunload', onLeave);
  const ended = await line
    .call('import', files, {
      signal: abort.signal,
      onNews: (news) => {
        if (news.kind === 'token') void api.token().then((token) => line.call('token', token));
        else moved(news.progress);
      },
    })
    .catch((): ImportEnd | null => null);
  if (ended !== null) end(ended.reason, ended.error);
}

export function togglePause(): void {
  const paused = importing.get().phase === 'running';
  if (!paused && importing.get().phase !== 'paused') return;
  if (paused) pausedAt = performance.now();
  else startedAt += performance.now() - pausedAt;
  importing.set((now) => ({ ...now, phase: paused ? 'paused' : 'running' }));
  void calls?.call('pause', paused);
}

export function cancelImport(): void {
  abort.abort();
  // What waits for the end of the pause sees that it is over.
  void calls?.call('pause', false);
}

export function dismissImport(): void {
  if (!isRunning(importing.get())) importing.set((now) => ({ ...now, phase: 'none' }));
}

function moved({ rows, ...progress }: ImportProgress): void {
  importing.set((now) => ({
    ...now,
    progress,
    rows: rows.length === 0 ? now.rows : [...now.rows, ...rows],
    elapsedMs: now.phase === 'paused' ? now.elapsedMs : performance.now() - startedAt,
  }));
}

function end(phase: ImportPhase, error: WireError | null): void {
  window.removeEventListener('beforeunload', onLeave);
  importing.set((now) =>
    isRunning(now) ? { ...now, phase, error, stored: now.progress.hands > 0 ? now.stored + 1 : now.stored } : now,
  );
}

function onLeave(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/** Null when somebody is signed in, now at the latest as a guest. */
async function becomeSomebody(): Promise<WireError | null> {
  await api.wake();
  const { who, unreachable } = pageSession.get();
  if (typeof who !== 'string' || unreachable) return null;
  const answer = await api.call(ROUTES.guest, {});
  if (!answer.ok) return answer.error;
  api.take(answer.value);
  return null;
}
