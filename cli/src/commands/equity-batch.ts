/**
 * `ploscope equity --batch`: a spot of JSON to a line in, an answer of JSON to a line out, in the same order. An answer
 * is written as soon as it and those before it are known, so that a program can ask and be answered over a pipe. Lines
 * are read as they are needed and a few compute at once, so a batch of any length takes little memory. A bad line
 * gets an error in its place and the batch goes on.
 */
import { type FileHandle, open } from 'node:fs/promises';
import { MAX_REQUEST_BYTES } from '@ploscope/contracts';
import { openNodePool } from '@ploscope/kernel/host/node';
import type { Failure } from '../failure.ts';
import { readLines } from '../line-reader.ts';
import { isSystemError, systemReason } from '../system-reason.ts';
import { say } from '../text/en.ts';
import { answerLine } from './batch-line.ts';
import type { EquitySettings } from './equity-settings.ts';

/** Lines computed at once: one more than one, so that the next is being read and expanded while one computes. */
const AT_ONCE = 2;

/** Runs a batch. Options given on the command line hold for every line that does not say otherwise. */
export async function runBatch({ batch = '-', request, threads }: EquitySettings): Promise<Failure | undefined> {
  const unreadable = (error: unknown): Failure => {
    const message = say.unreadableFile(batch === '-' ? say.standardInput : batch, systemReason(error));
    return { exitCode: 1, message, hint: null, place: null };
  };
  let file: FileHandle | null = null;
  try {
    file = batch === '-' ? null : await open(batch);
  } catch (error) {
    return unreadable(error);
  }
  const pool = await openNodePool(threads === undefined ? {} : { threads });
  const written: Promise<void>[] = [];
  let last = Promise.resolve();
  let number = 0;
  try {
    for await (const line of readLines(file?.createReadStream() ?? process.stdin, MAX_REQUEST_BYTES)) {
      number += 1;
      if (line !== null && line.trim() === '') continue;
      if (written.length >= AT_ONCE) await written.shift();
      last = writeAfter(last, answerLine(line, number, { defaults: request, pool }));
      // Its turn to be awaited, and to fail the batch, comes later.
      last.catch(() => undefined);
      written.push(last);
    }
    await Promise.all(written);
    return undefined;
  } catch (error) {
    // What opens may still not be read: a folder, a device.
    if (isSystemError(error) && error.syscall === 'read') return unreadable(error);
    throw error;
  } finally {
    await pool.close();
  }
}

/** Writes the answer once it is known and everything before it is written. Resolves when it has left this process. */
async function writeAfter(before: Promise<void>, answer: Promise<string>): Promise<void> {
  const [text] = await Promise.all([answer, before]);
  return new Promise((resolve, reject) => {
    process.stdout.write(`${text}\n`, (error) => (error ? reject(error) : resolve()));
  });
}
