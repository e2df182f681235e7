/**
 * The other end: calls to a server of this installation, with the token. A call fails when its connection does; nothing
 * is tried again here, because only the caller knows what was lost.
 */
import type { DescMessage, MessageShape } from '@bufbuild/protobuf';
import {
  Client,
  type ClientDuplexStream,
  type ClientReadableStream,
  credentials,
  type MethodDefinition,
} from '@grpc/grpc-js';
import { KEEPALIVE, type Keepalive, keepaliveOptions } from './keepalive.ts';
import { methodDefinition } from './service.ts';
import { tokenMetadata } from './token.ts';

/** Enough that a reach of some megabytes is not held up by the way there and back. */
const WINDOW_BYTES = 4 * 1024 * 1024;

type MethodOf<I extends DescMessage, O extends DescMessage> = Parameters<typeof methodDefinition<I, O>>[0];

export interface GrpcClientOptions {
  /** `host:port`. */
  readonly address: string;
  readonly token: string;
  readonly keepalive?: Keepalive;
}

export class GrpcClient {
  readonly address: string;
  readonly #client: Client;
  readonly #token: string;

  constructor({ address, token, keepalive = KEEPALIVE }: GrpcClientOptions) {
    this.address = address;
    this.#token = token;
    this.#client = new Client(address, credentials.createInsecure(), {
      ...keepaliveOptions(keepalive),
      'grpc.enable_retries': 0,
      'grpc.use_local_subchannel_pool': 1,
      'grpc-node.flow_control_window': WINDOW_BYTES,
      // A server that comes back is found again soon.
      'grpc.initial_reconnect_backoff_ms': 100,
      'grpc.max_reconnect_backoff_ms': 5_000,
    });
  }

  /** Rejects with the library's `ServiceError`. */
  unary<I extends DescMessage, O extends DescMessage>(
    method: MethodOf<I, O>,
    request: MessageShape<I>,
    timeoutMs: number,
  ): Promise<MessageShape<O>> {
    const { path, requestSerialize, responseDeserialize } = this.#definition(method);
    const metadata = tokenMetadata(this.#token);
    return new Promise((resolve, reject) => {
      this.#client.makeUnaryRequest(
        path,
        requestSerialize,
        responseDeserialize,
        request,
        metadata,
        { deadline: Date.now() + timeoutMs },
        (error, response) => (error ? reject(error) : resolve(response!)),
      );
    });
  }

  serverStream<I extends DescMessage, O extends DescMessage>(
    method: MethodOf<I, O>,
    request: MessageShape<I>,
  ): ClientReadableStream<MessageShape<O>> {
    const { path, requestSerialize, responseDeserialize } = this.#definition(method);
    const metadata = tokenMetadata(this.#token);
    return this.#client.makeServerStreamRequest(path, requestSerialize, responseDeserialize, request, metadata);
  }

  bidiStream<I extends DescMessage, O extends DescMessage>(
    method: MethodOf<I, O>,
  ): ClientDuplexStream<MessageShape<I>, MessageShape<O>> {
    const { path, requestSerialize, responseDeserialize } = this.#definition(method);
    const metadata = tokenMetadata(this.#token);
    return this.#client.makeBidiStreamRequest(path, requestSerialize, responseDeserialize, metadata);
  }

  /** Calls that are under way are let go on; streams are the caller's to end. */
  close(): void {
    this.#client.close();
  }

  #definition<I extends DescMessage, O extends DescMessage>(
    method: MethodOf<I, O>,
  ): MethodDefinition<MessageShape<I>, MessageShape<O>> {
    return methodDefinition(method);
  }
}
