/**
 * A host that lends its cores: each stream of the ShardService gets one worker, as long as one is free.
 */
import { create } from '@bufbuild/protobuf';
import { status } from '@grpc/grpc-js';
import { OfferResponseSchema, ShardService } from '@ploscope/contracts/proto';
import type { Lane } from '@ploscope/kernel/host/node';
import { type GrpcService, grpcService } from '../../platform/grpc/index.ts';
import { sayGrpc } from '../../text/en-grpc.ts';
import { type KernelVersion, ownKernelVersion } from './kernel-version.ts';
import { ShardStream } from './shard-stream.ts';

const GREETING_MS = 10_000;

export interface ShardHostOptions {
  /** Streams at a time: cores to lend. */
  readonly workers: number;
  /** Bytes that all workers together may take. */
  readonly maxBytes: number;
  /** Starts a worker thread. */
  readonly spawn: () => Lane;
}

export class ShardHost {
  readonly #options: ShardHostOptions;
  readonly #version: KernelVersion;
  readonly #streams = new Set<ShardStream>();
  #closing = false;

  constructor(options: ShardHostOptions) {
    this.#options = options;
    this.#version = ownKernelVersion();
  }

  /** Workers that are taken now. */
  get taken(): number {
    return this.#streams.size;
  }

  service(): GrpcService {
    const { workers, maxBytes, spawn } = this.#options;
    return grpcService(
      ShardService,
      {
        offer: (_call, answer) => {
          const free = this.#closing ? 0 : workers - this.taken;
          answer(null, create(OfferResponseSchema, { kernel: this.#version, workers, free }));
        },
        attach: (call) => {
          const stream = new ShardStream(call, {
            version: this.#version,
            spawn,
            maxBytes: Math.floor(maxBytes / workers),
            greetingMs: GREETING_MS,
          });
          if (this.#closing) stream.fail(status.UNAVAILABLE, sayGrpc.closing);
          else if (this.taken >= workers) stream.fail(status.RESOURCE_EXHAUSTED, sayGrpc.noFreeShard(workers));
          else {
            this.#streams.add(stream);
            void stream.ended.then(() => this.#streams.delete(stream));
          }
        },
      },
      () => this.#drain(),
    );
  }

  /** A solve lasts longer than a stop may: its coordinator goes on elsewhere from the last checkpoint. */
  async #drain(): Promise<void> {
    this.#closing = true;
    const streams = [...this.#streams];
    for (const stream of streams) stream.fail(status.UNAVAILABLE, sayGrpc.closing);
    await Promise.all(streams.map(({ ended }) => ended));
  }
}
