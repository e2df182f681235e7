// Where the time of a solve goes, from what its coordinator asks of the workers: a progress tells no more than one
// figure for all of it.

import type { Host } from '../../kernel/host/host.ts';
import type { LaneRequest } from '../../kernel/host/lane.ts';
import type { SolveCall } from '../../kernel/host/solve/calls.ts';

export interface Phases {
  /** Milliseconds of everything but judging: laying out, playing, learning. */
  readonly solving: number;
  /** Milliseconds of full best responses. */
  readonly measuring: number;
  /** Milliseconds of rough figures, from a few branches. */
  readonly rough: number;
}

/** Each moment belongs to what was asked last. */
export class PhaseClock {
  private readonly ms = { solving: 0, measuring: 0, rough: 0 };
  private readonly now: () => number;
  private current: keyof Phases = 'solving';
  private since: number;

  constructor(now: () => number) {
    this.now = now;
    this.since = now();
  }

  read(): Phases {
    this.close();
    return { ...this.ms };
  }

  asked(kind: SolveCall['kind']): void {
    // Both kinds of judging begin by asking for reaches; the next call tells which it is.
    if (kind === 'judge-gain') this.current = 'rough';
    else this.enter(kind === 'measure' || kind.startsWith('judge-') ? 'measuring' : 'solving');
  }

  private enter(phase: keyof Phases): void {
    if (phase === this.current) return;
    this.close();
    this.current = phase;
  }

  private close(): void {
    this.ms[this.current] += this.now() - this.since;
    this.since = this.now();
  }
}

/** The same workers, with a clock that knows what they are asked. */
export function clocked(host: Host): { readonly host: Host; readonly clock: PhaseClock } {
  const clock = new PhaseClock(host.now);
  const spawn = () => {
    const lane = host.spawn();
    const post = (request: LaneRequest, transfer?: readonly ArrayBuffer[]): void => {
      if (request.kind === 'solve') clock.asked(request.call.kind);
      lane.post(request, transfer);
    };
    return { ...lane, post };
  };
  return { host: { ...host, spawn }, clock };
}
