/**
 * Bad input is a value. Every parser of this room answers with a `Result`, and what went wrong in a text is a
 * `TextError` that points at the characters it is about.
 */

export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export interface TextError {
  /** Stable name of the mistake, kebab-case, for programs. */
  readonly code: string;
  /** One sentence for the reader. */
  readonly message: string;
  /** 0-based span in the text given, in UTF-16 units; `end` is exclusive. A missing thing has `at === end`. */
  readonly at: number;
  readonly end: number;
  /** What would have been right, or null. */
  readonly hint: string | null;
}

/** What a sentence of `text/en.ts` says: the message and, where there is one, the advice. */
export interface Said {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

export const succeed = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const fail = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });

export const textError = (said: Said, at: number, end: number): TextError => ({
  code: said.code,
  message: said.message,
  at,
  end,
  hint: said.hint ?? null,
});
