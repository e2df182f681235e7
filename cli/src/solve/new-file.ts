/**
 * A file that appears whole or not at all: written under another name in its folder and renamed when it is done.
 *
 * Opening it at the beginning shows early that a folder cannot be written to.
 */
import { unlinkSync } from 'node:fs';
import { type FileHandle, open, rename, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { systemReason } from '../system-reason.ts';
import { saySolve } from '../text/en-solve.ts';

const AT_ONCE = 64 * 1024 ** 2;

/** Files opened so far: no two have the same name while they are written. */
let opened = 0;

export interface NewFile {
  write(bytes: Uint8Array): Promise<void>;
  /** Puts the file in its place, over one that is there. */
  commit(): Promise<void>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

/** Rejects with the system's reason where nothing can be written. */
export async function openNewFile(path: string): Promise<NewFile> {
  await checkTarget(path);
  opened++;
  const partial = join(dirname(path), `.${basename(path)}.${process.pid}-${opened}.part`);
  const handle = await open(partial, 'wx');
  let isOpen = true;
  const end = (): void => removeNow(partial);
  process.once('exit', end);
  const close = async (): Promise<void> => {
    if (isOpen) await handle.close();
    isOpen = false;
  };
  return {
    write: (bytes) => writeAll(handle, bytes),
    async commit() {
      await handle.sync();
      await close();
      await rename(partial, path);
      process.off('exit', end);
    },
    async discard() {
      await close();
      removeNow(partial);
      process.off('exit', end);
    },
  };
}

/** Writes a file, front to back. Gives the reason where that cannot be; rejects only where the parts do. */
export async function replaceFile(path: string, parts: AsyncIterable<Uint8Array>): Promise<string | null> {
  let file: NewFile;
  try {
    file = await openNewFile(path);
  } catch (error) {
    return systemReason(error);
  }
  try {
    for await (const part of parts) {
      const reason = await reasonAgainst(file.write(part));
      if (reason !== null) return reason;
    }
    return await reasonAgainst(file.commit());
  } finally {
    // After it was put in its place there is nothing to discard.
    await file.discard();
  }
}

function reasonAgainst(writing: Promise<void>): Promise<string | null> {
  return writing.then(() => null, systemReason);
}

/** A device or a folder must not be replaced. */
async function checkTarget(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found !== null && !found.isFile()) throw new Error(saySolve.notAFile);
}

/** The system takes less than 2 GB at a time. */
async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    at += (await handle.write(bytes, at, Math.min(AT_ONCE, bytes.length - at))).bytesWritten;
  }
}

function removeNow(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It is gone already, or was never made.
  }
}
