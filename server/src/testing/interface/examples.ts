/**
 * A valid request for each route that needs more than its address, and what a valid request may still be told. A new
 * route with a body, with rows of players, or with an answer of its own finds its line missing here by a failing test.
 */
import { readFileSync } from 'node:fs';
import type { ErrorCode, Route } from '@ploscope/contracts';
import { type Account, makeToken, PASSWORD, signIn } from './accounts.ts';
import { send } from './actor.ts';

export interface Example {
  /** What is sent; null stands for nobody. */
  readonly body?: (as: Account | null) => unknown;
  /** Errors that are right here: what the request needs lies outside it, such as a mail or a cookie. */
  readonly codes?: readonly ErrorCode[];
}

const TURN: unknown = JSON.parse(readFileSync(new URL('../../../../docs/examples/turn.json', import.meta.url), 'utf8'));
/** A hand of a site’s, with another number. */
const handText = (number: number): string => HAND.replace(/Hand #\d+/, `Hand #${number}`);
const HAND = readFileSync(
  new URL('../../../../poker/golden/hands/pokerstars/plo4-run-twice-on-the-turn.txt', import.meta.url),
  'utf8',
);
const EQUITY = { hands: ['AsAhKsKh', '9d8d7c6c'], board: 'Qs5h4c2h' };
const NO_SUCH_TOKEN = 'a'.repeat(43);

let made = 0;
let hands = 1_000_000;
/** An address nobody has yet. */
export const newEmail = (): string => `player-${++made}@example.org`;

const emailOf = (as: Account | null): string => as?.email ?? 'nobody@example.org';
const login: Example = { body: (as) => ({ email: emailOf(as), password: PASSWORD }), codes: ['wrong-login'] };

export const EXAMPLES: Readonly<Record<string, Example>> = {
  equity: { body: () => EQUITY },
  register: { body: () => ({ email: newEmail(), password: PASSWORD }) },
  login,
  authLogin: login,
  refresh: { codes: ['signed-out'] },
  verifyEmail: { body: () => ({ token: NO_SUCH_TOKEN }), codes: ['mail-token'] },
  forgotPassword: { body: (as) => ({ email: emailOf(as) }) },
  resetPassword: { body: () => ({ token: NO_SUCH_TOKEN, password: PASSWORD }), codes: ['mail-token'] },
  changePassword: { body: () => ({ password: PASSWORD, newPassword: PASSWORD }), codes: ['wrong-password'] },
  changeEmail: { body: () => ({ password: PASSWORD, email: newEmail() }), codes: ['wrong-password'] },
  makePersonalToken: { body: () => ({ name: 'laptop' }) },
  beginTwoFactor: { body: () => ({ password: PASSWORD }), codes: ['wrong-password', 'unproved-email'] },
  confirmTwoFactor: { body: () => ({ code: '123456' }), codes: ['wrong-code'] },
  endTwoFactor: { body: () => ({ password: PASSWORD, code: '123456' }), codes: ['wrong-password', 'wrong-code'] },
  beginGoogle: { codes: ['no-google'] },
  deleteAccount: { body: () => ({ password: PASSWORD }), codes: ['wrong-password'] },
  submitEquity: { body: () => EQUITY },
  submitSolve: { body: () => TURN },
  // A job may be over before somebody asks to end it.
  cancelEquity: { codes: ['job-over'] },
  cancelSolve: { codes: ['job-over'] },
  solveFile: { codes: ['no-result'] },
  importHands: { body: () => ({ file: 'hands.txt', text: handText(++hands) }) },
  retryDeadJob: { codes: ['not-found'] },
  reviewHands: { body: () => ({ filter: '' }) },
  setRangeProfile: { body: () => ({ name: 'mine', ranges: { any: '*' } }) },
};

/** Makes a row of a player and tells its id. */
type MakeRow = (url: string, of: Account) => Promise<string>;

const submitted =
  (path: string, body: unknown): MakeRow =>
  async (url, { bearer }) => {
    const { status, text, json } = await send(url, bearer, { method: 'POST', path, body });
    if (status !== 202) throw new Error(`${path} answered ${status} ${text}`);
    return (json as { id: string }).id;
  };
const equityRow = submitted('/api/study/equities', EQUITY);
/** Ended before it was begun. */
const endedRow: MakeRow = async (url, of) => {
  const id = await equityRow(url, of);
  await send(url, of.bearer, { method: 'POST', path: `/api/study/equities/${id}/cancel` });
  return id;
};
const solveRow = submitted('/api/study/solves', TURN);

const handRow: MakeRow = async (url, { bearer }) => {
  const body = { file: '', text: handText(++hands) };
  await send(url, bearer, { method: 'POST', path: '/api/hands/import', body });
  const { json, text } = await send(url, bearer, { method: 'GET', path: '/api/hands?limit=1' });
  const id = (json as { rows: { id: string }[] }).rows[0]?.id;
  if (id === undefined) throw new Error(`no hand was imported: ${text}`);
  return id;
};

const reviewRow: MakeRow = async (url, of) => {
  const body = { hands: [await handRow(url, of)] };
  await send(url, of.bearer, { method: 'POST', path: '/api/hands/reviews', body });
  const { json, text } = await send(url, of.bearer, { method: 'GET', path: '/api/hands/reviews?sort=newest&limit=1' });
  const id = (json as { rows: { review: { id: string } }[] }).rows[0]?.review.id;
  if (id === undefined) throw new Error(`nothing was reviewed: ${text}`);
  return id;
};

const ROWS: Readonly<Record<string, MakeRow>> = {
  revokeSession: async (url, { email }) => (await signIn(url, email ?? '')).sessionId,
  removePersonalToken: async (url, of) => (await makeToken(url, of)).id,
  equityJob: equityRow,
  cancelEquity: equityRow,
  solveJob: solveRow,
  cancelSolve: solveRow,
  solveFile: solveRow,
  deleteJob: endedRow,
  hand: handRow,
  handSource: handRow,
  deleteHand: handRow,
  deleteReview: reviewRow,
};

export function exampleOf(name: string, route: Route): Example {
  const example = EXAMPLES[name] ?? {};
  if (route.body !== null && example.body === undefined) {
    throw new Error(
      `The route ${name} takes a body: give an example of one in server/src/testing/interface/examples.ts`,
    );
  }
  return example;
}

export function rowMakerOf(name: string): MakeRow {
  const make = ROWS[name];
  if (make !== undefined) return make;
  throw new Error(
    `The route ${name} is of one player's row: say how to make one in ROWS of server/src/testing/interface/examples.ts`,
  );
}
