/** What all roles that listen have in common: when one cannot begin, nothing of it stays; it goes down in order. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Parts } from './parts.ts';
import { closeSoon, type Health } from './serving.ts';
import type { RunningRole } from './surroundings.ts';

export interface Begun {
  readonly app: FastifyInstance;
  readonly health: Health;
  readonly url: string;
  /** Closed before the app, all at once. */
  readonly also: readonly { close(): Promise<void> }[];
}

export async function running(parts: Parts, begin: () => Promise<Begun>): Promise<RunningRole & { url: string }> {
  let begun: Begun;
  try {
    begun = await begin();
  } catch (error) {
    await parts.close();
    throw error;
  }
  const { app, health, url, also } = begun;
  return {
    url,
    onLost: parts.onLost,
    async close() {
      health.drain();
      await sleep(parts.config.drainSeconds * 1000);
      await Promise.all([...also.map((each) => each.close()), closeSoon(app)]);
      await parts.close();
    },
  };
}
