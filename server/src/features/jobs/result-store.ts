/** Files that jobs leave, in pieces. Those of an attempt count once the job's row names it as the one that ended it. */
import type { Database } from '../../platform/db/index.ts';
import { inPieces } from './checkpoint-store.ts';
import type { Lease } from './job.ts';

export interface ResultWriter {
  write(bytes: Uint8Array): Promise<void>;
  /** The size of all; it counts once the lease is settled as completed. */
  end(): Promise<number>;
}

export async function writeResult(db: Database, { jobId, attempt }: Lease): Promise<ResultWriter> {
  await db
    .at('jobs')
    .deleteFrom('jobs.result_chunks')
    .where('job_id', '=', jobId)
    .where('attempt', '=', attempt)
    .execute();
  return inPieces(async (index, bytes) => {
    await db
      .at('jobs')
      .insertInto('jobs.result_chunks')
      .values({ job_id: jobId, attempt, index, bytes: Buffer.from(bytes) })
      .execute();
  });
}

/** The file of a completed job, front to back, a piece at a time. */
export async function* readResult(
  db: Database,
  jobId: string,
  attempt: number,
  size: number,
): AsyncGenerator<Uint8Array> {
  let sent = 0;
  for (let index = 0; sent < size; index++) {
    const row = await db
      .at('jobs')
      .selectFrom('jobs.result_chunks')
      .select('bytes')
      .where('job_id', '=', jobId)
      .where('attempt', '=', attempt)
      .where('index', '=', index)
      .executeTakeFirst();
    if (row === undefined) throw new Error(`piece ${index} of the result of job ${jobId} is missing`);
    sent += row.bytes.length;
    yield row.bytes;
  }
}
