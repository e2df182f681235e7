/** Writes `server/db/schema.sql` and the tables' types anew, after a migration was added. Takes a database for a moment. */
import { requireNode } from './node-version.mjs';

requireNode();

const { runNode } = await import('./run.mjs');

const result = await runNode(
  'node_modules/vitest/vitest.mjs',
  ['run', '--project', 'server', 'server/src/platform/db/schema.test.ts'],
  { output: 'show', env: { WRITE_SCHEMA: '1' } },
);
process.exit(result.code === 0 ? 0 : 1);
