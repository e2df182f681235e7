/**
 * One route of the HTTP interface as data: from it come the server's registration and validation, OpenAPI, the typed
 * client, and the tests that try every route as everybody.
 */
import type { z } from 'zod';
import type { ErrorCode } from '../error-codes.ts';

/** Who may ask: `anyone` (who is signed in is known, if anybody), a `player` who is signed in, an `admin`. */
export type Access = 'anyone' | 'player' | 'admin';

/**
 * How often one may ask. `compute`: what costs the server seconds; `sign-in`: guessing of secrets; `mail`: what sends a
 * mail; `submit`: new jobs; `create`: other new rows; `import`: pieces of text with hands; `read`: everything else.
 */
export type LimitName = 'compute' | 'sign-in' | 'mail' | 'submit' | 'create' | 'import' | 'read';

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** With `:name` for each of `params`. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly access: Access;
  /** For players with an account: a guest, who could come back as ever so many others, is refused. */
  readonly account?: true;
  /** The path names a row of one player: for every other it answers 404, as if there were none. */
  readonly owned?: true;
  readonly limit: LimitName | null;
  /** Takes the header `Idempotency-Key`: the same key again gets the first answer, and nothing is made twice. */
  readonly idempotent?: true;
  /** Reads or sets a cookie, so the request must come from our own pages. */
  readonly cookie?: true;
  /** Manages the account itself: asked from a session, never with a personal access token. */
  readonly session?: true;
  /** An access token that has ended is taken for none: the request is how one gets another, or needs none. */
  readonly endedToken?: true;
  readonly params: z.ZodType | null;
  readonly query: z.ZodType | null;
  /** Body of the request; null for none. */
  readonly body: z.ZodType | null;
  /** Answers that are not errors, by status. */
  readonly answers: Readonly<Record<number, z.ZodType>>;
  /** A file is answered with 200, of this media type, in place of JSON. */
  readonly file?: string;
  /** Error codes it answers besides those of a wrong spot and those any route can answer. */
  readonly errors: readonly ErrorCode[];
}

/** Everything JSON bodies can have wrong. */
export const BODY_ERRORS = ['malformed-json', 'request', 'media-type', 'compressed-body', 'body-too-large'] as const;
