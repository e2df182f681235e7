export { isConnectionLoss } from './connection-loss.ts';
export { type Database, openDatabase, type Transaction } from './database.ts';
export { type Listener, openListener } from './listener.ts';
export { type Feature, type PasswordOf, setLogins } from './logins.ts';
export { isMigrated, migrate } from './migrate.ts';
export type { DB } from './tables.gen.ts';
