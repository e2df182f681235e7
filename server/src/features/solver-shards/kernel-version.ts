/**
 * What two ends of a shard stream must have in common. The module itself never crosses: each host compiles its own, so
 * they compare what it and the worker's program hash to.
 */
import { nodeBuild } from '@ploscope/kernel/host/node';

/** How messages are laid out on the stream; a change of packed.ts or message-parts.ts that others cannot read raises it. */
const WIRE = 1;

export interface KernelVersion {
  readonly wire: number;
  readonly build: string;
}

export function ownKernelVersion(): KernelVersion {
  return { wire: WIRE, build: nodeBuild() };
}

export function isSameKernel(one: KernelVersion | undefined, other: KernelVersion): boolean {
  return one?.wire === other.wire && one.build === other.build;
}

/** As it is told to people. */
export function kernelName(version: KernelVersion | undefined): string {
  return version ? `${version.wire}/${version.build.slice(0, 12)}` : 'none';
}
