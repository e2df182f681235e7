/** The client of the server that this machine is signed in to. */
import { type Client, createClient } from '@ploscope/contracts';
import { type Failure, wrongInput } from '../failure.ts';
import { sayRemote } from '../text/en-remote.ts';
import { type Credentials, credentialsFile, readCredentials } from './credentials.ts';
import { openReach, type Reach, tellNote } from './reach.ts';

export interface Remote {
  readonly server: string;
  readonly client: Client<Response>;
  readonly reach: Reach;
  /** Aborted when the player wants no more. */
  readonly signal: AbortSignal;
  /** Writes a note where the player sees it. */
  readonly tell: (note: string) => void;
}

export interface RemoteSettings {
  readonly signal: AbortSignal;
  /** See `ReachSettings`. */
  readonly giveUpMs?: number;
}

/** The fetch of Node; `credentials` is a word of browsers. */
export function clientOf(server: string, token: string | null): Client<Response> {
  return createClient({ baseUrl: server, fetch: (url, call) => fetch(url, call as RequestInit), token: () => token });
}

export async function connect({
  signal,
  ...patience
}: RemoteSettings): Promise<
  { readonly ok: true; readonly value: Remote } | { readonly ok: false; readonly error: Failure }
> {
  const kept = await keptCredentials();
  if (!kept.ok) return kept;
  const { server, token } = kept.value;
  const reach = openReach({ server, signal, tell: tellNote, ...patience });
  return { ok: true, value: { server, client: clientOf(server, token), reach, signal, tell: tellNote } };
}

/** Those of the last login. */
async function keptCredentials(): Promise<
  { readonly ok: true; readonly value: Credentials } | { readonly ok: false; readonly error: Failure }
> {
  const kept = await readCredentials(credentialsFile(process.env));
  if (!kept.ok) return kept;
  if (kept.value === null) return { ok: false, error: wrongInput(sayRemote.signedOutBefore, sayRemote.signIn) };
  return { ok: true, value: kept.value };
}
