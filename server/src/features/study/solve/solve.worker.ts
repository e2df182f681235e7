/**
 * The thread of one solve: makes the job of the spot, solves it, saves its state now and then, writes the result file.
 * Of a review it solves the streets, and tells what the decisions cost in place of a file.
 * What it reads and writes goes through the process that has the database; everything that takes long is here.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { JobProgress } from '@ploscope/contracts';
import type { ByteSource, SolveProgress } from '@ploscope/kernel';
import type { Solve } from '@ploscope/kernel/host/node';
import { writePlos } from '@ploscope/poker';
import type { StoredState } from '../../jobs/index.ts';
import { type CheckpointStore, runOverShards, ShardHosts } from '../../solver-shards/index.ts';
import { type PreparedRequest, prepareSolve, solverRefusal } from './prepare-solve.ts';
import { reviewStages, solvedStreet } from './review-stages.ts';
import type { FromSolve, ReviewSpots, SolveTask, ToSolve, Wish } from './solve.messages.ts';
import { stopOfOptions } from './solve-document.ts';

const task = workerData as SolveTask;
const port = parentPort;
if (port === null) throw new Error('a solve runs as a worker thread only');
const stop = new AbortController();
const waiting = new Map<number, { resolve(value: unknown): void; reject(reason: Error): void }>();
let lastWish = 0;

const OWN_STATES: CheckpointStore = { read: newestState, write: saveState };
/** For what is over soon: cut off, it begins anew. */
const NO_STATES: CheckpointStore = { read: async () => null, write: async () => undefined };

port.on('message', (message: ToSolve) => {
  if (message.kind === 'stop') {
    stop.abort(message.save);
    return;
  }
  const wish = waiting.get(message.id);
  waiting.delete(message.id);
  if (message.kind === 'reply') wish?.resolve(message.value);
  else wish?.reject(new Error(message.reason));
});

send(await (task.review === null ? solve() : review(task.review)));
port.close();

async function solve(): Promise<FromSolve> {
  const prepared = await prepareSolve(task.request, task.maxBytes);
  if (!prepared.ok) return { kind: 'refused', error: prepared.error };
  const { spot, options, job } = prepared.value;
  const { firstStreetOnly = false } = options;
  const ended = await run(prepared.value, OWN_STATES, async (solve) => {
    const figures = await solve.finish();
    await ask({ what: 'begin-result' });
    const sink = { write: async (bytes: Uint8Array) => void (await ask({ what: 'write-result', bytes })) };
    const about = { program: task.program, spot, job, figures, firstOnly: firstStreetOnly };
    await writePlos(sink, about, solve.deals(firstStreetOnly));
    const bytes = (await ask({ what: 'end-result' })) as number;
    const { exploitability, ev, iterations, elapsedMs } = figures;
    return { exploitability: exploitability.share, ev: [...ev], iterations, elapsedMs, bytes };
  });
  return ended.kind === 'finished' ? { kind: 'done', figures: ended.value } : ended;
}

function review(spots: ReviewSpots): Promise<FromSolve> {
  const { options = {} } = task.request;
  return reviewStages(spots, {
    prepare: ({ spot }) => prepareSolve({ ...spot, options }, task.maxBytes),
    solve: async (prepared, first) => {
      const ended = await run(prepared, first ? OWN_STATES : NO_STATES, solvedStreet);
      return ended.kind === 'finished' ? { kind: 'solved', street: ended.value } : ended;
    },
  });
}

/** To its end, or to why there is none. */
async function run<T>(prepared: PreparedRequest, checkpoints: CheckpointStore, finish: (solve: Solve) => Promise<T>) {
  const ended = await runOverShards({
    job: prepared.job,
    stop: stopOfOptions(prepared.options),
    threads: task.threads,
    hosts: new ShardHosts({ addresses: task.shardHosts, token: task.shardToken }),
    checkpoints,
    saveEveryMs: task.saveEveryMs,
    signal: stop.signal,
    onProgress: (progress) => send({ kind: 'progress', progress: jobProgress(progress) }),
    onLost: ({ address, reason }) => send({ kind: 'lost-shards', address, reason }),
    finish,
  });
  if (ended.kind !== 'refused') return ended;
  // A state that cannot be read is none of the player's doing.
  if (ended.error.code === 'checkpoint') throw new Error(ended.error.message);
  return { kind: 'refused', error: solverRefusal(ended.error, prepared) } as const;
}

/** Saves the state, unless the solve was stopped for good. */
async function saveState(parts: AsyncIterable<Uint8Array>): Promise<void> {
  if (stop.signal.aborted && stop.signal.reason !== true) return;
  await ask({ what: 'begin-state' });
  for await (const bytes of parts) await ask({ what: 'write-state', bytes });
  await ask({ what: 'commit-state' });
}

async function newestState(): Promise<ByteSource | null> {
  const state = (await ask({ what: 'find-state' })) as StoredState | null;
  if (state === null) return null;
  return {
    size: state.bytes,
    read: async (offset, length) => (await ask({ what: 'read-state', state, offset, length })) as Uint8Array,
  };
}

function jobProgress({ prepared, iterations, exploitability, sampled, elapsedMs, leftMs }: SolveProgress): JobProgress {
  const fraction = prepared < 1 ? 0 : leftMs === null ? null : elapsedMs / Math.max(1, elapsedMs + leftMs);
  return {
    fraction,
    iterations,
    exploitability: sampled?.share ?? exploitability,
    rough: sampled !== null,
    elapsedMs,
  };
}

function ask(wish: Wish): Promise<unknown> {
  const id = ++lastWish;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    send({ kind: 'wish', id, wish });
  });
}

function send(message: FromSolve): void {
  port?.postMessage(message);
}
