/** `ploscope whoami`: who is signed in, and where. */
import { ROUTES } from '@ploscope/contracts';
import { readWords } from '../arguments.ts';
import { type Failure, wrongInput } from '../failure.ts';
import { connect } from '../remote/connect.ts';
import { OutOfReach, SHORT_MS } from '../remote/reach.ts';
import { wireFailure } from '../remote/wire-failure.ts';
import { say } from '../text/en.ts';
import { sayRemote } from '../text/en-remote.ts';

export async function runWhoami(args: readonly string[]): Promise<Failure | undefined> {
  const read = readWords(args, { json: 'boolean', help: 'boolean' }, 'whoami');
  if (!read.ok) return read.error;
  if (read.value.words.length > 0) return wrongInput(say.noArguments('whoami'), say.seeHelp('whoami'));
  const remote = await connect({ signal: new AbortController().signal, giveUpMs: SHORT_MS });
  if (!remote.ok) return remote.error;
  const { server, client, reach } = remote.value;
  try {
    const me = await reach.hold((signal) => client.call(ROUTES.me, { signal }));
    if (!me.ok) return wireFailure(me.error, server);
    const { email, role } = me.value;
    const json = read.value.flags.has('json');
    const line = json ? JSON.stringify({ server, email, role }) : sayRemote.iam(email ?? sayRemote.guest, server);
    process.stdout.write(`${line}\n`);
    return undefined;
  } catch (error) {
    if (error instanceof OutOfReach) return error.failure;
    throw error;
  }
}
