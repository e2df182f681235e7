/**
 * The embedded database as a program of its own, for runs that kill it: `node program.mjs <data folder>`. It ends where
 * the database is given up, so that whoever keeps it running starts it anew.
 */
import { pino } from 'pino';
import { startEmbeddedPostgres } from '../platform/embedded/index.ts';

const [dataFolder] = process.argv.slice(2);
if (dataFolder === undefined) throw new Error('which data folder?');
const stop = (): never => process.exit(1);
await startEmbeddedPostgres({ dataFolder, log: pino({ level: 'info' }), onGone: stop });
setInterval(() => undefined, 60_000);
