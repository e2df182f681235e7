/** Writes a stream of bytes to a new file, packed, for this user alone; on the disk, or not there at all. */
import { open, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/** Resolves with its size. Rejects with the error of the source or of the disk; then there is no file. */
export async function writePacked(path: string, source: AsyncIterable<Buffer>, signal?: AbortSignal): Promise<number> {
  const handle = await open(path, 'wx', 0o600);
  try {
    const write = async (packed: AsyncIterable<Buffer>): Promise<void> => {
      for await (const chunk of packed) await handle.writeFile(chunk);
    };
    // Bytes in, bytes out: a buffer of each stage is all that is in memory.
    const input = Readable.from(source, { objectMode: false });
    await pipeline(input, createGzip(), write, signal === undefined ? {} : { signal });
    await handle.sync();
    const { size } = await handle.stat();
    await handle.close();
    return size;
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(path, { force: true });
    throw error;
  }
}
