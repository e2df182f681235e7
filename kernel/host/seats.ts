// Who works on what: a seat is a worker and the task it is at.
//
// A worker keeps its task for a slice, and longer while no other waits without a worker. Opening a task's data can take
// long (millions of combos), so the slice is counted from the first part done and is a multiple of what opening took.

import type { Progress } from '../src/job.ts';
import type { EquityTask } from './equity-task.ts';
import type { Answer, Host, Lane } from './host.ts';
import type { LaneReply } from './lane.ts';

const SLICE_MS = 150;
const SLICE_PER_OPENING = 5;
const PROGRESS_MS = 50;
/** A worker whose part is expected to last longer than this is ended when the task is cancelled, not waited for. */
const PATIENCE_MS = 300;

export interface Listener {
  readonly onProgress: ((progress: Progress) => void) | undefined;
  onAnswer(answer: Answer): void;
  onFailure(error: Error): void;
}

export interface Seats {
  /** Puts a task in line; the function returned takes it out again, without a word to its listener. */
  add(task: EquityTask, listener: Listener): () => void;
  /** Ends all workers and gives `answer` to every task that is left. */
  close(answer: Answer): Promise<void>;
}

interface Entry {
  readonly id: number;
  readonly task: EquityTask;
  readonly listener: Listener;
  /** Workers at it. */
  workers: number;
  /** When it last got a worker's time; the longest wait goes first. */
  servedAt: number;
  progressAt: number;
}

interface Seat {
  readonly lane: Lane;
  /** What the worker has open, and whether a part is being done. */
  entry: Entry | null;
  busy: boolean;
  openedAt: number;
  /** When the slice is over; Infinity until the first part is done. */
  sliceEnd: number;
}

export function openSeats(host: Host): Seats {
  const size = Math.max(1, host.size);
  const seats: Seat[] = [];
  const entries: Entry[] = [];
  let nextId = 1;
  let closed = false;

  function sit(): Seat {
    const seat: Seat = { lane: host.spawn(), entry: null, busy: false, openedAt: 0, sliceEnd: 0 };
    seat.lane.listen(
      (reply) => hear(seat, reply),
      (error) => lose(seat, error),
    );
    seats.push(seat);
    return seat;
  }

  function hear(seat: Seat, reply: LaneReply): void {
    if (!seats.includes(seat)) return;
    seat.busy = false;
    const { entry } = seat;
    if (entry && entry.id === reply.task && entries.includes(entry)) {
      if (reply.kind === 'solve') return;
      if (reply.kind === 'failed') {
        leave(seat);
        fail(entry, new Error(`the kernel failed: ${reply.message}`));
      } else {
        if (seat.sliceEnd === Infinity) {
          const opening = host.now() - seat.openedAt;
          seat.sliceEnd = host.now() + Math.max(SLICE_MS, SLICE_PER_OPENING * opening);
        }
        entry.task.put(reply.index, reply.part);
        report(entry);
      }
    }
    turn();
  }

  /** A worker is gone; the task it was at cannot be trusted to go better elsewhere. */
  function lose(seat: Seat, error: Error): void {
    if (!dismiss(seat)) return;
    if (seat.entry && entries.includes(seat.entry)) fail(seat.entry, error);
    turn();
  }

  /** Takes a seat away and ends its worker; false when it was gone already. */
  function dismiss(seat: Seat): boolean {
    const at = seats.indexOf(seat);
    if (at < 0) return false;
    seats.splice(at, 1);
    if (seat.entry) seat.entry.workers--;
    void seat.lane.close();
    return true;
  }

  function report(entry: Entry): void {
    const now = host.now();
    if (!entry.listener.onProgress || now - entry.progressAt < PROGRESS_MS) return;
    entry.progressAt = now;
    try {
      entry.listener.onProgress(entry.task.progress());
    } catch (error) {
      fail(entry, error instanceof Error ? error : new Error(String(error)));
    }
  }

  function fail(entry: Entry, error: Error): void {
    if (remove(entry)) entry.listener.onFailure(error);
  }

  function remove(entry: Entry): boolean {
    const at = entries.indexOf(entry);
    if (at >= 0) entries.splice(at, 1);
    return at >= 0;
  }

  function leave(seat: Seat): void {
    if (seat.entry) seat.entry.workers--;
    seat.entry = null;
  }

  /** Settles what is finished, gives every idle worker its next part, and starts workers while there is work. */
  function turn(): void {
    if (closed) return;
    for (const entry of [...entries]) if (entry.task.finished()) settle(entry);
    for (const seat of seats) if (!seat.busy) next(seat);
    while (seats.length < size && entries.some((entry) => entry.task.ready())) {
      let seat: Seat;
      try {
        seat = sit();
      } catch (error) {
        for (const entry of [...entries]) fail(entry, error instanceof Error ? error : new Error(String(error)));
        return;
      }
      next(seat);
    }
  }

  function settle(entry: Entry): void {
    if (remove(entry)) entry.listener.onAnswer(entry.task.answer());
  }

  /** Finds work for an idle worker. */
  function next(seat: Seat): void {
    const waiting = entries.filter((entry) => entry !== seat.entry && entry.task.ready());
    if (seat.entry) {
      const over = host.now() >= seat.sliceEnd && waiting.some((entry) => entry.workers === 0);
      if (!over && entries.includes(seat.entry) && seat.entry.task.ready()) {
        assign(seat, seat.entry, false);
        return;
      }
    }
    waiting.sort((a, b) => a.workers - b.workers || a.servedAt - b.servedAt);
    const entry = waiting[0];
    if (entry) {
      leave(seat);
      assign(seat, entry, true);
    } else if (seat.entry && !entries.includes(seat.entry)) leave(seat);
  }

  function assign(seat: Seat, entry: Entry, opens: boolean): void {
    const { job, plan } = entry.task;
    const now = host.now();
    if (opens) {
      seat.entry = entry;
      seat.openedAt = now;
      seat.sliceEnd = Infinity;
      entry.workers++;
    }
    entry.servedAt = now;
    seat.busy = true;
    seat.lane.post({ kind: 'part', task: entry.id, index: entry.task.take()!, open: opens ? { job, plan } : null });
  }

  return {
    add(task, listener) {
      const now = host.now();
      const entry: Entry = { id: nextId++, task, listener, workers: 0, servedAt: now, progressAt: now };
      entries.push(entry);
      turn();
      return () => {
        if (!remove(entry)) return;
        for (const seat of [...seats]) {
          if (seat.entry === entry && seat.busy && task.plan.partMs > PATIENCE_MS) dismiss(seat);
        }
        turn();
      };
    },
    async close(answer) {
      closed = true;
      for (const entry of entries.splice(0)) entry.listener.onAnswer(answer);
      await Promise.all(seats.splice(0).map((seat) => seat.lane.close()));
    },
  };
}
