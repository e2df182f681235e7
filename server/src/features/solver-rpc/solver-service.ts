/**
 * The SolverService: requests read, the jobs asked, answers and streams written as fast as the caller reads.
 */
import { create } from '@bufbuild/protobuf';
import type { ServerWritableStream } from '@grpc/grpc-js';
import {
  CancelResponseSchema,
  FetchResultResponseSchema,
  type Job,
  JobSchema,
  JobStatus,
  SolverService,
  SubmitResponseSchema,
  WatchResponseSchema,
} from '@ploscope/contracts/proto';
import { type GrpcService, grpcService } from '../../platform/grpc/index.ts';
import { INTERNAL, rpcError } from './rpc-error.ts';
import { readFetch, readNamed, readSubmit } from './rpc-request.ts';
import type { Answered, JobState, SolverJobs } from './solver-jobs.ts';

const CHUNK_BYTES = 1024 * 1024;

/** `report` hears what failed inside; the caller only hears that something did. */
export function solverService(jobs: SolverJobs, report: (error: unknown) => void): GrpcService {
  /** An answer, whatever the jobs throw. */
  async function safely<T>(work: () => Promise<Answered<T>>): Promise<Answered<T>> {
    try {
      return await work();
    } catch (error) {
      report(error);
      return { ok: false, error: INTERNAL };
    }
  }

  /** Writes what `open` gives until it ends or the caller is gone. */
  async function stream<Request, Response, T>(
    call: ServerWritableStream<Request, Response>,
    open: (signal: AbortSignal) => Promise<Answered<T>>,
    responses: (value: T) => AsyncIterable<Response>,
  ): Promise<void> {
    const gone = new AbortController();
    call.on('cancelled', () => gone.abort());
    call.on('error', () => gone.abort());
    const answer = await safely(async () => {
      const opened = await open(gone.signal);
      if (!opened.ok) return opened;
      for await (const response of responses(opened.value)) {
        if (gone.signal.aborted) break;
        if (!call.write(response)) await drained(call, gone.signal);
      }
      return opened;
    });
    if (gone.signal.aborted) return;
    if (answer.ok) call.end();
    else call.emit('error', rpcError(answer.error));
  }

  return grpcService(SolverService, {
    async submit({ request }, callback) {
      const answer = await safely(async () => {
        const read = readSubmit(request);
        return read.ok ? jobs.submit(read.value.ownerId, read.value.key, read.value.document) : read;
      });
      if (answer.ok) callback(null, create(SubmitResponseSchema, { job: jobOf(answer.value) }));
      else callback(rpcError(answer.error));
    },
    async cancel({ request }, callback) {
      const answer = await safely(async () => {
        const read = readNamed(request);
        return read.ok ? jobs.cancel(read.value.ownerId, read.value.jobId) : read;
      });
      if (answer.ok) callback(null, create(CancelResponseSchema, { job: jobOf(answer.value) }));
      else callback(rpcError(answer.error));
    },
    watch(call) {
      const open = async (signal: AbortSignal) => {
        const read = readNamed(call.request);
        return read.ok ? jobs.watch(read.value.ownerId, read.value.jobId, signal) : read;
      };
      void stream(call, open, async function* (states) {
        for await (const state of states) yield create(WatchResponseSchema, { job: jobOf(state) });
      });
    },
    fetchResult(call) {
      let offset = 0;
      const open = async (signal: AbortSignal) => {
        const read = readFetch(call.request);
        if (!read.ok) return read;
        ({ offset } = read.value);
        return jobs.fetch(read.value.ownerId, read.value.jobId, offset, signal);
      };
      void stream(call, open, async function* ({ size, parts }) {
        for await (const data of chunked(parts)) {
          yield create(FetchResultResponseSchema, { offset: BigInt(offset), size: BigInt(size), data });
          offset += data.length;
        }
      });
    },
  });
}

function jobOf({ id, status, progress, error }: JobState): Job {
  return create(JobSchema, {
    id,
    status: JobStatus[status],
    ...(progress && { progress: known(progress) }),
    ...(error && { error: { code: error.code, message: error.message } }),
  });
}

/** Null is what is not set. */
function known<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], null> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== null);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], null> };
}

async function* chunked(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  for await (const part of parts) {
    for (let at = 0; at < part.length; at += CHUNK_BYTES) yield part.subarray(at, at + CHUNK_BYTES);
  }
}

/** When the stream takes more, or nobody is there any more. */
function drained(call: NodeJS.EventEmitter, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      call.off('drain', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    call.on('drain', done);
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}
