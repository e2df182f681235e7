// A host whose workers are on this thread, so that a test can say how many share a solve, hold the clock, and end one.
//
// Messages are cloned and buffers handed over as between threads, and nobody is answered before he listens.

import type { Host, Lane } from '../../host/host.ts';
import type { LaneReply, LaneRequest } from '../../host/lane.ts';
import { buffersOf } from '../../host/solve/buffers.ts';
import { Shard } from '../../host/solve/shard.ts';
import { testKernel } from '../kernel.ts';

export interface NearHost extends Host {
  /** Workers that are there, in the order they were started. */
  readonly workers: readonly NearWorker[];
  /** Calls that were asked, by kind. */
  readonly asked: Map<string, number>;
}

export interface NearWorker {
  readonly closed: boolean;
  /** The worker is gone, in the middle of whatever it does. */
  die(): void;
}

/** Every look at a worker's clock is `tick` milliseconds after the last: 5 make any spot worth sharing. */
export function nearHost(size: number, tick = 5): NearHost {
  const workers: NearWorker[] = [];
  const asked = new Map<string, number>();
  let time = 0;
  return {
    size,
    workers,
    asked,
    now: () => performance.now(),
    inline: null,
    spawn: () => {
      const { lane, worker } = nearLane(() => {
        time += tick;
        return time;
      }, asked);
      workers.push(worker);
      return lane;
    },
  };
}

function nearLane(now: () => number, asked: Map<string, number>): { lane: Lane; worker: NearWorker } {
  const shard = new Shard(testKernel, now);
  let hear: (reply: LaneReply) => void = () => undefined;
  let end: (error: Error) => void = () => undefined;
  let open = true;
  const answer = (request: LaneRequest): void => {
    if (!open || request.kind !== 'solve') return;
    const { task, call } = request;
    asked.set(call.kind, (asked.get(call.kind) ?? 0) + 1);
    try {
      const reply = shard.answer(call);
      hear(structuredClone({ kind: 'solve', task, reply }, { transfer: buffersOf(reply) }));
    } catch (error) {
      hear({ kind: 'failed', task, message: error instanceof Error ? error.message : String(error) });
    }
  };
  return {
    lane: {
      post(request, transfer = []) {
        const sent = structuredClone(request, { transfer: [...transfer] });
        setImmediate(() => answer(sent));
      },
      listen(onReply, onEnd) {
        hear = onReply;
        end = onEnd;
      },
      async close() {
        open = false;
      },
    },
    worker: {
      get closed() {
        return !open;
      },
      die() {
        open = false;
        end(new Error('a worker thread ended with code 1'));
      },
    },
  };
}
