/** The role `api`: answers HTTP, computes short equities, takes jobs in; no sockets, and no jobs of its own. */
import type { Config } from '../platform/config/index.ts';
import { openParts } from './parts.ts';
import { running } from './running.ts';
import { listen, openInterface } from './serving.ts';
import type { RunningRole, Surroundings } from './surroundings.ts';

export async function startApi(config: Config, surroundings: Surroundings): Promise<RunningRole> {
  const parts = await openParts(config, 'api');
  return running(parts, async () => {
    const { app, health } = await openInterface(parts, surroundings);
    return { app, health, url: await listen(app, parts), also: [] };
  });
}
