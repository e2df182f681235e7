/**
 * A file that appears whole or not at all: written under another name in its folder and renamed when it is done.
 *
 * Opening it at the beginning shows early that a folder cannot be written to.
 */
import { unlinkSync } from 'node:fs';
import { type FileHandle, open, rename, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { saySolve } from '../text/en-solve.ts';

const AT_ONCE = 64 * 1024 ** 2;

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
  const partial = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  const handle = await open(partial, 'w');
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

/** Writes a file, front to back. */
export async function replaceFile(path: string, parts: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await openNewFile(path);
  try {
    for await (const part of parts) await file.write(part);
    await file.commit();
  } catch (error) {
    await file.discard();
    throw error;
  }
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
