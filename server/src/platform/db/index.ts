export { isConnectionLoss } from './connection-loss.ts';
export { type Database, openDatabase, type Transaction } from './database.ts';
export { type Listener, openListener } from './listener.ts';
export { checkLogins, type Feature, type PasswordOf, SCHEMAS, setLogins } from './logins.ts';
export {
  applyIn,
  isMigrated,
  MIGRATION_LOCK,
  MIGRATIONS_TABLE,
  type Migration,
  migrate,
  readMigrations,
} from './migrate.ts';
export type { DB } from './tables.gen.ts';
