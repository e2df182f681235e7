/**
 * The token this machine signs in with, and its server, in a file that only its owner reads. There is one: a login
 * replaces the one before.
 */
import { chmod, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Failure, wrongInput } from '../failure.ts';
import { systemReason } from '../system-reason.ts';
import { sayRemote } from '../text/en-remote.ts';

export interface Credentials {
  /** Without a slash at the end. */
  readonly server: string;
  readonly token: string;
  /** By which the server knows the token; null for one that was given by hand. */
  readonly tokenId: string | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Where they are kept; `~/.config` unless the system says otherwise. */
export function credentialsFile(environment: Environment, platform: NodeJS.Platform = process.platform): string {
  const own = environment.XDG_CONFIG_HOME || (platform === 'win32' ? environment.APPDATA : undefined);
  return join(own || join(homedir(), '.config'), 'ploscope', 'credentials.json');
}

/** Null where nobody has signed in. */
export async function readCredentials(
  file: string,
): Promise<
  { readonly ok: true; readonly value: Credentials | null } | { readonly ok: false; readonly error: Failure }
> {
  try {
    const { server, token, tokenId } = JSON.parse(await readFile(file, 'utf8'));
    if (typeof server === 'string' && typeof token === 'string') {
      return { ok: true, value: { server, token, tokenId: typeof tokenId === 'string' ? tokenId : null } };
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { ok: true, value: null };
  }
  return { ok: false, error: wrongInput(sayRemote.damaged(file), sayRemote.signIn) };
}

/** Whole or not at all, and never readable by others, not even for a moment. Null, or why it cannot be written. */
export async function writeCredentials(file: string, credentials: Credentials): Promise<Failure | null> {
  const partial = `${file}.${process.pid}.part`;
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await chmod(dirname(file), 0o700);
    await rm(partial, { force: true });
    const handle = await open(partial, 'wx', 0o600);
    try {
      await handle.writeFile(`${JSON.stringify(credentials, null, 2)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, file);
    return null;
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    const message = sayRemote.cannotKeep(file, systemReason(error));
    return { exitCode: 1, message, hint: sayRemote.setConfigFolder, place: null };
  }
}

/** It may be gone already. */
export async function removeCredentials(file: string): Promise<void> {
  await rm(file, { force: true });
}
