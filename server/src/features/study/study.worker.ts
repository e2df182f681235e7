/**
 * A calculator's thread: reads the spot, expands the ranges, computes with a kernel pool of its own, and writes the
 * answer as JSON. Everything here may take long; nothing here is on the thread that answers HTTP.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { formatAnswerJson } from '@ploscope/contracts/options';
import { openNodePool } from '@ploscope/kernel/host/node';
import { computeEquity } from './compute-equity.ts';
import type { CalculatorSettings, FromCalculator, ToCalculator } from './study.messages.ts';

const { threads } = workerData as CalculatorSettings;
const port = parentPort;
if (port === null) throw new Error('the calculator runs as a worker thread only');
const pool = await openNodePool(threads === 0 ? {} : { threads });
let running: { id: number; stop: AbortController } | null = null;

port.on('message', (message: ToCalculator) => {
  if (message.kind === 'compute') void compute(message);
  else if (running?.id === message.id) running.stop.abort();
});

async function compute({ id, request, limits }: ToCalculator & { kind: 'compute' }): Promise<void> {
  const stop = new AbortController();
  running = { id, stop };
  const answer = await computeEquity(request, limits, pool, {
    signal: stop.signal,
    onProgress: (fraction) => send({ kind: 'progress', id, fraction }),
  });
  running = null;
  if (answer.ok) {
    const { method, exact, trials } = answer.value;
    send({ kind: 'answer', id, json: formatAnswerJson(answer.value), figures: { method, exact, trials } });
  } else send({ kind: 'refusal', id, error: answer.error });
}

function send(message: FromCalculator): void {
  port?.postMessage(message);
}
