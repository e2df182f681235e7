// The SolverService says over gRPC what its jobs say, in order, to whom it concerns, and nothing of what fails inside.

import { randomUUID } from 'node:crypto';
import { create } from '@bufbuild/protobuf';
import { type ServiceError, status } from '@grpc/grpc-js';
import { catalogueError } from '@ploscope/contracts';
import {
  CancelRequestSchema,
  FetchResultRequestSchema,
  JobStatus,
  SolverService,
  SubmitRequestSchema,
  WatchRequestSchema,
  type WatchResponse,
} from '@ploscope/contracts/proto';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { GrpcClient, startGrpcServer } from '../../platform/grpc/index.ts';
import { type Answered, CODE_HEADER, type JobState, type SolverJobs, solverService } from './index.ts';

const TOKEN = 'a token for tests only';
const OWNER: string = randomUUID();
const HALF = { fraction: 0.5, iterations: 7, exploitability: null, rough: true, elapsedMs: 12 };
const METHODS = SolverService.method;
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** Jobs in memory: a map, and whoever waits for a change. */
class MemoryJobs implements SolverJobs {
  readonly jobs = new Map<string, { owner: string; key: string; state: JobState; file: Uint8Array; spot: unknown }>();
  readonly watching = new Set<() => void>();
  fails: Error | null = null;

  async submit(owner: string, key: string, spot: unknown): Promise<Answered<JobState>> {
    if (this.fails) throw this.fails;
    const found = [...this.jobs.values()].find((job) => job.owner === owner && job.key === key);
    if (found) return { ok: true, value: found.state };
    const state: JobState = { id: randomUUID(), status: 'QUEUED', progress: null, error: null };
    this.jobs.set(state.id, { owner, key, state, file: new Uint8Array(), spot });
    return { ok: true, value: state };
  }

  change(id: string, change: Partial<JobState>, file = new Uint8Array()): void {
    const job = this.jobs.get(id)!;
    this.jobs.set(id, { ...job, file, state: { ...job.state, ...change } });
    for (const wake of this.watching) wake();
  }

  async watch(owner: string, id: string, signal: AbortSignal): Promise<Answered<AsyncIterable<JobState>>> {
    const known = this.#of(owner, id);
    return known.ok ? { ok: true, value: this.#states(id, signal) } : known;
  }

  async *#states(id: string, signal: AbortSignal): AsyncGenerator<JobState, void, void> {
    while (!signal.aborted) {
      const { state } = this.jobs.get(id)!;
      yield state;
      if (!['QUEUED', 'PROCESSING'].includes(state.status)) return;
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          this.watching.delete(wake);
          resolve();
        };
        this.watching.add(wake);
        signal.addEventListener('abort', wake);
        if (this.jobs.get(id)!.state !== state) wake();
      });
    }
  }

  async cancel(owner: string, id: string): Promise<Answered<JobState>> {
    const known = this.#of(owner, id);
    if (known.ok && known.value.status === 'QUEUED') this.change(id, { status: 'CANCELLED' });
    return this.#of(owner, id);
  }

  async fetch(owner: string, id: string, offset: number) {
    const known = this.#of(owner, id);
    if (!known.ok) return known;
    const { file } = this.jobs.get(id)!;
    async function* parts(): AsyncGenerator<Uint8Array, void, void> {
      yield file.subarray(offset, offset + 10);
      yield file.subarray(offset + 10);
    }
    return { ok: true, value: { size: file.length, parts: parts() } } as const;
  }

  #of(owner: string, id: string): Answered<JobState> {
    const job = this.jobs.get(id);
    if (job?.owner !== owner) return { ok: false, error: catalogueError('not-found') };
    return { ok: true, value: job.state };
  }
}

async function started() {
  const jobs = new MemoryJobs();
  const reported: unknown[] = [];
  const services = [solverService(jobs, (error) => reported.push(error))];
  const server = await startGrpcServer({ host: '127.0.0.1', port: 0, token: TOKEN, services });
  const client = new GrpcClient({ address: `127.0.0.1:${server.port}`, token: TOKEN });
  closers.push(
    () => server.close(0),
    () => client.close(),
  );
  const submit = (key: string, ownerId = OWNER, spotJson = '{"ploscope":"spot/1"}') =>
    client.unary(METHODS.submit, create(SubmitRequestSchema, { ownerId, idempotencyKey: key, spotJson }), 5000);
  const cancel = (jobId: string, ownerId = OWNER) =>
    client.unary(METHODS.cancel, create(CancelRequestSchema, { ownerId, jobId }), 5000);
  const watch = (jobId: string, ownerId = OWNER) =>
    client.serverStream(METHODS.watch, create(WatchRequestSchema, { ownerId, jobId }));
  const fetch = (jobId: string, offset = 0n, ownerId = OWNER) =>
    client.serverStream(METHODS.fetchResult, create(FetchResultRequestSchema, { ownerId, jobId, offset }));
  return { jobs, reported, submit, cancel, watch, fetch };
}

test('the same key of the same owner is the same job, of another owner another', async () => {
  const { submit, jobs } = await started();
  const first = await submit('k');
  expect(first.job).toMatchObject({ status: JobStatus.QUEUED });
  expect((await submit('k')).job).toEqual(first.job);
  expect((await submit('k', randomUUID())).job!.id).not.toBe(first.job!.id);
  expect(jobs.jobs.get(first.job!.id)!.spot).toEqual({ ploscope: 'spot/1' });
});

test('a key that could not be kept is refused', async () => {
  const { submit } = await started();
  for (const key of ['', 'k'.repeat(201), 'a\u0000b', 'a\nb', '\u0085']) {
    await expect(submit(key)).rejects.toMatchObject({ code: status.INVALID_ARGUMENT });
  }
  for (const key of ['k'.repeat(200), 'Schlüssel 🔑']) expect((await submit(key)).job).toBeDefined();
});

test('watching tells each state, in order, to the end', async () => {
  const { submit, watch, jobs } = await started();
  const { id } = (await submit('k')).job!;
  const steps: [Partial<JobState>, JobStatus][] = [
    [{ status: 'PROCESSING' }, JobStatus.PROCESSING],
    [{ progress: HALF }, JobStatus.PROCESSING],
    [{ status: 'FAILED', error: catalogueError('internal', 'why') }, JobStatus.FAILED],
  ];
  const seen: unknown[] = [];
  for await (const { job } of watch(id) as AsyncIterable<WatchResponse>) {
    seen.push(job!.status);
    const step = steps.shift();
    if (step) jobs.change(id, step[0]);
    else expect(job!.error).toMatchObject({ code: 'internal', message: 'why' });
    if (seen.length > 2)
      expect(job!.progress).toMatchObject({ fraction: 0.5, iterations: 7, rough: true, elapsedMs: 12 });
    if (seen.length > 2) expect(job!.progress!.exploitability).toBeUndefined();
  }
  expect(seen).toEqual([JobStatus.QUEUED, JobStatus.PROCESSING, JobStatus.PROCESSING, JobStatus.FAILED]);
});

test('a watcher that goes away is waited for no more', async () => {
  const { submit, watch, jobs } = await started();
  const { id } = (await submit('k')).job!;
  const stream = watch(id);
  stream.on('error', () => undefined);
  await new Promise((resolve) => stream.once('data', resolve));
  while (jobs.watching.size === 0) await new Promise((resolve) => setTimeout(resolve, 2));
  stream.cancel();
  while (jobs.watching.size > 0) await new Promise((resolve) => setTimeout(resolve, 2));
});

test('a result comes in parts of at most 1 MiB, from any offset on', async () => {
  const { submit, fetch, jobs } = await started();
  const { id } = (await submit('k')).job!;
  const file = Uint8Array.from({ length: 2_500_000 }, (_, i) => i % 251);
  jobs.change(id, { status: 'COMPLETED' }, file);
  for (const from of [0, 1, 1_234_567, file.length]) {
    const parts: Uint8Array[] = [];
    let at = from;
    for await (const { data, offset, size } of fetch(id, BigInt(from))) {
      expect([offset, size]).toEqual([BigInt(at), BigInt(file.length)]);
      expect(data.length).toBeLessThanOrEqual(1024 * 1024);
      at += data.length;
      parts.push(data);
    }
    expect(Buffer.concat(parts).equals(Buffer.from(file.subarray(from)))).toBe(true);
  }
});

test('cancelling gives the job as it is then', async () => {
  const { submit, cancel } = await started();
  const { id } = (await submit('k')).job!;
  expect((await cancel(id)).job!.status).toBe(JobStatus.CANCELLED);
  expect((await cancel(id)).job!.status).toBe(JobStatus.CANCELLED);
});

test("another owner's job, and none at all, are not found", async () => {
  const { submit, cancel, watch, fetch } = await started();
  const { id } = (await submit('k')).job!;
  const other: string = randomUUID();
  for (const [job, owner] of [
    [id, other],
    [randomUUID(), OWNER],
    ['no id', OWNER],
  ] as const) {
    await expect(cancel(job, owner)).rejects.toMatchObject({ code: status.NOT_FOUND });
    for (const stream of [watch(job, owner), fetch(job, 0n, owner)]) {
      stream.resume();
      const error = await new Promise<ServiceError>((resolve) => stream.once('error', resolve));
      expect([error.code, error.metadata.get(CODE_HEADER)]).toEqual([status.NOT_FOUND, ['not-found']]);
    }
  }
});

test('what fails inside is reported there and not told', async () => {
  const { submit, jobs, reported } = await started();
  jobs.fails = new Error('password of the database');
  const error: ServiceError = await submit('k').then(
    () => expect.fail(),
    (refusal) => refusal,
  );
  expect(error.code).toBe(status.INTERNAL);
  expect(JSON.stringify([error.message, error.details, error.metadata])).not.toContain('password');
  expect(reported).toEqual([jobs.fails]);
});

test('any request is answered or refused as the request it is', async () => {
  const { submit } = await started();
  const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', 'null', '{}', '['.repeat(50_000), OWNER));
  await fc.assert(
    fc.asyncProperty(texts, texts, texts, async (key, owner, spot) => {
      const code = await submit(key, owner, spot).then(
        () => status.OK,
        (error: ServiceError) => error.code,
      );
      expect([status.OK, status.INVALID_ARGUMENT]).toContain(code);
    }),
    { numRuns: 300 },
  );
  await expect(submit('k', OWNER, `"${'x'.repeat(1_100_000)}"`)).rejects.toMatchObject({
    code: status.INVALID_ARGUMENT,
  });
});
