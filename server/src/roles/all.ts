/** The role `all`: everything this product has, in one process. */
import type { Config } from '../platform/config/index.ts';
import { startLending } from './lending.ts';
import { openParts } from './parts.ts';
import { running } from './running.ts';
import { startScheduling } from './scheduling.ts';
import { addSockets, listen, openInterface } from './serving.ts';
import type { RunningRole, Surroundings } from './surroundings.ts';
import { startWorking } from './working.ts';

/** Starts the server. Rejects with the system's error when the address cannot be had. */
export async function startAll(config: Config, surroundings: Surroundings): Promise<RunningRole & { url: string }> {
  const parts = await openParts(config, 'all');
  return running(parts, async () => {
    const { app, auth, health, studyJobs } = await openInterface(parts, surroundings);
    addSockets(app, parts, auth);
    const url = await listen(app, parts);
    // Cores are lent, and other programs answered, only where a token was set for it.
    const lending = config.grpcToken === null ? [] : [await startLending(parts, studyJobs)];
    return {
      app,
      health,
      url,
      also: [startScheduling(parts, surroundings), startWorking(parts, surroundings), ...lending],
    };
  });
}
