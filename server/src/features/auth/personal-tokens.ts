/** Personal access tokens, for the command line and programs: `plo_` and 256 random bits, stored hashed. */
import { type PersonalToken, ROUTES } from '@ploscope/contracts';
import { type Selectable, sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { DB, Transaction } from '../../platform/db/index.ts';
import { type Asker, wireError } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency/index.ts';
import type { AuthContext } from './auth-parts.ts';
import { hashToken, makeOpaqueToken } from './opaque-tokens.ts';
import { lockUser } from './users.ts';

export const PERSONAL_PREFIX = 'plo_';
const MOST = 50;
const HINT_CHARS = 8;
const SEALED_FOR = 'repeated personal tokens';

export async function makePersonalToken(
  { db, secrets }: AuthContext,
  asker: Asker,
  request: { name: string; days: number | null },
  key: string | null,
): Promise<PersonalToken & { token: string }> {
  const { userId } = asker;
  const made = await db.as('auth', (trx) =>
    once(trx, { userId, route: ROUTES.makePersonalToken.path, key, request }, async () => {
      const token = PERSONAL_PREFIX + makeOpaqueToken();
      // Kept for who repeats the request, where nobody else can read it.
      const sealed = secrets.seal(SEALED_FOR, Buffer.from(token)).toString('base64');
      return { row: toPersonalToken(await insertToken(trx, asker, request, token)), sealed };
    }),
  );
  const token = secrets.unseal(SEALED_FOR, Buffer.from(made.sealed, 'base64'));
  if (token === null) throw new Error('the token was sealed with another key');
  return { ...made.row, token: token.toString() };
}

async function insertToken(
  trx: Transaction,
  asker: Asker,
  { name, days }: { name: string; days: number | null },
  token: string,
) {
  // So that two at once are counted one after the other.
  await lockUser(trx, asker.userId);
  const { count } = await trx
    .selectFrom('auth.personal_tokens')
    .select((query) => query.fn.countAll<number>().as('count'))
    .where('user_id', '=', asker.userId)
    .executeTakeFirstOrThrow();
  if (count >= MOST) throw wireError('too-many');
  return trx
    .insertInto('auth.personal_tokens')
    .values({
      id: uuidv7(),
      user_id: asker.userId,
      name,
      token_hash: hashToken(token),
      hint: token.slice(0, HINT_CHARS),
      expires_at: days === null ? null : sql<Date>`now() + make_interval(days => ${days})`,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function listPersonalTokens({ db }: Pick<AuthContext, 'db'>, userId: string): Promise<PersonalToken[]> {
  const rows = await db
    .at('auth')
    .selectFrom('auth.personal_tokens')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toPersonalToken);
}

/** Throws `not-found`, also for somebody else's. */
export async function removePersonalToken({ db }: AuthContext, asker: Asker, id: string): Promise<void> {
  const { numDeletedRows } = await db
    .at('auth')
    .deleteFrom('auth.personal_tokens')
    .where('id', '=', id)
    .where('user_id', '=', asker.userId)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw wireError('not-found');
}

function toPersonalToken(row: Selectable<DB['auth.personal_tokens']>): PersonalToken {
  return {
    id: row.id,
    name: row.name,
    hint: row.hint,
    createdAt: row.created_at.toISOString(),
    usedAt: row.used_at?.toISOString() ?? null,
    expiresAt: row.expires_at?.toISOString() ?? null,
  };
}
