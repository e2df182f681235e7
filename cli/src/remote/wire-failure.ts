/** An error of the server, told as the command line tells its own: the field, the character, and what to do. */
import { statusOfError, type WireError } from '@ploscope/contracts';
import type { Failure } from '../failure.ts';
import { documentFailure } from '../solve/spot-document.ts';
import { sayRemote } from '../text/en-remote.ts';

/** Options of a solve on the wire, by their names on the command line. */
const OPTION_NAMES: Readonly<Record<string, string>> = {
  'options.target': 'target',
  'options.iterations': 'iterations',
  'options.seconds': 'time',
  'options.method': 'method',
  'options.buckets': 'buckets',
  'options.storage': 'storage',
};

/** `written` is the document the error may be about. */
export function wireFailure(error: WireError, server: string, written: unknown = null): Failure {
  const { code, field, at, end } = error;
  if (code === 'signed-out') {
    return { exitCode: 1, message: sayRemote.tokenEnded(server), hint: sayRemote.signInAgain(server), place: null };
  }
  const exitCode = exitCodeOf(code);
  const option = OPTION_NAMES[field ?? ''];
  if (option !== undefined) {
    return { exitCode, message: `${sayRemote.option(option)}${error.message}`, hint: error.hint, place: null };
  }
  return { ...documentFailure({ ...error, field: field ?? '', at: at ?? 0, end: end ?? 0 }, written), exitCode };
}

/** The input was wrong, or anything else was. */
function exitCodeOf(code: string): 1 | 2 {
  const status = statusOfError(code);
  return status === 400 || status === 404 || status === 413 || status === 422 ? 2 : 1;
}
