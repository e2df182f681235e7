/** The client of the server that this machine is signed in to. */
import type { Client } from '@ploscope/contracts';
import { type Failure, wrongInput } from '../failure.ts';
import { sayRemote } from '../text/en-remote.ts';
import { clientOf } from './client-of.ts';
import { type Credentials, credentialsFile, readCredentials } from './credentials.ts';
import { guestCredentials } from './guest.ts';
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
  /** Where nobody is signed in, a server on this machine is asked for a guest. */
  readonly asGuest?: boolean;
  readonly signal: AbortSignal;
  /** See `ReachSettings`. */
  readonly giveUpMs?: number;
}

export async function connect({
  signal,
  asGuest = false,
  ...patience
}: RemoteSettings): Promise<
  { readonly ok: true; readonly value: Remote } | { readonly ok: false; readonly error: Failure }
> {
  const kept = await keptCredentials(asGuest ? () => guestCredentials(signal) : signedOut);
  if (!kept.ok) return kept;
  const { server, token } = kept.value;
  const reach = openReach({ server, signal, tell: tellNote, ...patience });
  return { ok: true, value: { server, client: clientOf(server, token), reach, signal, tell: tellNote } };
}

type Found = { readonly ok: true; readonly value: Credentials } | { readonly ok: false; readonly error: Failure };

const signedOut = async (): Promise<Found> => ({
  ok: false,
  error: wrongInput(sayRemote.signedOutBefore, sayRemote.signIn),
});

/** Those of the last login. */
async function keptCredentials(otherwise: () => Promise<Found>): Promise<Found> {
  const kept = await readCredentials(credentialsFile(process.env));
  if (!kept.ok) return kept;
  if (kept.value === null) return otherwise();
  return { ok: true, value: kept.value };
}
