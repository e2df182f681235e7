/** The role `scheduler`: relays jobs, takes back those of dead workers, cleans up. One is enough, two do no harm. */
import type { Config } from '../platform/config/index.ts';
import { openParts } from './parts.ts';
import { running } from './running.ts';
import { startScheduling } from './scheduling.ts';
import { listen, openWatchPost } from './serving.ts';
import type { RunningRole, Surroundings } from './surroundings.ts';

export async function startScheduler(config: Config, surroundings: Surroundings): Promise<RunningRole> {
  const parts = await openParts(config, 'scheduler');
  return running(parts, async () => {
    const { app, health } = await openWatchPost(parts, surroundings);
    const url = await listen(app, parts);
    return { app, health, url, also: [startScheduling(parts, surroundings)] };
  });
}
