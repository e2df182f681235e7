/** What time has ended is removed: sessions, tokens, guests nobody came back as. For the scheduler; any number at once. */
import type { FastifyBaseLogger } from 'fastify';
import { sql } from 'kysely';
import type { Database } from '../../platform/db/index.ts';
import { deleteUser } from './account-deletion.ts';
import type { UserData } from './auth-parts.ts';
import { SESSION_DAYS } from './sessions.ts';

/** Guests of one sweep; the rest waits for the next. */
const GUESTS_AT_ONCE = 500;

type SweepLog = Pick<FastifyBaseLogger, 'warn'>;

export interface Swept {
  readonly sessions: number;
  readonly refreshTokens: number;
  readonly mailTokens: number;
  readonly guests: number;
}

export async function sweepAuth(db: Database, userData: readonly UserData[], log: SweepLog): Promise<Swept> {
  const old = sql<Date>`now() - make_interval(days => ${SESSION_DAYS})`;
  const counts = await db.as('auth', async (trx) => {
    const sessions = await trx
      .deleteFrom('auth.user_sessions')
      .where((row) => row.or([row('expires_at', '<', old), row('revoked_at', '<', old)]))
      .executeTakeFirst();
    // One that comes back after that is unknown, and refused like any other.
    const refreshTokens = await trx.deleteFrom('auth.refresh_tokens').where('used_at', '<', old).executeTakeFirst();
    const mailTokens = await trx
      .deleteFrom('auth.mail_tokens')
      .where('expires_at', '<', sql<Date>`now()`)
      .executeTakeFirst();
    return {
      sessions: Number(sessions.numDeletedRows),
      refreshTokens: Number(refreshTokens.numDeletedRows),
      mailTokens: Number(mailTokens.numDeletedRows),
    };
  });
  return { ...counts, guests: await sweepGuests(db, userData, log) };
}

const ABANDONED = sql<boolean>`is_guest and created_at < now() - make_interval(days => ${SESSION_DAYS})
  and not exists (select from auth.user_sessions s
    where s.user_id = u.id and s.used_at > now() - make_interval(days => ${SESSION_DAYS}))
  and not exists (select from auth.personal_tokens t
    where t.user_id = u.id and t.used_at > now() - make_interval(days => ${SESSION_DAYS}))`;

/**
 * Each in a transaction of its own, so that one that fails keeps no other. Which they are is asked once, in any order, or
 * those that fail would be found again and again before all others.
 */
async function sweepGuests(db: Database, userData: readonly UserData[], log: SweepLog): Promise<number> {
  const found = await db.asOwner((trx) =>
    sql<{ id: string }>`select id from auth.users u where ${ABANDONED}
      order by random() limit ${GUESTS_AT_ONCE}`.execute(trx),
  );
  let swept = 0;
  for (const { id } of found.rows) {
    try {
      if (await sweepGuest(db, userData, id)) swept += 1;
    } catch (err) {
      log.warn({ err, userId: id }, 'a guest could not be swept');
    }
  }
  return swept;
}

/** False where the guest came back meanwhile, or somebody else has the row. */
function sweepGuest(db: Database, userData: readonly UserData[], id: string): Promise<boolean> {
  return db.asOwner(async (trx) => {
    const { rows } = await sql`
      select from auth.users u where id = ${id} and ${ABANDONED} for update skip locked`.execute(trx);
    if (rows.length === 0) return false;
    await deleteUser(trx, userData, id);
    return true;
  });
}
