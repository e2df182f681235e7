/** What passes between the server's thread and a thread that reads and writes hands. Plain data; rows already as JSON. */
import type { ImportError, ImportRequest } from '@ploscope/contracts';
import type { ExportForm } from '@ploscope/poker';

/** A hand as it is stored; see `packing.ts`. */
export interface PackedDocument {
  readonly packing: number;
  readonly document: Uint8Array;
}

export type Task =
  /** A piece of text into rows. */
  | { readonly kind: 'read'; readonly piece: ImportRequest }
  /** Stored hands into a part of a file, `first` of which is the place of the first in it, from 0. */
  | {
      readonly kind: 'write';
      readonly format: ExportForm;
      readonly first: number;
      readonly hands: readonly PackedDocument[];
    };

export type ToHandThread = Task & { readonly id: number };

/** A piece that was read. The rows are JSON for `json_populate_recordset`, as many in the one as in the other. */
export interface Read {
  readonly kind: 'read';
  readonly count: number;
  readonly hands: string;
  readonly contents: string;
  readonly errors: readonly ImportError[];
  /** What went wrong on our side, for the log. */
  readonly faults: readonly string[];
}

export interface Written {
  readonly kind: 'written';
  readonly text: string;
}

export type FromHandThread = (Read | Written) & { readonly id: number };

/** What a task comes to. */
export type DoneOf<T extends Task> = T extends { readonly kind: 'read' } ? Read : Written;
