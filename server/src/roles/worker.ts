/** The role `worker`: computes jobs. As many as there are cores for, on as many machines as one likes. */
import type { Config } from '../platform/config/index.ts';
import { openParts } from './parts.ts';
import { running } from './running.ts';
import { listen, openWatchPost } from './serving.ts';
import type { RunningRole, Surroundings } from './surroundings.ts';
import { startWorking } from './working.ts';

export async function startWorkerRole(config: Config, surroundings: Surroundings): Promise<RunningRole> {
  const parts = await openParts(config, 'worker');
  return running(parts, async () => {
    const { app, health } = await openWatchPost(parts, surroundings);
    const url = await listen(app, parts);
    return { app, health, url, also: [startWorking(parts, surroundings)] };
  });
}
