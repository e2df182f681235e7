/**
 * A login for each feature, `<owner>_<feature>`: it reaches that feature's schema and nothing else, whatever is said on
 * its connections. The migrations make the logins without a password, so that nobody can use them; here they get one,
 * made from the server's secret, so that every process knows it and nobody has to keep it.
 *
 * A login belongs to the whole database server, so one owner's login serves one installation there.
 */
import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { Client, DatabaseError } from 'pg';

export const FEATURES = ['auth', 'jobs', 'study', 'hands'] as const;

/** The schemas that are ours; the migrations make no other. */
export const SCHEMAS: readonly string[] = ['platform', ...FEATURES];

/** A feature with rows of its own. */
export type Feature = (typeof FEATURES)[number];

/** The password of a login, the same in every process with the same secret. */
export type PasswordOf = (login: string) => string;

/** Its message is for the operator. */
class LoginError extends Error {
  override readonly name = 'LoginError';
}

const WRONG_PASSWORD = ['28P01', '28000'];
/** Two processes that start at once set the same password; the server refuses one of them for a moment. */
const TRIES = 5;

/** The connection string of a feature, out of that of the owner. Throws where that names no login. */
export function featureUrl(ownerUrl: string, feature: Feature, passwordOf: PasswordOf): string {
  const url = new URL(ownerUrl);
  if (url.username === '') throw new LoginError('DATABASE_URL must name its login: postgresql://login:password@host/…');
  const login = `${decodeURIComponent(url.username)}_${feature}`;
  url.username = encodeURIComponent(login);
  url.password = passwordOf(login);
  return url.href;
}

/** Gives every login its password, where it has another. Asks for the schema to be there. Rejects as `checkLogins` does. */
export async function setLogins(ownerUrl: string, passwordOf: PasswordOf): Promise<void> {
  await Promise.all(
    FEATURES.map(async (feature) => {
      const url = featureUrl(ownerUrl, feature, passwordOf);
      if (!(await canLogIn(url))) await setPassword(ownerUrl, loginOf(url), passwordOf);
    }),
  );
  await checkLogins(ownerUrl, passwordOf);
}

/** Rejects with a `LoginError` where the database lets one of them not in. */
export async function checkLogins(ownerUrl: string, passwordOf: PasswordOf): Promise<void> {
  for (const feature of FEATURES) {
    const url = featureUrl(ownerUrl, feature, passwordOf);
    if (await canLogIn(url)) continue;
    throw new LoginError(
      `The database does not let ${loginOf(url)} in. Every process needs the SECRET_KEY of the one that migrates, and pg_hba.conf must admit the logins of all features.`,
    );
  }
}

function loginOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}

async function canLogIn(url: string): Promise<boolean> {
  try {
    await onClient(url, async () => undefined);
    return true;
  } catch (error) {
    if (error instanceof DatabaseError && WRONG_PASSWORD.includes(error.code ?? '')) return false;
    throw error;
  }
}

/** A role that was there before, under the same name. */
const MAY_TOO_MUCH = `select from pg_roles where rolname = $1
  and (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls
    or exists (select from pg_auth_members where member = pg_roles.oid))`;

async function setPassword(ownerUrl: string, login: string, passwordOf: PasswordOf): Promise<void> {
  await onClient(ownerUrl, async (client) => {
    const { rows } = await client.query(MAY_TOO_MUCH, [login]);
    if (rows.length > 0) {
      throw new LoginError(
        `${login} is a role of somebody else's: it may do more than a feature. Rename it, or take another owner.`,
      );
    }
    const statement = `alter role ${client.escapeIdentifier(login)} login password ${client.escapeLiteral(verifier(login, passwordOf))}`;
    for (let tries = 1; ; tries++) {
      try {
        await client.query(statement);
        return;
      } catch (error) {
        if (tries === TRIES || !/concurrently updated/.test(String(error))) throw error;
      }
    }
  });
}

async function onClient(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'ploscope logins' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

const ROUNDS = 4096;

/**
 * What the server keeps of a password (RFC 5802, RFC 7677), made here so that the password itself is never sent, nor
 * written to the server's log of statements. The salt is the login: passwords of 256 random bits need no other.
 */
function verifier(login: string, passwordOf: PasswordOf): string {
  const salt = createHash('sha256').update(login).digest().subarray(0, 16);
  const salted = pbkdf2Sync(passwordOf(login), salt, ROUNDS, 32, 'sha256');
  const hmac = (text: string): Buffer => createHmac('sha256', salted).update(text).digest();
  const storedKey = createHash('sha256').update(hmac('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${ROUNDS}:${salt.toString('base64')}$${storedKey}:${hmac('Server Key').toString('base64')}`;
}
