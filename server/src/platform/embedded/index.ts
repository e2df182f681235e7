/** A real PostgreSQL that this program starts itself, for a machine where nobody set up a database. */
export { EmbeddedPostgresError } from './embedded-error.ts';
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './start-embedded-postgres.ts';
