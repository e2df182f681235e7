// Nobody gets in without the token, nothing that is sent ends the server, and a stop is a stop.

import { connect } from 'node:net';
import { create } from '@bufbuild/protobuf';
import { Client, credentials, Metadata, type ServiceError, status } from '@grpc/grpc-js';
import {
  CancelRequestSchema,
  CancelResponseSchema,
  SolverService,
  WatchRequestSchema,
} from '@ploscope/contracts/proto';
import { afterEach, expect, test } from 'vitest';
import { GrpcClient, grpcService, type RunningGrpcServer, startGrpcServer } from './index.ts';

const TOKEN = 'a token for tests only';
const KNOWN = '01890a5d-ac96-774b-bcce-b302099a8057';
const running: RunningGrpcServer[] = [];
const clients: { close(): void }[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await Promise.all(running.splice(0).map((server) => server.close(0)));
});

/** A service whose Cancel answers and whose Watch never ends. */
async function started(seen: string[] = []): Promise<RunningGrpcServer> {
  const unused = () => {
    throw new Error('not called here');
  };
  const service = grpcService(SolverService, {
    submit: unused,
    fetchResult: unused,
    cancel: ({ request }, answer) => {
      seen.push(request.jobId);
      answer(null, create(CancelResponseSchema, { job: { id: request.jobId } }));
    },
    watch: (call) => {
      call.sendMetadata(new Metadata());
    },
  });
  const server = await startGrpcServer({ host: '127.0.0.1', port: 0, token: TOKEN, services: [service] });
  running.push(server);
  return server;
}

function clientOf({ port }: RunningGrpcServer, token = TOKEN): GrpcClient {
  const client = new GrpcClient({ address: `127.0.0.1:${port}`, token });
  clients.push(client);
  return client;
}

function cancelled(server: RunningGrpcServer, token = TOKEN) {
  const request = create(CancelRequestSchema, { jobId: KNOWN });
  return clientOf(server, token).unary(SolverService.method.cancel, request, 5000);
}

/** Sends bytes as they are, under any headers. */
function raw({ port }: RunningGrpcServer, headers: readonly string[], bytes: Buffer): Promise<status> {
  const client = new Client(`127.0.0.1:${port}`, credentials.createInsecure());
  clients.push(client);
  const metadata = new Metadata();
  for (const header of headers) metadata.add('authorization', header);
  const same = (value: Buffer): Buffer => value;
  return new Promise((resolve) => {
    const path = '/ploscope.solver.v1.SolverService/Cancel';
    client.makeUnaryRequest(path, same, same, bytes, metadata, (error) => resolve(error?.code ?? status.OK));
  });
}

test('the right token is let in', async () => {
  expect((await cancelled(await started())).job?.id).toBe(KNOWN);
});

test.each([
  ['none', []],
  ['another', ['Bearer another token of the same']],
  ['a part of it', [`Bearer ${TOKEN.slice(0, -1)}`]],
  ['more than it', [`Bearer ${TOKEN}x`]],
  ['it without its scheme', [TOKEN]],
  ['an empty one', ['']],
])('token: %s, and the body is not even read', async (_, headers) => {
  const seen: string[] = [];
  const server = await started(seen);
  const hostile = Buffer.from([0xff, 0xff, 0xff, 0xff]);
  expect(await raw(server, headers, hostile)).toBe(status.UNAUTHENTICATED);
  expect(await raw(server, [`Bearer ${TOKEN}`], hostile)).toBe(status.INTERNAL);
  expect(seen).toEqual([]);
});

test('a token that could be guessed does not start a server', async () => {
  const options = { host: '127.0.0.1', port: 0, services: [] };
  await expect(startGrpcServer({ ...options, token: '' })).rejects.toThrow(RangeError);
  await expect(startGrpcServer({ ...options, token: 'short' })).rejects.toThrow('GRPC_TOKEN');
});

test('an address that is taken is the error of the start', async () => {
  const { port } = await started();
  await expect(startGrpcServer({ host: '127.0.0.1', port, token: TOKEN, services: [] })).rejects.toThrow();
});

test('bytes that are no HTTP/2 cost their sender the connection, and nobody else anything', async () => {
  const server = await started();
  for (const bytes of [Buffer.from('GET / HTTP/1.1\r\n\r\n'), Buffer.alloc(65_536, 0xa5), Buffer.alloc(9)]) {
    await new Promise<void>((resolve) => {
      const socket = connect(server.port, '127.0.0.1', () => socket.end(bytes));
      socket.on('error', () => undefined).on('close', () => resolve());
      socket.resume();
    });
  }
  expect((await cancelled(server)).job?.id).toBe(KNOWN);
});

test('a message beyond 4 MB is refused', async () => {
  const server = await started();
  expect(await raw(server, [`Bearer ${TOKEN}`], Buffer.alloc(5e6))).toBe(status.RESOURCE_EXHAUSTED);
});

test('a stop takes no more calls and cuts those that outlast its grace', async () => {
  const server = await started();
  const client = clientOf(server);
  const stream = client.serverStream(SolverService.method.watch, create(WatchRequestSchema));
  await new Promise((resolve) => stream.once('metadata', resolve));
  const cut = new Promise<ServiceError>((resolve) => stream.once('error', resolve));
  stream.resume();
  await server.close(50);
  expect([status.UNAVAILABLE, status.CANCELLED, status.INTERNAL]).toContain((await cut).code);
  await expect(cancelled(server)).rejects.toMatchObject({ code: status.UNAVAILABLE });
});
