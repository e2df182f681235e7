export { isConnectionLoss } from './connection-loss.ts';
export { type Database, type Feature, openDatabase, type Transaction } from './database.ts';
export { type Listener, openListener } from './listener.ts';
export { isMigrated, migrate } from './migrate.ts';
export type { DB } from './tables.gen.ts';
