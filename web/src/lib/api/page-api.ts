/** The one client of this page, with what the browser gives: its locks, its channel to the other tabs, its storage. */
import type { SessionNews } from './access-keeper.ts';
import { createApi } from './api.ts';
import { pageHint, pageSession } from './who.ts';

const NAME = 'ploscope.session';

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(NAME);

export const api = createApi({
  baseUrl: '',
  // A deletion outlives the page that sent it.
  fetch: (url, { signal, ...call }) =>
    window.fetch(url, {
      ...call,
      keepalive: call.method === 'DELETE',
      signal: (signal ?? null) as AbortSignal | null,
    }),
  session: pageSession,
  hint: pageHint,
  oneAtATime,
  tell: (news) => channel?.postMessage(news),
});

channel?.addEventListener('message', ({ data }: MessageEvent<SessionNews>) => api.hear(data));

/** Without locks (plain http from another machine) a page still has one refresh at a time of its own. */
async function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  // Typed as always there; on plain http it is not.
  const locks = navigator.locks as LockManager | undefined;
  return locks === undefined ? work() : locks.request(NAME, work);
}
