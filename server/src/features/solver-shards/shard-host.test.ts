// A shard host gives a worker to whoever may have one, and whatever is sent costs the sender his stream and nobody else anything.

import { connect, createServer, type Socket } from 'node:net';
import { create, toBinary } from '@bufbuild/protobuf';
import { Client, type ClientDuplexStream, credentials, Metadata, type ServiceError, status } from '@grpc/grpc-js';
import {
  type AttachRequest,
  AttachRequestSchema,
  type AttachResponse,
  Element,
  MessageHeadSchema,
  ShardService,
} from '@ploscope/contracts/proto';
import { openNodeLanes, openNodeSolver } from '@ploscope/kernel/host/node';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { GrpcClient, type RunningGrpcServer, startGrpcServer } from '../../platform/grpc/index.ts';
import { exampleJob, outcomeOf, TOKEN } from '../../testing/shard-hosts.ts';
import { ShardHost, ShardHosts, type ShardHostsOptions, ShardLost } from './index.ts';
import { type KernelVersion, ownKernelVersion } from './kernel-version.ts';
import { MessageReader, partsOf } from './message-parts.ts';
import { pack } from './packed.ts';

const TURN = exampleJob('turn');
const NEVER = { exploitability: 0, iterations: 1e9, timeMs: Infinity };
const { spawn } = await openNodeLanes();
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

interface Started {
  readonly host: ShardHost;
  readonly server: RunningGrpcServer;
  readonly address: string;
}

async function started(workers = 1, maxBytes = 4e9): Promise<Started> {
  const host = new ShardHost({ workers, maxBytes, spawn });
  const server = await startGrpcServer({ host: '127.0.0.1', port: 0, token: TOKEN, services: [host.service()] });
  closers.push(() => server.close(0));
  return { host, server, address: `127.0.0.1:${server.port}` };
}

function hostsAt(address: string, more: Partial<ShardHostsOptions> = {}): ShardHosts {
  const hosts = new ShardHosts({ addresses: [address], token: TOKEN, ...more });
  closers.push(() => hosts.close());
  return hosts;
}

type Stream = ClientDuplexStream<AttachRequest, AttachResponse>;
type Body = AttachRequest['body'];

function attached({ address }: Started, first: Body = hello()): Stream {
  const client = new GrpcClient({ address, token: TOKEN });
  closers.push(() => client.close());
  const stream = client.bidiStream(ShardService.method.attach);
  stream.on('error', () => undefined);
  send(stream, first);
  return stream;
}

const hello = (kernel: KernelVersion = ownKernelVersion()): Body => ({ case: 'hello', value: { kernel } as never });

function send(stream: Stream, body: Body): void {
  stream.write(create(AttachRequestSchema, { body }));
}

function ended(stream: Stream): Promise<status> {
  stream.resume();
  return new Promise((resolve) => stream.once('error', (error: ServiceError) => resolve(error.code)));
}

/** Asks as a coordinator does, and gives the reply as it comes. */
function asked(stream: Stream, message: unknown): Promise<unknown> {
  const reader = new MessageReader(1e9);
  const reply = new Promise((resolve, reject) => {
    stream.once('error', reject);
    stream.on('data', ({ body }: AttachResponse) => {
      if (body.case !== 'head' && body.case !== 'chunk') return;
      const whole = reader.take(body);
      if (whole !== undefined) resolve(whole);
    });
  });
  for (const part of partsOf(pack(message))) send(stream, part);
  return reply;
}

/** Until all workers are free again: streams end a little before their workers do. */
async function free({ host }: Started): Promise<void> {
  while (host.taken > 0) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** That a host still serves an honest coordinator. */
async function expectServing(started: Started): Promise<void> {
  await free(started);
  const stream = attached(started);
  const call = { kind: 'solve', task: 1, call: { kind: 'plan', job: TURN, method: 'exact' } };
  expect(await asked(stream, call)).toMatchObject({ task: 1, reply: { kind: 'plan' } });
  stream.end();
  await free(started);
}

test('without the right token there is no offer and no worker', async () => {
  const { address, host } = await started();
  const { spawns, lost } = await hostsAt(address, { token: 'not the one it wants' }).offered();
  expect(spawns).toEqual([]);
  expect(lost).toMatchObject([{ reason: 'refused' }]);
  const client = new GrpcClient({ address, token: 'not the one it wants' });
  closers.push(() => client.close());
  expect(await ended(client.bidiStream(ShardService.method.attach))).toBe(status.UNAUTHENTICATED);
  expect(host.taken).toBe(0);
});

test('another kernel is refused by its name, on the stream too', async () => {
  const at = await started();
  const { wire, build } = ownKernelVersion();
  for (const kernel of [
    { wire: wire + 1, build },
    { wire, build: 'f'.repeat(64) },
  ]) {
    expect(await ended(attached(at, hello(kernel)))).toBe(status.FAILED_PRECONDITION);
  }
  await expectServing(at);
});

test('so many streams and no more, and a place is free again when its stream is over', async () => {
  const at = await started(2);
  const hosts = hostsAt(at.address);
  expect((await hosts.offered()).spawns).toHaveLength(2);
  const streams = [attached(at), attached(at)];
  await Promise.all(streams.map((stream) => new Promise((resolve) => stream.once('data', resolve))));
  expect((await hosts.offered()).spawns).toHaveLength(0);
  expect(await ended(attached(at))).toBe(status.RESOURCE_EXHAUSTED);
  streams[0]!.cancel();
  streams[1]!.end();
  await free(at);
  expect((await hosts.offered()).spawns).toHaveLength(2);
});

test.each<[string, Body[], status]>([
  ['no greeting', [{ case: 'chunk', value: new Uint8Array(3) }], status.INVALID_ARGUMENT],
  ['nothing in it', [{ case: undefined }], status.INVALID_ARGUMENT],
  ['two greetings', [hello(), hello()], status.INVALID_ARGUMENT],
  ['a chunk without a head', [hello(), { case: 'chunk', value: new Uint8Array(3) }], status.INVALID_ARGUMENT],
  ['a message of more bytes than a worker may have', [hello(), headOf(4_200_000_000)], status.RESOURCE_EXHAUSTED],
  ...[{ kind: 'part' }, { kind: 'solve', task: 0, call: { kind: 'memory' } }, { kind: 'solve', task: 1 }, [], 7].map(
    (message): [string, Body[], status] => [
      `no call: ${JSON.stringify(message)}`,
      [hello(), ...partsOf(pack(message))],
      status.INVALID_ARGUMENT,
    ],
  ),
])('%s ends the stream, and only that', async (_, [first, ...others], wanted) => {
  const at = await started();
  const stream = attached(at, first);
  for (const body of others) send(stream, body);
  expect(await ended(stream)).toBe(wanted);
  await expectServing(at);
});

function headOf(bytes: number): Body {
  return {
    case: 'head',
    value: create(MessageHeadSchema, { bytes: 2, sections: [{ element: Element.U8, bytes }] }),
  };
}

test('calls that make no sense are answered as failed, and any bytes cost one stream', async () => {
  const at = await started();
  const stream = attached(at);
  const call = { kind: 'open', job: { boards: [], players: null }, branches: 'all', start: true };
  expect(await asked(stream, { kind: 'solve', task: 5, call })).toMatchObject({ kind: 'failed', task: 5 });
  stream.cancel();
  const raw = new Client(at.address, credentials.createInsecure());
  closers.push(() => raw.close());
  const metadata = new Metadata();
  metadata.set('authorization', `Bearer ${TOKEN}`);
  const bodies = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    // Behind a greeting that is right.
    fc.uint8Array({ maxLength: 60 }).map((bytes) => Uint8Array.of(0x12, bytes.length, ...bytes)),
    fc.uint8Array({ maxLength: 60 }).map((bytes) => Uint8Array.of(0x1a, bytes.length, ...bytes)),
  );
  const path = '/ploscope.solver.v1.ShardService/Attach';
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(bodies, { minLength: 1, maxLength: 4 }), async (greets, given) => {
      const hostile = raw.makeBidiStreamRequest<Buffer, Buffer>(
        path,
        (value) => value,
        (value) => value,
        metadata,
      );
      const over = new Promise((resolve) => hostile.once('status', resolve));
      hostile.on('error', () => undefined).resume();
      if (greets)
        hostile.write(Buffer.from(toBinary(AttachRequestSchema, create(AttachRequestSchema, { body: hello() }))));
      for (const bytes of given) hostile.write(Buffer.from(bytes));
      hostile.end();
      await over;
    }),
    { numRuns: 60 },
  );
  await expectServing(at);
});

test('a worker that takes more memory than it may is ended, and the loss says why', async () => {
  const { address } = await started(1, 3e6);
  const { spawns } = await hostsAt(address).offered();
  const solver = await openNodeSolver({ threads: 1, elsewhere: spawns });
  closers.push(() => solver.close());
  const solving = async () => {
    const answer = await solver.open(TURN);
    if (answer.ok) await answer.value.run(NEVER);
  };
  await expect(solving()).rejects.toMatchObject({ name: 'ShardLost', reason: 'full', address });
});

test('a host that is stopped in mid-solve says so, and its workers are gone', async () => {
  const at = await started(2);
  const { spawns } = await hostsAt(at.address).offered();
  const solver = await openNodeSolver({ threads: 0, elsewhere: spawns });
  closers.push(() => solver.close());
  const answer = await solver.open(TURN);
  if (!answer.ok) throw new Error(answer.error.message);
  expect(answer.value.estimate.shards).toBe(2);
  const onProgress = () => void at.server.close();
  await expect(answer.value.run(NEVER, { onProgress })).rejects.toBeInstanceOf(ShardLost);
  await at.server.close();
  expect(at.host.taken).toBe(0);
});

test('a way there that swallows everything is noticed', async () => {
  const { address, server } = await started();
  const sockets: Socket[] = [];
  let swallows = false;
  const proxy = createServer((near) => {
    const far = connect(server.port, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('data', (data) => swallows || to.write(data)).on('error', () => undefined);
      sockets.push(from);
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    for (const socket of sockets) socket.destroy();
    proxy.close();
  });
  const through = `127.0.0.1:${(proxy.address() as { port: number }).port}`;
  const hosts = hostsAt(through, { keepalive: { everyMs: 200, timeoutMs: 200 } });
  const { spawns } = await hosts.offered();
  expect([address === through, spawns.length]).toEqual([false, 1]);
  const solver = await openNodeSolver({ threads: 1, elsewhere: spawns });
  closers.push(() => solver.close());
  const answer = await solver.open(TURN);
  if (!answer.ok) throw new Error(answer.error.message);
  const onProgress = () => {
    swallows = true;
  };
  await expect(answer.value.run(NEVER, { onProgress })).rejects.toMatchObject({ reason: 'gone', address: through });
});

test('play by bucket over a host is the same as on threads here', async () => {
  const { address } = await started(2);
  const job = { ...TURN, method: 'bucketed', buckets: 40 } as const;
  const { spawns } = await hostsAt(address).offered();
  const outcomes = [];
  for (const [threads, elsewhere] of [
    [3, []],
    [1, spawns],
  ] as const) {
    const solver = await openNodeSolver({ threads, elsewhere });
    closers.push(() => solver.close());
    const answer = await solver.open(job);
    if (!answer.ok) throw new Error(answer.error.message);
    await answer.value.run({ ...NEVER, iterations: 2 });
    outcomes.push(await outcomeOf(answer.value));
  }
  const [here, there] = outcomes;
  expect([here!.shards, there!.shards]).toEqual([3, 3]);
  expect(there!.figures).toEqual(here!.figures);
  expect(there!.stored.equals(here!.stored)).toBe(true);
});
