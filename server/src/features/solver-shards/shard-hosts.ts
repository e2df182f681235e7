/**
 * The other hosts a coordinator may use: who of them answers, how many workers each could give, and who was dropped.
 */
import { create } from '@bufbuild/protobuf';
import type { ServiceError } from '@grpc/grpc-js';
import { OfferRequestSchema, ShardService } from '@ploscope/contracts/proto';
import type { Lane } from '@ploscope/kernel/host/node';
import { GrpcClient, type Keepalive } from '../../platform/grpc/index.ts';
import { sayGrpc } from '../../text/en-grpc.ts';
import { isSameKernel, type KernelVersion, kernelName, ownKernelVersion } from './kernel-version.ts';
import { openRemoteLane } from './remote-lane.ts';
import { lossOf, ShardLost } from './shard-lost.ts';

/** A host that takes longer to say what it has is not waited for. */
const OFFER_MS = 5_000;

export interface ShardHostsOptions {
  /** `host:port` each. */
  readonly addresses: readonly string[];
  readonly token: string;
  readonly keepalive?: Keepalive;
}

export interface Offered {
  /** Starts a worker each, host by host in turn. */
  readonly spawns: readonly (() => Lane)[];
  /** Hosts that gave none, and why; dropped. */
  readonly lost: readonly ShardLost[];
}

export class ShardHosts {
  readonly #clients: Map<string, GrpcClient>;
  readonly #version: KernelVersion;

  constructor({ addresses, ...shared }: ShardHostsOptions) {
    this.#version = ownKernelVersion();
    this.#clients = new Map(addresses.map((address) => [address, new GrpcClient({ address, ...shared })]));
  }

  /** Asks every host that is left. A full one stays: it may have a worker the next time. */
  async offered(): Promise<Offered> {
    const offers = await Promise.all([...this.#clients.values()].map((client) => this.#ask(client)));
    const lost = offers.filter((offer) => offer instanceof ShardLost);
    for (const { address } of lost) this.drop(address);
    const givers = offers.flatMap((offer) => (offer instanceof ShardLost ? [] : [offer]));
    const most = Math.max(0, ...givers.map(({ free }) => free));
    const spawns = Array.from({ length: most }, (_, round) =>
      givers
        .filter(({ free }) => round < free)
        .map(
          ({ client }) =>
            () =>
              openRemoteLane(client, this.#version),
        ),
    ).flat();
    return { spawns, lost };
  }

  /** Uses a host no more. */
  drop(address: string): void {
    this.#clients.get(address)?.close();
    this.#clients.delete(address);
  }

  close(): void {
    for (const address of [...this.#clients.keys()]) this.drop(address);
  }

  async #ask(client: GrpcClient): Promise<{ client: GrpcClient; free: number } | ShardLost> {
    const { address } = client;
    try {
      const request = create(OfferRequestSchema);
      const { kernel, free } = await client.unary(ShardService.method.offer, request, OFFER_MS);
      if (isSameKernel(kernel, this.#version)) return { client, free };
      const names = sayGrpc.otherKernel(kernelName(kernel), kernelName(this.#version));
      return new ShardLost(address, 'other-kernel', names);
    } catch (error) {
      return lossOf(address, error as ServiceError);
    }
  }
}
