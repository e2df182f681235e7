/** The state of a solve on disk, so that one that was interrupted goes on where it was. */
import { open, unlink } from 'node:fs/promises';
import type { ByteSource } from '@ploscope/kernel';
import type { Solve } from '@ploscope/kernel/host/node';
import { type Failure, wrongInput } from '../failure.ts';
import { systemReason } from '../system-reason.ts';
import { say } from '../text/en.ts';
import { saySolve } from '../text/en-solve.ts';
import { sourceOfFile } from './file-source.ts';
import { openNewFile, replaceFile } from './new-file.ts';

/** A state on disk, read in pieces. */
export interface KeptState {
  readonly source: ByteSource;
  close(): Promise<void>;
}

/** The state that is there, undefined when there is none. The folder must be writable, now that it costs nothing. */
export async function openState(
  path: string,
): Promise<
  { readonly ok: true; readonly value: KeptState | undefined } | { readonly ok: false; readonly error: Failure }
> {
  try {
    await (await openNewFile(path)).discard();
  } catch (error) {
    return { ok: false, error: wrongInput(saySolve.unwritable(path, systemReason(error)), saySolve.otherFile) };
  }
  try {
    const handle = await open(path);
    return { ok: true, value: { source: await sourceOfFile(handle), close: () => handle.close() } };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { ok: true, value: undefined };
    return { ok: false, error: wrongInput(saySolve.unreadable(path, systemReason(error)), saySolve.checkPath) };
  }
}

/** Saves states in a file, the last one in place of those before. */
export interface Keeper {
  /** A disk that is full does not end the solve: it is told, and the state before stays. */
  save(): Promise<void>;
  /** Whether the last state was written. */
  isSaved(): boolean;
  /** Once the solve is finished nobody goes on from it. */
  remove(): Promise<void>;
}

export function openKeeper(path: string, solve: Pick<Solve, 'checkpoint'>): Keeper {
  let saved = false;
  return {
    async save() {
      try {
        await replaceFile(path, solve.checkpoint());
        saved = true;
      } catch (error) {
        saved = false;
        const reason = saySolve.unwritable(path, systemReason(error));
        process.stderr.write(`${say.note}${saySolve.notSaved(reason)}\n`);
      }
    },
    isSaved: () => saved,
    remove: () => unlink(path).catch(() => undefined),
  };
}
