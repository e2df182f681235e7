/**
 * The thread of one solve: makes the job of the spot, solves it, saves its state now and then, writes the result file.
 * What it reads and writes goes through the process that has the database; everything that takes long is here.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { JobProgress } from '@ploscope/contracts';
import type { ByteSource, SolveProgress } from '@ploscope/kernel';
import { openNodeSolver, Refused, runSaving, type Solve } from '@ploscope/kernel/host/node';
import { orderingsOfSolveSpot, solveErrorText, solveJob, writePlos } from '@ploscope/poker';
import { loadOrderings } from '../ordering-files.ts';
import type { FromSolve, SolveTask, ToSolve, Wish } from './solve.messages.ts';
import { readSolveRequest, spotWireError, stopOfOptions } from './solve-document.ts';

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
  const read = readSolveRequest(task.request);
  if (!read.ok) return { kind: 'refused', error: read.error };
  const { spot, options } = read.value;
  const { method = 'auto', storage = 'auto', buckets, firstStreetOnly = false } = options;
  const orderings = await loadOrderings(orderingsOfSolveSpot(spot));
  const { maxBytes, threads, stateBytes } = task;
  const made = solveJob(spot, { orderings, maxBytes, method, storage, ...(buckets === undefined ? {} : { buckets }) });
  if (!made.ok) return { kind: 'refused', error: spotWireError(made.error) };
  const { job } = made.value;
  const solver = await openNodeSolver(threads === 0 ? {} : { threads });
  try {
    const opened = await solver.open(job, stateBytes === null ? undefined : stateSource(stateBytes));
    if (!opened.ok) return { kind: 'refused', error: spotWireError(solveErrorText(opened.error, spot)) };
    const ended = await runSaving(opened.value, {
      stop: stopOfOptions(options),
      signal: stop.signal,
      onProgress: (progress) => send({ kind: 'progress', progress: jobProgress(progress) }),
      save: () => save(opened.value),
      saveEveryMs: task.saveEveryMs,
    });
    if (ended === 'stopped') return { kind: 'stopped' };
    const figures = await opened.value.finish();
    await ask({ what: 'begin-result' });
    const sink = { write: async (bytes: Uint8Array) => void (await ask({ what: 'write-result', bytes })) };
    const about = { program: task.program, spot, job, figures, firstOnly: firstStreetOnly };
    await writePlos(sink, about, opened.value.deals(firstStreetOnly));
    const bytes = (await ask({ what: 'end-result' })) as number;
    const { exploitability, ev, iterations, elapsedMs } = figures;
    return {
      kind: 'done',
      figures: { exploitability: exploitability.share, ev: [...ev], iterations, elapsedMs, bytes },
    };
  } catch (error) {
    // A state that cannot be read is none of the player's doing.
    if (error instanceof Refused && error.error.code !== 'checkpoint') {
      return { kind: 'refused', error: spotWireError(solveErrorText(error.error, spot)) };
    }
    throw error;
  } finally {
    await solver.close();
  }
}

/** Saves the state, unless the solve was stopped for good. */
async function save(solve: Solve): Promise<void> {
  if (stop.signal.aborted && stop.signal.reason !== true) return;
  await ask({ what: 'begin-state' });
  for await (const bytes of solve.checkpoint()) await ask({ what: 'write-state', bytes });
  await ask({ what: 'commit-state' });
}

function stateSource(size: number): ByteSource {
  return { size, read: async (offset, length) => (await ask({ what: 'read-state', offset, length })) as Uint8Array };
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
