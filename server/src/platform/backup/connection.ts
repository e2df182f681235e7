/**
 * A connection of its own, by the owner's login: a backup takes minutes, and neither the pool's places nor its limits on
 * time are made for that. An aborted signal breaks it, wherever it is.
 */
import { Client } from 'pg';

/**
 * What decides how values look as text, so that a backup is the same whatever the server's settings are; and no limits on
 * time: the connection that holds the lock of backups is idle for as long as a trial takes. Servers before PostgreSQL 17
 * do not know the last.
 */
const SETTINGS = `
  set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC'; set extra_float_digits = 1;
  set bytea_output = 'hex'; set client_encoding = 'UTF8'; set standard_conforming_strings = on;
  set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set idle_session_timeout = 0;
  set lock_timeout = 0; set row_security = off;
  select set_config(name, '0', false) from pg_settings where name = 'transaction_timeout'`;

/** Runs `work` on it and closes it. Rejects with what `work` rejects with. */
export async function connected<T>(
  url: string,
  signal: AbortSignal | undefined,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const client = new Client({
    connectionString: url,
    application_name: 'ploscope backup',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 5_000,
  });
  // Whoever waits for an answer hears of a loss; nobody else needs to.
  client.on('error', () => undefined);
  const end = (): void => void client.end().catch(() => undefined);
  signal?.addEventListener('abort', end);
  try {
    await client.connect();
    signal?.throwIfAborted();
    await client.query(SETTINGS);
    return await work(client);
  } finally {
    signal?.removeEventListener('abort', end);
    await client.end().catch(() => undefined);
  }
}
