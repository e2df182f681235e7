/** The state of a solve on disk, so that one that was interrupted goes on where it was. */
import { readFile, unlink } from 'node:fs/promises';
import type { Solve } from '@ploscope/kernel/host/node';
import { type Failure, wrongInput } from '../failure.ts';
import { systemReason } from '../system-reason.ts';
import { saySolve } from '../text/en-solve.ts';
import { openNewFile, replaceFile } from './new-file.ts';

/** The state that is there, undefined when there is none. The folder must be writable, now that it costs nothing. */
export async function readCheckpoint(
  path: string,
): Promise<
  { readonly ok: true; readonly value: Uint8Array | undefined } | { readonly ok: false; readonly error: Failure }
> {
  try {
    await (await openNewFile(path)).discard();
  } catch (error) {
    return { ok: false, error: wrongInput(saySolve.unwritable(path, systemReason(error)), saySolve.otherFile) };
  }
  try {
    return { ok: true, value: await readFile(path) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { ok: true, value: undefined };
    return { ok: false, error: wrongInput(saySolve.unreadable(path, systemReason(error)), saySolve.checkPath) };
  }
}

/** Replaces the state that is there. */
export async function saveCheckpoint(path: string, solve: Pick<Solve, 'checkpoint'>): Promise<void> {
  await replaceFile(path, await solve.checkpoint());
}

/** Once the solve is finished nobody goes on from it. */
export async function removeCheckpoint(path: string): Promise<void> {
  await unlink(path).catch(() => undefined);
}
