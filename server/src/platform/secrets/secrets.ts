/**
 * The server's secret, and the keys made from it: one secret in the environment (or in a file of the data folder), and
 * for every purpose a key of its own by HKDF, so that no purpose can be turned against another.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config/index.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface Secrets {
  /** 32 bytes for one purpose; the same in every process with the same secret. */
  key(purpose: string): Buffer;
  /** HMAC-SHA-256 under the key of a purpose. */
  hmac(purpose: string, text: string | Uint8Array): Buffer;
  /** Encrypts for storing (AES-256-GCM, a fresh nonce in front). */
  seal(purpose: string, plain: Uint8Array): Buffer;
  /** Null where the bytes were not sealed by this secret for this purpose. */
  unseal(purpose: string, sealed: Uint8Array): Buffer | null;
}

export function createSecrets({
  secretKey,
  jwtSecretKey,
}: {
  secretKey: string;
  jwtSecretKey: string | null;
}): Secrets {
  const key = (purpose: string): Buffer => {
    const from = purpose === JWT_PURPOSE && jwtSecretKey !== null ? jwtSecretKey : secretKey;
    return Buffer.from(hkdfSync('sha256', from, 'ploscope', purpose, 32));
  };
  return {
    key,
    hmac: (purpose, text) => createHmac('sha256', key(purpose)).update(text).digest(),
    seal(purpose, plain) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key(purpose), nonce);
      const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },
    unseal(purpose, sealed) {
      const bytes = Buffer.from(sealed);
      if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
      const decipher = createDecipheriv('aes-256-gcm', key(purpose), bytes.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
      } catch {
        return null;
      }
    },
  };
}

/** The passwords of the features' logins to the database (platform/db/logins.ts). */
export function databasePasswords(secrets: Secrets): (login: string) => string {
  return (login) => secrets.hmac('database logins', login).toString('base64url');
}

/** The purpose whose key `JWT_SECRET_KEY` can set apart. */
export const JWT_PURPOSE = 'access tokens';

/** The operator has to give a secret. */
class NoSecretError extends Error {
  override readonly name = 'NoSecretError';
}

/**
 * The secret of the configuration; with an embedded database, one that is made once and kept beside it. With a database
 * of somebody else's it must be given: other processes need the same.
 */
export async function loadSecrets(
  config: Pick<Config, 'secretKey' | 'jwtSecretKey' | 'databaseUrl' | 'dataFolder'>,
): Promise<Secrets> {
  const { jwtSecretKey, dataFolder } = config;
  if (config.secretKey !== null) return createSecrets({ secretKey: config.secretKey, jwtSecretKey });
  if (config.databaseUrl !== null) {
    throw new NoSecretError('DATABASE_URL is set, so SECRET_KEY must be too: every process needs the same one.');
  }
  return createSecrets({ secretKey: await keptSecret(dataFolder), jwtSecretKey });
}

async function keptSecret(folder: string): Promise<string> {
  const file = join(folder, 'secret-key');
  await mkdir(folder, { recursive: true });
  try {
    const made = await open(file, 'wx', 0o600);
    await made.writeFile(randomBytes(32).toString('base64url'));
    await made.sync();
    await made.close();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const secret = (await readFile(file, 'utf8')).trim();
  // A crash between making and writing it leaves an empty file, which protects nothing.
  if (secret.length < 16)
    throw new NoSecretError(`${file} is damaged. Put it back, or remove it: then all sign in anew.`);
  return secret;
}

/** Tells two secrets apart, and nothing about either. */
export function secretMark(secrets: Secrets): string {
  return secrets.hmac('which secret', '').toString('hex').slice(0, 16);
}
