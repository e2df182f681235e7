/** Bearer tokens that prove nothing: ended, taken back, tampered with, or never ours. */
import { createAccessTokens } from '../../features/auth/access-tokens.ts';
import { createSecrets } from '../../platform/secrets/index.ts';
import type { TestDatabase } from '../database.ts';
import { TEST_SECRETS } from '../secret.ts';
import { type Account, makeToken, register, signIn } from './accounts.ts';
import { send } from './actor.ts';

export interface Surroundings {
  readonly url: string;
  readonly db: TestDatabase;
  /** Runs something at another time of day. */
  readonly at: <T>(time: Date, what: () => Promise<T>) => Promise<T>;
}

export async function makeBadTokens({ url, db, at }: Surroundings): Promise<Map<string, string>> {
  const player = await register(url, 'bad-tokens@example.org');
  const email = player.email ?? '';
  const claims = readClaims(player.bearer);
  const hourAgo = new Date(Date.now() - 3_600_000);
  const ours = createAccessTokens(TEST_SECRETS);
  const others = createAccessTokens(createSecrets({ secretKey: 'the secret of another server', jwtSecretKey: null }));
  const [head = '', payload = '', signature = ''] = player.bearer.split('.');
  const other = await register(url, 'bad-tokens-too@example.org');

  return new Map([
    ['an access token that has ended', await at(hourAgo, () => ours.sign(claims))],
    ['the token of a session that has ended', await endedSession(url, db, email)],
    ['the token of a session that signed out', await signedOut(url, email)],
    ['a personal token that was removed', await removedToken(url, player)],
    ['a personal token that has ended', await endedToken(url, db, player)],
    ['a personal token never made', `plo_${'A'.repeat(43)}`],
    ['a token of another server', await others.sign(claims)],
    ['the session of one player with another as its subject', await ours.sign({ ...claims, userId: other.id })],
    [
      'a payload changed under its signature',
      `${head}.${encoded({ ...decoded(payload), sub: other.id })}.${signature}`,
    ],
    ['a signature changed', `${head}.${payload}.${flipped(signature)}`],
    ['no signature', `${encoded({ alg: 'none', typ: 'JWT' })}.${payload}.`],
    ['a signature by the public half', `${encoded({ alg: 'HS256', typ: 'JWT' })}.${payload}.${signature}`],
    ['a word', 'token'],
  ]);
}

async function endedSession(url: string, db: TestDatabase, email: string): Promise<string> {
  const { bearer, sessionId } = await signIn(url, email);
  await db.query("update auth.user_sessions set expires_at = now() - interval '1 second' where id = $1", [sessionId]);
  return bearer;
}

async function signedOut(url: string, email: string): Promise<string> {
  const { bearer } = await signIn(url, email);
  await send(url, bearer, { method: 'POST', path: '/api/auth/logout' });
  return bearer;
}

async function removedToken(url: string, player: Account): Promise<string> {
  const { id, token } = await makeToken(url, player);
  await send(url, player.bearer, { method: 'DELETE', path: `/api/auth/tokens/${id}` });
  return token;
}

async function endedToken(url: string, db: TestDatabase, player: Account): Promise<string> {
  const { id, token } = await makeToken(url, player);
  await db.query("update auth.personal_tokens set expires_at = now() - interval '1 second' where id = $1", [id]);
  return token;
}

function readClaims(bearer: string): { userId: string; jti: string } {
  const { sub, jti } = decoded(bearer.split('.')[1] ?? '');
  return { userId: String(sub), jti: String(jti) };
}

function decoded(part: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(part, 'base64url').toString());
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function flipped(signature: string): string {
  const bytes = Buffer.from(signature, 'base64url');
  bytes[10] = (bytes[10] ?? 0) ^ 1;
  return bytes.toString('base64url');
}
