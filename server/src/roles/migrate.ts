/** The role `migrate`: brings the database to the newest schema, and is over. */
import type { Config } from '../platform/config/index.ts';
import { say } from '../text/en.ts';
import { over } from './over.ts';
import { openParts } from './parts.ts';
import type { RunningRole } from './surroundings.ts';

export async function startMigrate(config: Config): Promise<RunningRole> {
  const parts = await openParts(config, 'migrate');
  await parts.close();
  return over(say.migrated);
}
