/** The state of a solve on disk, so that one that was interrupted goes on where it was. */
import { type FileHandle, open, unlink } from 'node:fs/promises';
import type { ByteSource } from '@ploscope/kernel';
import type { Solve } from '@ploscope/kernel/host/node';
import { type Failure, wrongInput } from '../failure.ts';
import { systemReason } from '../system-reason.ts';
import { saySolve } from '../text/en-solve.ts';
import { BrokenFile, sourceOfFile } from './file-source.ts';
import { openNewFile, replaceFile } from './new-file.ts';

/** A state on disk, read in pieces. */
export interface KeptState {
  /** Rejects with an `BrokenFile`. */
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
  const unreadable = (error: unknown): Failure =>
    wrongInput(saySolve.unreadable(path, systemReason(error)), saySolve.checkPath);
  let handle: FileHandle | null = null;
  try {
    handle = await open(path);
    return { ok: true, value: keptState(handle, await sourceOfFile(handle), unreadable) };
  } catch (error) {
    await handle?.close();
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { ok: true, value: undefined };
    return { ok: false, error: unreadable(error) };
  }
}

function keptState(handle: FileHandle, { size, read }: ByteSource, unreadable: (error: unknown) => Failure): KeptState {
  return {
    source: {
      size,
      read: (offset, length) =>
        read(offset, length).catch((error: unknown) => {
          throw new BrokenFile(unreadable(error));
        }),
    },
    close: () => handle.close(),
  };
}

/** Saves states in a file, the last one in place of those before. */
export interface Keeper {
  /** A disk that is full does not end the solve: it is told, and the state before stays. */
  save(): Promise<void>;
  /** Whether there is a state to go on from. */
  isSaved(): boolean;
  /** Once the solve is finished nobody goes on from it. */
  remove(): Promise<void>;
}

/**
 * `state`: what the solve goes on from, if anything; its space on the disk is given back once there is a newer one.
 * `tell`: says that a state could not be written.
 */
export function openKeeper(
  path: string,
  solve: Pick<Solve, 'checkpoint'>,
  state: KeptState | undefined,
  tell: (note: string) => void,
): Keeper {
  let saved = state !== undefined;
  return {
    async save() {
      const reason = await replaceFile(path, solve.checkpoint());
      if (reason === null) {
        saved = true;
        await state?.close();
      } else {
        tell(saySolve.notSaved(saySolve.unwritable(path, reason), saved));
      }
    },
    isSaved: () => saved,
    remove: () => unlink(path).catch(() => undefined),
  };
}
