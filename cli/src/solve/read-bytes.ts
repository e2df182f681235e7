/** Parts of an open file, of any length: the system gives less than 2 GB at a time. */
import type { FileHandle } from 'node:fs/promises';

const AT_ONCE = 64 * 1024 ** 2;

/** Fewer bytes than asked for where the file ends before. */
export async function readBytes(handle: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(bytes, done, Math.min(AT_ONCE, length - done), offset + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}
