/** An open file as a source of bytes: any part, of any length. */
import type { FileHandle } from 'node:fs/promises';
import type { ByteSource } from '@ploscope/kernel';
import type { Failure } from '../failure.ts';

/** The system gives less than 2 GB at a time. */
const AT_ONCE = 64 * 1024 ** 2;

export async function sourceOfFile(handle: FileHandle): Promise<ByteSource> {
  const { size } = await handle.stat();
  return {
    size,
    read: (offset, length) => readBytes(handle, offset, Math.max(0, Math.min(length, size - offset))),
  };
}

async function readBytes(handle: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(bytes, done, Math.min(AT_ONCE, length - done), offset + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}

/** A file that was opened turned out, while it was read, to be damaged or out of the system's reach. */
export class BrokenFile extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}
