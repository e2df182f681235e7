/**
 * Where nobody has signed in, a server on this machine is asked for a guest, so that hands can be kept without any
 * account. What is kept here is a token, as after a login; the guest stays as long as it is used.
 */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { ROUTES } from '@ploscope/contracts';
import type { Failure } from '../failure.ts';
import { sayRemote } from '../text/en-remote.ts';
import { clientOf } from './client-of.ts';
import { type Credentials, credentialsFile, writeCredentials } from './credentials.ts';
import { openReach, SHORT_MS, tellNote } from './reach.ts';
import { DEFAULT_SERVER } from './server-address.ts';
import { wireFailure } from './wire-failure.ts';

/** Rejects with `OutOfReach` where no server runs there. */
export async function guestCredentials(
  signal: AbortSignal,
): Promise<{ readonly ok: true; readonly value: Credentials } | { readonly ok: false; readonly error: Failure }> {
  const server = DEFAULT_SERVER;
  const reach = openReach({ server, signal, tell: tellNote, giveUpMs: SHORT_MS });
  const access = await reach.hold((stop) => clientOf(server, null).call(ROUTES.guest, { signal: stop }));
  if (!access.ok) return { ok: false, error: wireFailure(access.error, server) };
  const session = clientOf(server, access.value.accessToken);
  const machine = hostname()
    .replace(/\p{Cc}/gu, '')
    .slice(0, 60);
  const call = { body: { name: sayRemote.tokenName(machine || 'localhost') }, idempotencyKey: randomUUID() };
  const made = await reach.hold((stop) => session.call(ROUTES.makePersonalToken, { ...call, signal: stop }));
  if (!made.ok) return { ok: false, error: wireFailure(made.error, server) };
  const credentials = { server, token: made.value.token, tokenId: made.value.id };
  const failed = await writeCredentials(credentialsFile(process.env), credentials);
  if (failed !== null) return { ok: false, error: failed };
  await session.call(ROUTES.logout, {}).catch(() => undefined);
  tellNote(sayRemote.guestBefore(server));
  return { ok: true, value: credentials };
}
