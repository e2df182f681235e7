/**
 * States of solves in the database, in pieces of a megabyte, so that any worker can go on from them.
 *
 * A state counts once its row in `checkpoints` is there, which is written last and under the lease; then the pieces of
 * older ones are deleted. Pieces of an attempt that died in between stay until the job ends, or the next state is whole.
 */
import type { Database } from '../../platform/db/index.ts';
import type { Lease } from './job.ts';
import { held } from './leases.ts';

/** Bytes of one piece. */
const CHUNK_BYTES = 1024 * 1024;

/** A whole state: which, and how long it is. */
export interface StoredState {
  readonly number: number;
  readonly attempt: number;
  readonly bytes: number;
}

/** The newest whole state of a job; null where there is none. */
export async function newestState(db: Database, jobId: string): Promise<StoredState | null> {
  const row = await db
    .at('jobs')
    .selectFrom('jobs.checkpoints')
    .select(['number', 'attempt', 'bytes'])
    .where('job_id', '=', jobId)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

/** Part of a state; shorter where the state ends before. */
export async function readState(
  db: Database,
  jobId: string,
  { number, attempt, bytes }: StoredState,
  offset: number,
  length: number,
): Promise<Uint8Array> {
  const end = Math.min(offset + length, bytes);
  if (end <= offset) return new Uint8Array(0);
  const first = Math.floor(offset / CHUNK_BYTES);
  const last = Math.floor((end - 1) / CHUNK_BYTES);
  const whole = new Uint8Array(end - offset);
  for (let index = first; index <= last; index++) {
    const row = await db
      .at('jobs')
      .selectFrom('jobs.checkpoint_chunks')
      .select('bytes')
      .where('job_id', '=', jobId)
      .where('number', '=', number)
      .where('attempt', '=', attempt)
      .where('index', '=', index)
      .executeTakeFirst();
    if (row === undefined) throw new Error(`piece ${index} of state ${number} of job ${jobId} is missing`);
    const at = index * CHUNK_BYTES;
    const part = row.bytes.subarray(Math.max(0, offset - at), Math.min(row.bytes.length, end - at));
    whole.set(part, Math.max(at, offset) - offset);
  }
  return whole;
}

/** Writes a state front to back. */
export interface StateWriter {
  /** Any number of bytes. */
  write(bytes: Uint8Array): Promise<void>;
  /** Makes it the newest. False where the lease was lost. */
  commit(): Promise<boolean>;
}

export async function writeState(db: Database, lease: Lease): Promise<StateWriter> {
  const { jobId, attempt } = lease;
  const number = ((await newestState(db, jobId))?.number ?? 0) + 1;
  await db
    .at('jobs')
    .deleteFrom('jobs.checkpoint_chunks')
    .where('job_id', '=', jobId)
    .where('number', '=', number)
    .where('attempt', '=', attempt)
    .execute();
  const pieces = inPieces(async (index, bytes) => {
    await db
      .at('jobs')
      .insertInto('jobs.checkpoint_chunks')
      .values({ job_id: jobId, number, attempt, index, bytes: Buffer.from(bytes) })
      .execute();
  });
  return {
    write: pieces.write,
    async commit() {
      const bytes = await pieces.end();
      return db.as('jobs', async (trx) => {
        // Whoever saved a state has got somewhere, so it may be tried as often again.
        const row = await held(trx, lease).set({ tries: 1 }).returning('id').executeTakeFirst();
        if (row === undefined) return false;
        await trx.insertInto('jobs.checkpoints').values({ job_id: jobId, number, attempt, bytes }).execute();
        await trx.deleteFrom('jobs.checkpoints').where('job_id', '=', jobId).where('number', '<', number).execute();
        await trx
          .deleteFrom('jobs.checkpoint_chunks')
          .where('job_id', '=', jobId)
          .where((eb) => eb.or([eb('number', '<', number), eb('attempt', '<>', attempt)]))
          .execute();
        return true;
      });
    },
  };
}

/** Cuts what is written into pieces of one size. */
export function inPieces(store: (index: number, bytes: Uint8Array) => Promise<void>): {
  write(bytes: Uint8Array): Promise<void>;
  /** Stores the rest; the bytes of all. */
  end(): Promise<number>;
} {
  const piece = new Uint8Array(CHUNK_BYTES);
  let filled = 0;
  let index = 0;
  const flush = async (): Promise<void> => {
    await store(index, piece.slice(0, filled));
    index++;
    filled = 0;
  };
  return {
    async write(bytes) {
      for (let at = 0; at < bytes.length; ) {
        const part = bytes.subarray(at, at + CHUNK_BYTES - filled);
        piece.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled === CHUNK_BYTES) await flush();
      }
    },
    async end() {
      const total = index * CHUNK_BYTES + filled;
      if (filled > 0) await flush();
      return total;
    },
  };
}
