/**
 * A calculator's thread: reads a spot, expands its ranges, and computes its equity with a kernel pool of its own, or
 * judges whether it can be solved. Everything here may take long; nothing here is on the thread that answers HTTP.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { EquityRequest } from '@ploscope/contracts';
import { formatAnswerJson } from '@ploscope/contracts/options';
import { openNodePool } from '@ploscope/kernel/host/node';
import { computeEquity } from './compute-equity.ts';
import { judgeRequest } from './solve/prepare-solve.ts';
import type {
  Answered,
  CalculatorSettings,
  FromCalculator,
  Limits,
  Refused,
  Task,
  ToCalculator,
} from './study.messages.ts';

const { threads } = workerData as CalculatorSettings;
const port = parentPort;
if (port === null) throw new Error('the calculator runs as a worker thread only');
const pool = await openNodePool(threads === 0 ? {} : { threads });
let running: { id: number; stop: AbortController } | null = null;

port.on('message', (message: ToCalculator) => {
  if (message.kind !== 'cancel') void work(message.id, message);
  else if (running?.id === message.id) running.stop.abort();
});

async function work(id: number, task: Task): Promise<void> {
  const stop = new AbortController();
  running = { id, stop };
  const done =
    task.kind === 'judge'
      ? await judgeRequest(task.request, task.memory)
      : await compute(id, task.request, task.limits, stop.signal);
  running = null;
  send({ ...done, id });
}

async function compute(
  id: number,
  request: EquityRequest,
  limits: Limits,
  signal: AbortSignal,
): Promise<Answered | Refused> {
  const onProgress = (fraction: number): void => send({ kind: 'progress', id, fraction });
  const answer = await computeEquity(request, limits, pool, { signal, onProgress });
  if (!answer.ok) return { kind: 'refusal', error: answer.error };
  const { method, exact, trials } = answer.value;
  return { kind: 'answer', json: formatAnswerJson(answer.value), figures: { method, exact, trials } };
}

function send(message: FromCalculator): void {
  port?.postMessage(message);
}
