// A worker that answers calls, one after the other.

import type { SolveError } from '../../src/solve/job.ts';
import type { Lane } from '../host.ts';
import type { ReplyTo, SolveCall, SolveReply } from './calls.ts';

/** A call that was refused for a reason of the job's. */
export class Refused extends Error {
  readonly error: SolveError;

  constructor(error: SolveError) {
    super(error.message);
    this.error = error;
  }
}

export class Caller {
  private readonly lane: Lane;
  private readonly waiting = new Map<number, { resolve(reply: SolveReply): void; reject(error: Error): void }>();
  private next = 1;
  private ended: Error | null = null;

  constructor(lane: Lane) {
    this.lane = lane;
    lane.listen(
      (reply) => {
        const { task } = reply;
        const waiter = this.waiting.get(task);
        this.waiting.delete(task);
        if (reply.kind === 'failed') waiter?.reject(new Error(reply.message));
        else if (reply.kind === 'solve') waiter?.resolve(reply.reply);
      },
      (error) => this.end(error),
    );
  }

  /** `transfer`: buffers of the call that are handed over instead of copied. Rejects with `Refused`, or with a fault that is not the job's. */
  async ask<C extends SolveCall>(call: C, transfer: readonly ArrayBuffer[] = []): Promise<ReplyTo<C['kind']>> {
    if (this.ended) throw this.ended;
    const task = this.next++;
    const reply = await new Promise<SolveReply>((resolve, reject) => {
      this.waiting.set(task, { resolve, reject });
      this.lane.post({ kind: 'solve', task, call }, transfer);
    });
    if (reply.kind === 'refused') throw new Refused(reply.error);
    return reply as ReplyTo<C['kind']>;
  }

  async close(): Promise<void> {
    this.end(new Error('the solve was closed'));
    await this.lane.close();
  }

  private end(error: Error): void {
    this.ended ??= error;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
