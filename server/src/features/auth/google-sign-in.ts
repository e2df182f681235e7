/**
 * Signing in with Google, from the button to the way back. What must be remembered meanwhile stands sealed in a cookie
 * of the browser that began, so no other browser can end it.
 */
import type { GoogleError } from '@ploscope/contracts';
import { z } from 'zod';
import { type Asker, wireError } from '../../platform/http/index.ts';
import type { Secrets } from '../../platform/secrets/index.ts';
import type { AuthContext } from './auth-parts.ts';
import { GOOGLE_COOKIE_S } from './cookies.ts';
import { accountOf } from './google-account.ts';
import type { GoogleClient } from './google-client.ts';
import { type Grant, grantSession, toGrant } from './grant.ts';
import { readBase64Url } from './opaque-tokens.ts';
import { guestOf } from './registration.ts';
import type { Visitor } from './sessions.ts';
import { isTaken } from './users.ts';

const PURPOSE = 'sign-in with Google';

const rememberedSchema = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  guestId: z.uuid().nullable(),
  begunAt: z.number(),
});
type Remembered = z.infer<typeof rememberedSchema>;

/** Throws `no-google`, and `unavailable` where Google cannot be asked. */
export async function beginGoogle(
  { google, secrets, log }: AuthContext,
  asker: Asker | null,
): Promise<{ url: string; cookie: string }> {
  if (google === null) throw wireError('no-google');
  const begun = await google.begin().catch((error: unknown) => {
    log.warn({ err: error }, 'the issuer of sign-in cannot be asked');
    throw wireError('unavailable', { retryAfterS: 10 });
  });
  const remembered: Remembered = { ...begun.expected, guestId: guestOf(asker), begunAt: Date.now() };
  const cookie = secrets.seal(PURPOSE, Buffer.from(JSON.stringify(remembered))).toString('base64url');
  return { url: begun.url, cookie };
}

export type GoogleEnd =
  | { readonly ok: true; readonly grant: Grant }
  | { readonly ok: false; readonly error: GoogleError };

/** Never throws for what the browser brings: it is sent on to a page that says what went wrong. */
export async function endGoogle(
  context: AuthContext,
  { query, cookie }: { query: string; cookie: string | null },
  visitor: Visitor,
): Promise<GoogleEnd> {
  const { google, secrets, log, db } = context;
  const remembered = cookie === null ? null : open(secrets, cookie);
  if (google === null || remembered === null) return { ok: false, error: 'google-failed' };
  const identity = await askGoogle(google, query, remembered).catch((error: unknown) => {
    log.warn({ err: error }, 'sign-in with Google failed');
    return null;
  });
  if (identity === null) {
    const isCancelled = new URLSearchParams(query).get('error') === 'access_denied';
    return { ok: false, error: isCancelled ? 'google-cancelled' : 'google-failed' };
  }
  try {
    const account = await db.as('auth', async (trx) => {
      const found = await accountOf(trx, identity, remembered.guestId);
      return found.ok ? { ok: true as const, granted: await grantSession(trx, context, found.user, visitor) } : found;
    });
    return account.ok ? { ok: true, grant: await toGrant(context, account.granted) } : account;
  } catch (error) {
    // Somebody made the same account at the same moment: a second try finds it.
    if (isTaken(error) || isRefusal(error)) return { ok: false, error: 'google-failed' };
    throw error;
  }
}

function askGoogle(google: GoogleClient, query: string, { state, nonce, verifier }: Remembered) {
  return google.end(query, { state, nonce, verifier });
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && error.name === 'ApiError';
}

/** What the cookie remembers; null where we did not write it, or too long ago. */
function open(secrets: Secrets, cookie: string): Remembered | null {
  const bytes = readBase64Url(cookie);
  const plain = bytes === null ? null : secrets.unseal(PURPOSE, bytes);
  if (plain === null) return null;
  const read = rememberedSchema.safeParse(JSON.parse(plain.toString()));
  return read.success && Date.now() - read.data.begunAt < GOOGLE_COOKIE_S * 1000 ? read.data : null;
}
