/** Tokens that go out by mail and come back once. Only the newest of a purpose counts. */
import { sql } from 'kysely';
import type { Transaction } from '../../platform/db/index.ts';
import { hashToken, isOpaqueToken, makeOpaqueToken } from './opaque-tokens.ts';

export type MailPurpose = 'verify-email' | 'change-email' | 'reset-password';

const HOURS: Readonly<Record<MailPurpose, number>> = { 'verify-email': 24, 'change-email': 24, 'reset-password': 1 };
/** The page of the web app that brings it back. The token stands behind `#`, which no server or log gets to see. */
const PAGES: Readonly<Record<MailPurpose, string>> = {
  'verify-email': '/account/verify-email',
  'change-email': '/account/verify-email',
  'reset-password': '/account/reset-password',
};

export interface MailToken {
  readonly userId: string;
  readonly purpose: MailPurpose;
  /** The address it was sent to. */
  readonly email: string;
}

/** The link to be sent; earlier ones of the purpose end. */
export async function makeMailLink(trx: Transaction, publicUrl: string, token: MailToken): Promise<string> {
  const { userId, purpose, email } = token;
  await endMailTokens(trx, userId, [purpose]);
  const text = makeOpaqueToken();
  await trx
    .insertInto('auth.mail_tokens')
    .values({
      token_hash: hashToken(text),
      user_id: userId,
      purpose,
      email,
      expires_at: sql<Date>`now() + make_interval(hours => ${HOURS[purpose]})`,
    })
    .execute();
  return `${publicUrl}${PAGES[purpose]}#token=${text}`;
}

/** Whom a token stands for; null where it is none of these, was used, or has ended. */
export async function findMailToken(
  trx: Transaction,
  text: string,
  purposes: readonly MailPurpose[],
): Promise<MailToken | null> {
  if (!isOpaqueToken(text)) return null;
  const row = await trx
    .selectFrom('auth.mail_tokens')
    .select(['user_id', 'purpose', 'email'])
    .where('token_hash', '=', hashToken(text))
    .where('purpose', 'in', purposes)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
  return row === undefined ? null : { userId: row.user_id, purpose: row.purpose as MailPurpose, email: row.email };
}

/** Takes a token that was found, under the lock of its user. False where somebody else was faster. */
export async function takeMailToken(trx: Transaction, text: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('auth.mail_tokens')
    .where('token_hash', '=', hashToken(text))
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Ends those of some purposes, or all. */
export async function endMailTokens(
  trx: Transaction,
  userId: string,
  purposes: readonly MailPurpose[] | null = null,
): Promise<void> {
  await trx
    .deleteFrom('auth.mail_tokens')
    .where('user_id', '=', userId)
    .$if(purposes !== null, (query) => query.where('purpose', 'in', purposes ?? []))
    .execute();
}
