// What a host gives the pool: workers, a clock, and perhaps an instance on its own thread.

import type { EquityResult, JobError } from '../src/job.ts';
import type { KernelExports } from '../src/wasm.ts';
import type { LaneReply, LaneRequest } from './lane.ts';

/** A worker as the host gives it. */
export interface Lane {
  /** `transfer`: buffers of the request that are handed over instead of copied. */
  post(request: LaneRequest, transfer?: readonly ArrayBuffer[]): void;
  /** `onEnd`: the worker is gone or unusable. */
  listen(onReply: (reply: LaneReply) => void, onEnd: (error: Error) => void): void;
  close(): Promise<void>;
}

export interface Host {
  /** Workers to use, at least one. */
  readonly size: number;
  /** Starts a worker that has the module; called when first needed. */
  spawn(): Lane;
  /** Milliseconds that only go forward. */
  now(): number;
  /** Opens an instance on this thread for jobs of a few milliseconds; null to use workers for everything. */
  readonly inline: (() => KernelExports) | null;
}

export type Answer =
  | { readonly ok: true; readonly value: EquityResult }
  | { readonly ok: false; readonly error: JobError };
