/** What the page and the Worker that reads files say to each other. */
import type { ImportError, WireError } from '@ploscope/contracts';

/** A file with the path by which its errors name it; a pasted text is one too. */
export interface NamedFile {
  readonly name: string;
  readonly file: Blob;
}

/** How far it is. Sums of everything so far; `rows` are only those that are new. */
export interface ImportProgress {
  readonly filesDone: number;
  readonly bytesRead: number;
  /** New hands. */
  readonly hands: number;
  readonly duplicates: number;
  readonly errors: number;
  /** Errors by their code. */
  readonly codes: Readonly<Record<string, number>>;
  /** Games that are not played here, by what the reader is told of them. */
  readonly unsupported: Readonly<Record<string, number>>;
  readonly rows: readonly ImportError[];
  /** The server has asked for a moment. */
  readonly waiting: boolean;
}

export type ImportNews =
  | { readonly kind: 'progress'; readonly progress: ImportProgress }
  /** A token is needed: answered by the method `token`. */
  | { readonly kind: 'token' };

export type ImportEnd =
  | { readonly reason: 'done' | 'cancelled'; readonly error: null }
  | { readonly reason: 'failed'; readonly error: WireError };

export interface ImportMethods {
  import: { input: readonly NamedFile[]; value: ImportEnd; news: ImportNews };
  token: { input: string | null; value: null; news: never };
  pause: { input: boolean; value: null; news: never };
}
