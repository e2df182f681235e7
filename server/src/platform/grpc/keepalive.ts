/**
 * Pings, both ways, by which a connection that leads nowhere any more is noticed: a cable that was pulled, a machine that
 * is gone. Without them a call would wait for as long as the system keeps the connection.
 */
import type { ChannelOptions } from '@grpc/grpc-js';

export interface Keepalive {
  /** Milliseconds between two pings. */
  readonly everyMs: number;
  /** How long an answer may take. */
  readonly timeoutMs: number;
}

export const KEEPALIVE: Keepalive = { everyMs: 10_000, timeoutMs: 5_000 };

export function keepaliveOptions({ everyMs, timeoutMs }: Keepalive): ChannelOptions {
  return {
    'grpc.keepalive_time_ms': everyMs,
    'grpc.keepalive_timeout_ms': timeoutMs,
    'grpc.keepalive_permit_without_calls': 1,
  };
}
