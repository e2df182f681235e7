/** What has to happen to reviews again and again, whoever is there to do it: they become jobs, and learn how those end. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Database, Listener } from '../../../platform/db/index.ts';
import { NEWS_CHANNEL, type PlayerLimits } from '../../jobs/index.ts';
import { feedReviews } from './feed-reviews.ts';
import { learnReviews } from './learn-reviews.ts';

/** Without any news it looks this often, in milliseconds. */
const LOOK_MS = 1000;
const ENDS = ['COMPLETED', 'FAILED', 'CANCELLED'];

export interface ReviewSchedule {
  close(): Promise<void>;
}

export function startReviewSchedule(
  db: Database,
  listener: Listener,
  log: Pick<Logger, 'warn'>,
  most: PlayerLimits,
): ReviewSchedule {
  const closing = new AbortController();
  let wake = (): void => undefined;
  // A hint, and anybody's to send: the log says whether it is so.
  const unlisten = listener.listen(NEWS_CHANNEL, (payload) => {
    if (payload?.includes('"review"') && ENDS.some((status) => payload.includes(status))) wake();
  });
  const rounds = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      const woken = new AbortController();
      wake = () => woken.abort();
      let done = 0;
      try {
        done = (await learnReviews(db)) + (await feedReviews(db, most));
      } catch (error) {
        log.warn({ err: error }, 'reviews could not be moved on');
      }
      if (done === 0 && !closing.signal.aborted) {
        await sleep(LOOK_MS, undefined, { signal: woken.signal }).catch(() => undefined);
      }
    }
  };
  const running = rounds();
  return {
    async close() {
      closing.abort();
      unlisten();
      wake();
      await running;
    },
  };
}
