/** `ploscope logout`: forgets the token, and ends it on the server where it was made for this machine. */
import { ROUTES } from '@ploscope/contracts';
import { readWords } from '../arguments.ts';
import { type Failure, wrongInput } from '../failure.ts';
import { clientOf } from '../remote/client-of.ts';
import { credentialsFile, readCredentials, removeCredentials } from '../remote/credentials.ts';
import { OutOfReach, openReach, tellNote } from '../remote/reach.ts';
import { say } from '../text/en.ts';
import { sayRemote } from '../text/en-remote.ts';

/** A server that is gone is not waited for. */
const PATIENCE_MS = 10_000;

export async function runLogout(args: readonly string[]): Promise<Failure | undefined> {
  const read = readWords(args, { help: 'boolean' }, 'logout');
  if (!read.ok) return read.error;
  if (read.value.words.length > 0) return wrongInput(say.noArguments('logout'), say.seeHelp('logout'));
  const file = credentialsFile(process.env);
  const kept = await readCredentials(file);
  // Whatever comes: this machine knows it no more.
  await removeCredentials(file);
  if (!kept.ok) return undefined;
  if (kept.value === null) return wrongInput(sayRemote.signedOutBefore);
  const { server, token, tokenId } = kept.value;
  process.stdout.write(`${sayRemote.signedOut(server)}\n`);
  if (tokenId === null) tellNote(sayRemote.tokenGoesOn);
  else {
    const reason = await whyNotEnded(server, token);
    if (reason !== null) tellNote(sayRemote.tokenNotEnded(server, reason));
  }
  return undefined;
}

/** Null once the token opens nothing any more. */
async function whyNotEnded(server: string, token: string): Promise<string | null> {
  const client = clientOf(server, token);
  const reach = openReach({ server, signal: AbortSignal.timeout(PATIENCE_MS), tell: tellNote });
  try {
    const ended = await reach.hold((signal) => client.call(ROUTES.logout, { signal }));
    if (!ended.ok) return ended.error.code === 'signed-out' ? null : ended.error.message;
    const me = await reach.hold((signal) => client.call(ROUTES.me, { signal }));
    return me.ok ? sayRemote.stillGood : null;
  } catch (error) {
    return error instanceof OutOfReach ? error.failure.message : sayRemote.noAnswerSentence;
  }
}
