/** What can be wrong with a hand that is read: a code, the line it was seen on, and sentences for the reader. */

/** Codes that programs may rely on. */
export const HAND_ERROR_CODES = [
  /** No site's form was recognised. */
  'unknown-format',
  /** A game we do not play, or a betting limit; `message` names it. */
  'unsupported-variant',
  /** A line, a card or an amount that cannot be read. */
  'unreadable',
  /** The text ends before the hand does. */
  'incomplete',
  /** The hand was cancelled by the site. */
  'cancelled',
  /** An operation that the rules do not allow. */
  'against-rules',
  /** The rules come to another result than the source; `message` has both figures. */
  'mismatch',
  /** Longer than any hand can be. */
  'too-long',
] as const;
export type HandErrorCode = (typeof HAND_ERROR_CODES)[number];

export interface HandError {
  readonly code: HandErrorCode;
  /** One sentence, with both figures where two differ. */
  readonly message: string;
  /** 0-based within the text of the hand; 0 where it is about the hand as a whole. */
  readonly line: number;
}

/** About the hand as a whole unless a line is given. */
export const handError = (code: HandErrorCode, message: string, line = 0): HandError => ({ code, message, line });
