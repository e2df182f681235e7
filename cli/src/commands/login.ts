/** `ploscope login`: a token of a server for this machine, got by e-mail address and password, or given. */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { type Access, type Called, ROUTES } from '@ploscope/contracts';
import { readWords } from '../arguments.ts';
import { type Failure, wrongInput } from '../failure.ts';
import { type Answers, openAnswers } from '../remote/answers.ts';
import { clientOf } from '../remote/client-of.ts';
import { type Credentials, credentialsFile, readCredentials, writeCredentials } from '../remote/credentials.ts';
import { OutOfReach, openReach, SHORT_MS, tellNote } from '../remote/reach.ts';
import { DEFAULT_SERVER, isOpenToOthers, parseServer } from '../remote/server-address.ts';
import { wireFailure } from '../remote/wire-failure.ts';
import { say } from '../text/en.ts';
import { sayRemote } from '../text/en-remote.ts';

const OPTIONS = { server: 'string', email: 'string', token: 'string', insecure: 'boolean', help: 'boolean' } as const;
/** In place of a token: standard input. */
const STDIN = '-';
const STOPPED = 130;

export async function runLogin(args: readonly string[]): Promise<Failure | number | undefined> {
  const read = readWords(args, OPTIONS, 'login');
  if (!read.ok) return read.error;
  const { values, flags, words } = read.value;
  if (words.length > 0) return wrongInput(say.noArguments('login'), say.seeHelp('login'));
  const token = values.get('token');
  const email = values.get('email');
  if (token !== undefined && email !== undefined) return wrongInput(sayRemote.tokenWithEmail, say.seeHelp('login'));

  const file = credentialsFile(process.env);
  const found = await readCredentials(file);
  // A damaged file is written anew.
  const before = found.ok ? found.value : null;
  const address = values.get('server');
  const server = address === undefined ? (before?.server ?? DEFAULT_SERVER) : parseServer(address.trim());
  if (server === null) {
    return wrongInput(say.badValue('--server', sayRemote.wantedServer), null, { text: address ?? '', at: 0 });
  }
  if (isOpenToOthers(server) && !flags.has('insecure')) {
    return wrongInput(sayRemote.unencrypted(server), sayRemote.encryptInstead);
  }
  try {
    if (token !== undefined) return await keepToken(server, token, file);
    return await signIn(server, email, { file, before });
  } catch (error) {
    if (error instanceof OutOfReach) return error.failure;
    throw error;
  } finally {
    // A pipe that stays open must not keep the program.
    process.stdin.destroy();
  }
}

/** A token that was made elsewhere is tried before it is kept. */
async function keepToken(server: string, given: string, file: string): Promise<Failure | undefined> {
  const token = (given === STDIN ? await openAnswers().next('', true) : given)?.trim() ?? '';
  if (token === '') return wrongInput(sayRemote.noToken, say.seeHelp('login'));
  if (!/^plo_[\x21-\x7e]+$/.test(token)) return wrongInput(say.badValue('--token', sayRemote.wantedToken));
  const me = await reachOf(server).hold((signal) => clientOf(server, token).call(ROUTES.me, { signal }));
  if (!me.ok) {
    if (me.error.code !== 'signed-out') return wireFailure(me.error, server);
    return { exitCode: 1, message: sayRemote.notSignedInWith(server), hint: sayRemote.makeToken, place: null };
  }
  const failed = await writeCredentials(file, { server, token, tokenId: null });
  if (failed === null) tellSignedIn(me.value.email, server, file);
  return failed ?? undefined;
}

async function signIn(
  server: string,
  given: string | undefined,
  { file, before }: { readonly file: string; readonly before: Credentials | null },
): Promise<Failure | number | undefined> {
  const answers = openAnswers();
  if (given === undefined && !answers.isTerminal) return wrongInput(sayRemote.noEmail, sayRemote.giveEmail);
  const email = given ?? (await answers.next(sayRemote.askEmail, false));
  if (email === null) return STOPPED;
  const password = await answers.next(sayRemote.askPassword, true);
  if (password === null || password === '') {
    return answers.isTerminal && password === null
      ? STOPPED
      : wrongInput(sayRemote.noPassword, answers.isTerminal ? null : sayRemote.givePassword);
  }
  const access = await passwordAccess(server, { email, password }, answers);
  if (typeof access === 'number') return access;
  if (!access.ok) return wireFailure(access.error, server);

  const { accessToken, player } = access.value;
  const session = clientOf(server, accessToken);
  const reach = reachOf(server);
  try {
    const body = { name: sayRemote.tokenName(plainName(hostname())) };
    const call = { body, idempotencyKey: randomUUID() };
    const made = await reach.hold((signal) => session.call(ROUTES.makePersonalToken, { ...call, signal }));
    if (!made.ok) return wireFailure(made.error, server);
    const { id, token } = made.value;
    const remove = async (old: string): Promise<unknown> =>
      reach.hold((signal) => session.call(ROUTES.removePersonalToken, { params: { id: old }, signal }));
    const failed = await writeCredentials(file, { server, token, tokenId: id });
    if (failed !== null) {
      await remove(id);
      return failed;
    }
    // The one that was just replaced would be good for nobody.
    if (before?.server === server && before.tokenId !== null) await remove(before.tokenId);
    tellSignedIn(player.email, server, file);
    return undefined;
  } finally {
    await session.call(ROUTES.logout, {}).catch(() => undefined);
  }
}

/**
 * Asks for a code where the account has one; for another where it was wrong. A number is an exit code.
 * A code counts once, so it is not sent again where the answer was lost.
 */
async function passwordAccess(
  server: string,
  { email, password }: { readonly email: string; readonly password: string },
  answers: Answers,
): Promise<Called<Access> | number> {
  const nobody = clientOf(server, null);
  const reach = reachOf(server);
  let code: string | null = null;
  for (;;) {
    const body = { email, password, ...(code === null ? {} : { code }) };
    const access = await reach.holdOnce((signal) => nobody.call(ROUTES.login, { body, signal }));
    const wantsCode: boolean = !access.ok && access.error.code === 'second-factor';
    const isWrong: boolean = !access.ok && access.error.code === 'wrong-code';
    if (access.ok || !(wantsCode || (isWrong && answers.isTerminal))) return access;
    if (isWrong) tellNote(access.error.message);
    code = await answers.next(sayRemote.askCode, false);
    if (code === null && answers.isTerminal) return STOPPED;
    if (code === null) {
      const error = { ...access.error, message: sayRemote.noCode, hint: sayRemote.giveCode };
      return { ...access, error };
    }
  }
}

function reachOf(server: string) {
  return openReach({ server, signal: new AbortController().signal, tell: tellNote, giveUpMs: SHORT_MS });
}

function plainName(name: string): string {
  return name.replace(/\p{Cc}/gu, '').slice(0, 60) || 'localhost';
}

function tellSignedIn(email: string | null, server: string, file: string): void {
  process.stdout.write(`${sayRemote.signedIn(email ?? sayRemote.guest, server)}\n${sayRemote.keptIn(file)}\n`);
}
