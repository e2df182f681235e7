/**
 * Every error that can cross the wire: its code, its HTTP status, the message anyone may read, and what to do about
 * it. `docs/errors.md` is written from here and a test keeps the two equal.
 *
 * The codes of a wrong spot come from poker and the kernel, whose messages name the player, the character and a way
 * out; the message here is only what is said when there is nothing more exact.
 */

export interface CatalogueEntry {
  /** HTTP status. In a batch the same error stands in its line. */
  readonly status: number;
  /** Said when the place of the error has no better sentence. Never holds anything internal. */
  readonly message: string;
  /** For the reader of `docs/errors.md`: when it happens and what helps. */
  readonly remedy: string;
}

const entry = (status: number, message: string, remedy: string): CatalogueEntry => ({ status, message, remedy });

/** Errors of the wire itself. */
export const WIRE_ERRORS = {
  'malformed-json': entry(400, 'The body is not JSON.', 'Send one JSON document; in a batch, one to a line.'),
  request: entry(
    400,
    'The document does not have the right form.',
    '`field` names the part that is missing, unknown, or of the wrong type or size.',
  ),
  'media-type': entry(415, 'The body must be application/json.', 'Send `content-type: application/json`.'),
  'compressed-body': entry(
    415,
    'The body is compressed.',
    'Send it plain, without `content-encoding`; it is short enough.',
  ),
  'body-too-large': entry(
    413,
    'The document is too long.',
    'A request holds at most 64 KiB; a range at most 4,000 characters.',
  ),
  'not-found': entry(404, 'There is nothing at this address.', 'The routes are listed at /api/docs.'),
  'bad-address': entry(
    400,
    'The address cannot be read.',
    'It has a broken percent sign, two slashes in a row, dots that lead nowhere, or a character no address has.',
  ),
  method: entry(405, 'This address takes another method.', 'The header `Allow` names those it takes.'),
  'rate-limit': entry(429, 'Too many requests from this address.', 'Wait for as long as `Retry-After` says.'),
  'client-busy': entry(
    429,
    'You already have as many calculations under way as one may have.',
    'Wait for one of them to end, then ask again.',
  ),
  busy: entry(503, 'All calculators are busy.', 'Ask again after the seconds in `Retry-After`.'),
  'time-budget': entry(
    422,
    'The calculation does not fit the time this server gives one request.',
    'Leave `method` at auto, or ask for `sampled`; the command line has no such limit. A piece of hands: send a smaller one.',
  ),
  'signed-out': entry(401, 'You are not signed in.', 'Sign in; programs send `Authorization: Bearer …`.'),
  'wrong-login': entry(
    401,
    'The e-mail address or the password is wrong.',
    'Check both, or set a new password by mail.',
  ),
  'second-factor': entry(
    401,
    'This account asks for a code as well.',
    'Send `code`: six digits of the authenticator, or a recovery code.',
  ),
  'wrong-code': entry(
    401,
    'The code is wrong, or was used already.',
    'Wait for the next one; check the clock of the phone.',
  ),
  'wrong-password': entry(403, 'The password is wrong.', 'Give the password of the account.'),
  'foreign-origin': entry(403, 'The request comes from another site.', 'It is taken from our own pages only.'),
  forbidden: entry(
    403,
    'You may not do this.',
    'Some of it is for administrators; and a personal access token cannot manage the account it belongs to: sign in.',
  ),
  'no-account': entry(403, 'This is for players with an account.', 'Register; what you have is kept.'),
  'email-taken': entry(409, 'There is an account with this e-mail address.', 'Sign in, or set a new password by mail.'),
  'known-password': entry(422, 'This password is known from leaks, so it is tried first by others.', 'Choose another.'),
  'mail-token': entry(
    410,
    'The link has ended, or was used already.',
    'Ask for a new mail; only the last one sent counts.',
  ),
  'no-google': entry(
    404,
    'This server does not offer to sign in with Google.',
    'Sign in by e-mail address and password.',
  ),
  'unproved-email': entry(
    403,
    'Your e-mail address is not proved yet.',
    'Open the link in the mail that was sent to it, or have the mail sent again; then try this again.',
  ),
  'two-factor-on': entry(409, 'The second factor is on already.', 'Turn it off first.'),
  'too-many': entry(409, 'There are as many of these as one may have.', 'Remove one first.'),
  'idempotency-key': entry(
    422,
    'This Idempotency-Key was used for another request.',
    'A key stands for one request: make a new one for each.',
  ),
  'too-many-jobs': entry(429, 'You have as many jobs waiting as one may have.', 'Wait for one to end, or cancel one.'),
  'storage-full': entry(
    409,
    'Your jobs hold as much as this server keeps for one player.',
    'Delete jobs that are no longer needed, on the page Jobs or with `ploscope jobs delete`; `GET /api/jobs/storage` says how much is held.',
  ),
  'hands-full': entry(
    409,
    'You have as many hands as this server keeps for one player.',
    'Delete hands that are no longer needed; a guest may keep fewer than a player with an account.',
  ),
  'hand-filter': entry(
    400,
    'The filter of hands cannot be read.',
    'The message names the word that is wrong and what would have been right; docs/hands.md has all of them.',
  ),
  'hand-profile': entry(
    400,
    'A range of the profile cannot be read.',
    '`field` names the situation, and the message what is wrong with its range.',
  ),
  'job-open': entry(409, 'The job has not ended yet.', 'Cancel it first; then it can be deleted.'),
  'job-over': entry(409, 'The job has ended already.', 'Submit it again.'),
  'no-result': entry(409, 'The job has no result yet.', 'Ask for its status; it is there once that is COMPLETED.'),
  'attempts-used': entry(
    500,
    'A job was begun as often as it may be, and never came to its end.',
    'The machine may lack the memory; an administrator sees the job, and can let it be tried again.',
  ),
  unavailable: entry(503, 'The server cannot do this right now.', 'Nothing was changed. Ask again in some seconds.'),
  internal: entry(
    500,
    'Something went wrong on our side.',
    'Nothing is known to be wrong with the request. The server has logged it.',
  ),
} as const satisfies Record<string, CatalogueEntry>;

export type WireErrorCode = keyof typeof WIRE_ERRORS;
