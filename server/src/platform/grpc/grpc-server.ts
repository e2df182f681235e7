/**
 * The gRPC server: the services given, behind the token, on one port.
 *
 * It speaks without TLS, as the services behind a proxy do: between hosts it belongs on a network of its own.
 */
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { KEEPALIVE, type Keepalive, keepaliveOptions } from './keepalive.ts';
import type { GrpcService } from './service.ts';
import { checkToken, tokenInterceptor } from './token.ts';

/** Far above a chunk of 1 MiB, far below what could hurt. */
const MAX_MESSAGE_BYTES = 4 * 1024 * 1024;
const MAX_STREAMS_PER_CONNECTION = 256;
/** How long calls may go on once the server is to stop. */
const GRACE_MS = 5_000;

export interface GrpcServerOptions {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  readonly token: string;
  readonly services: readonly GrpcService[];
  readonly keepalive?: Keepalive;
}

export interface RunningGrpcServer {
  readonly port: number;
  /** Takes no more calls, lets those there are end for a while, then cuts them. */
  close(graceMs?: number): Promise<void>;
}

/** Rejects with the system's error when the address cannot be had. */
export async function startGrpcServer(options: GrpcServerOptions): Promise<RunningGrpcServer> {
  const { host, token, services, keepalive = KEEPALIVE } = options;
  checkToken(token);
  const server = new Server({
    ...keepaliveOptions(keepalive),
    'grpc.max_receive_message_length': MAX_MESSAGE_BYTES,
    'grpc.max_send_message_length': MAX_MESSAGE_BYTES,
    'grpc.max_concurrent_streams': MAX_STREAMS_PER_CONNECTION,
    interceptors: [tokenInterceptor(token)],
  });
  for (const { definition, handlers } of services) server.addService(definition, handlers);
  const port = await new Promise<number>((resolve, reject) => {
    const address = host.includes(':') ? `[${host}]:${options.port}` : `${host}:${options.port}`;
    server.bindAsync(address, ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  let closing: Promise<void> | null = null;
  return {
    port,
    close(graceMs = GRACE_MS) {
      closing ??= stop(server, services, graceMs);
      return closing;
    },
  };
}

async function stop(server: Server, services: readonly GrpcService[], graceMs: number): Promise<void> {
  const timer = setTimeout(() => server.forceShutdown(), graceMs);
  const ended = new Promise<void>((resolve) => server.tryShutdown(() => resolve()));
  await Promise.all(services.map((service) => service.drain()));
  await ended;
  clearTimeout(timer);
}
