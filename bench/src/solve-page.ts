// What a page runs for the bench of the solver: the river, on Web Workers, from the module's bytes.

import type { Host, Lane } from '../../kernel/host/host.ts';
import type { LaneReply } from '../../kernel/host/lane.ts';
import { openSolver } from '../../kernel/host/solve/open-solver.ts';
import { medianMs } from './row.ts';
import { jobOf, RIVER } from './solve-spots.ts';

declare global {
  var benchSolve: (bytes: readonly number[], worker: string) => Promise<number>;
}

/** `worker` is the source of a worker. Milliseconds from the job to 0.1 % of the pot, as stored. */
globalThis.benchSolve = async (bytes, worker) => {
  const module = new WebAssembly.Module(Uint8Array.from(bytes));
  const address = URL.createObjectURL(new Blob([worker], { type: 'text/javascript' }));
  const host: Host = {
    size: navigator.hardwareConcurrency,
    spawn: () => spawnWorker(address, module),
    now: () => performance.now(),
    inline: null,
  };
  const solver = openSolver(host);
  const job = jobOf(RIVER);
  const ms = await medianMs(3, async () => {
    const opened = await solver.open(job);
    if (!opened.ok) throw new Error(opened.error.message);
    await opened.value.run({ exploitability: 0.001, iterations: Infinity, timeMs: 600_000 });
    await opened.value.finish();
    await opened.value.close();
  });
  await solver.close();
  return ms;
};

function spawnWorker(address: string, module: WebAssembly.Module): Lane {
  const worker = new Worker(address);
  worker.postMessage({ kind: 'module', module });
  return {
    post: (request, transfer = []) => worker.postMessage(request, [...transfer]),
    listen(onReply, onEnd) {
      worker.onmessage = (event: MessageEvent<LaneReply>) => onReply(event.data);
      worker.onmessageerror = () => onEnd(new Error('a message from a worker could not be read'));
      worker.onerror = (event) => onEnd(new Error(event.message));
    },
    async close() {
      worker.terminate();
    },
  };
}
