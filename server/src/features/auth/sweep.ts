/** What time has ended is removed: sessions, tokens, guests nobody came back as. For the scheduler; any number at once. */
import { sql } from 'kysely';
import type { Database } from '../../platform/db/index.ts';
import { deleteUser } from './account-deletion.ts';
import type { UserData } from './auth-parts.ts';
import { SESSION_DAYS } from './sessions.ts';

/** Guests of one sweep; the rest waits for the next. */
const GUESTS_AT_ONCE = 500;

export interface Swept {
  readonly sessions: number;
  readonly refreshTokens: number;
  readonly mailTokens: number;
  readonly guests: number;
}

export async function sweepAuth(db: Database, userData: readonly UserData[]): Promise<Swept> {
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
  return { ...counts, guests: await sweepGuests(db, userData) };
}

/** Each in a transaction of its own, so that one that fails keeps no other. */
async function sweepGuests(db: Database, userData: readonly UserData[]): Promise<number> {
  let swept = 0;
  while (swept < GUESTS_AT_ONCE) {
    const isSwept = await db.asOwner(async (trx) => {
      const { rows } = await sql<{ id: string }>`
        select id from auth.users u
        where is_guest and created_at < now() - make_interval(days => ${SESSION_DAYS})
          and not exists (select from auth.user_sessions s
            where s.user_id = u.id and s.used_at > now() - make_interval(days => ${SESSION_DAYS}))
          and not exists (select from auth.personal_tokens t
            where t.user_id = u.id and t.used_at > now() - make_interval(days => ${SESSION_DAYS}))
        limit 1 for update skip locked`.execute(trx);
      const guest = rows[0];
      if (guest === undefined) return false;
      await deleteUser(trx, userData, guest.id);
      return true;
    });
    if (!isSwept) break;
    swept += 1;
  }
  return swept;
}
