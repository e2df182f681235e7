/** Carries news of jobs from the database to the sockets of their owners. */
import type { JobNews } from '@ploscope/contracts';
import type { Listener } from '../../platform/db/index.ts';
import type { Sockets } from '../../platform/sockets/index.ts';
import type { News } from './job.ts';
import { NEWS_CHANNEL } from './job-news.ts';

/** Until the function returned is called. */
export function tellSockets(listener: Listener, sockets: Sockets): () => void {
  return listener.listen(NEWS_CHANNEL, (payload) => {
    // What was missed, clients read when they ask for their jobs; no socket knows whether it missed anything.
    if (payload === null) return;
    const { userId, ...news }: News = JSON.parse(payload);
    sockets.tell(userId, 'job', news satisfies JobNews);
  });
}
