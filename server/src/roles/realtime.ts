/** The role `realtime`: holds the sockets, and tells players of their jobs. */
import type { Config } from '../platform/config/index.ts';
import { makeAuth } from './make-auth.ts';
import { openParts } from './parts.ts';
import { running } from './running.ts';
import { addSockets, listen, openWatchPost } from './serving.ts';
import type { RunningRole, Surroundings } from './surroundings.ts';

export async function startRealtime(config: Config, surroundings: Surroundings): Promise<RunningRole> {
  const parts = await openParts(config, 'realtime');
  return running(parts, async () => {
    const { app, health } = await openWatchPost(parts, surroundings);
    addSockets(app, parts, makeAuth(parts));
    return { app, health, url: await listen(app, parts), also: [] };
  });
}
