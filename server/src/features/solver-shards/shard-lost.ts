/** A worker elsewhere that a solve can no longer count on, and why. The solve itself can go on without it. */
import { type ServiceError, status } from '@grpc/grpc-js';
import { sayGrpc } from '../../text/en-grpc.ts';

export type LossReason =
  /** The host or the way there is gone. */
  | 'gone'
  /** The token was refused. */
  | 'refused'
  /** It runs another kernel. */
  | 'other-kernel'
  /** No worker is free, or the solve takes more than one may. */
  | 'full'
  /** It said what cannot be understood, or its worker ended. */
  | 'broken';

const REASONS: ReadonlyMap<status, LossReason> = new Map([
  [status.UNAVAILABLE, 'gone'],
  [status.DEADLINE_EXCEEDED, 'gone'],
  [status.CANCELLED, 'gone'],
  [status.UNAUTHENTICATED, 'refused'],
  [status.PERMISSION_DENIED, 'refused'],
  [status.FAILED_PRECONDITION, 'other-kernel'],
  [status.RESOURCE_EXHAUSTED, 'full'],
]);

export class ShardLost extends Error {
  /** `host:port`. */
  readonly address: string;
  readonly reason: LossReason;

  constructor(address: string, reason: LossReason, details: string) {
    super(sayGrpc.shardLost(address, details));
    this.name = 'ShardLost';
    this.address = address;
    this.reason = reason;
  }
}

export function lossOf(address: string, error: ServiceError): ShardLost {
  return new ShardLost(address, REASONS.get(error.code) ?? 'broken', error.details || error.message);
}
