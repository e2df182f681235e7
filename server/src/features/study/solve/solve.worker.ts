/**
 * The thread of one solve: makes the job of the spot, solves it, saves its state now and then, writes the result file.
 * What it reads and writes goes through the process that has the database; everything that takes long is here.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { JobProgress } from '@ploscope/contracts';
import type { ByteSource, SolveProgress } from '@ploscope/kernel';
import { writePlos } from '@ploscope/poker';
import type { StoredState } from '../../jobs/index.ts';
import { runOverShards, ShardHosts } from '../../solver-shards/index.ts';
import { prepareSolve, solverRefusal } from './prepare-solve.ts';
import type { FromSolve, SolveTask, ToSolve, Wish } from './solve.messages.ts';
import { stopOfOptions } from './solve-document.ts';

const task = workerData as SolveTask;
const port = parentPort;
if (port === null) throw new Error('a solve runs as a worker thread only');
const stop = new AbortController();
const waiting = new Map<number, { resolve(value: unknown): void; reject(reason: Error): void }>();
let lastWish = 0;

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

send(await solve());
port.close();

async function solve(): Promise<FromSolve> {
  const { maxBytes, threads } = task;
  const prepared = await prepareSolve(task.request, maxBytes);
  if (!prepared.ok) return { kind: 'refused', error: prepared.error };
  const { spot, options, job } = prepared.value;
  const { firstStreetOnly = false } = options;
  const ended = await runOverShards({
    job,
    stop: stopOfOptions(options),
    threads,
    hosts: new ShardHosts({ addresses: task.shardHosts, token: task.shardToken }),
    checkpoints: { read: newestState, write: saveState },
    saveEveryMs: task.saveEveryMs,
    signal: stop.signal,
    onProgress: (progress) => send({ kind: 'progress', progress: jobProgress(progress) }),
    onLost: ({ address, reason }) => send({ kind: 'lost-shards', address, reason }),
    finish: async (solve) => {
      const figures = await solve.finish();
      await ask({ what: 'begin-result' });
      const sink = { write: async (bytes: Uint8Array) => void (await ask({ what: 'write-result', bytes })) };
      const about = { program: task.program, spot, job, figures, firstOnly: firstStreetOnly };
      await writePlos(sink, about, solve.deals(firstStreetOnly));
      const bytes = (await ask({ what: 'end-result' })) as number;
      const { exploitability, ev, iterations, elapsedMs } = figures;
      return { exploitability: exploitability.share, ev: [...ev], iterations, elapsedMs, bytes };
    },
  });
  switch (ended.kind) {
    case 'finished':
      return { kind: 'done', figures: ended.value };
    case 'stopped':
      return { kind: 'stopped' };
    case 'refused':
      // A state that cannot be read is none of the player's doing.
      if (ended.error.code === 'checkpoint') throw new Error(ended.error.message);
      return { kind: 'refused', error: solverRefusal(ended.error, prepared.value) };
  }
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
