// Worker threads for a bench that looks at what is said to them: the kernel's own host for Node keeps them to itself.

import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Host, Lane } from '../../kernel/host/host.ts';
import type { LaneReply } from '../../kernel/host/lane.ts';

/** All cores. */
export function nodeHost(): Host {
  const module = new WebAssembly.Module(readFileSync(new URL('./kernel.wasm', import.meta.url)));
  return {
    size: availableParallelism(),
    spawn: () => spawnThread(module),
    now: () => performance.now(),
    inline: null,
  };
}

function spawnThread(module: WebAssembly.Module): Lane {
  const worker = new Worker(new URL('./worker.mjs', import.meta.url));
  worker.postMessage({ kind: 'module', module });
  return {
    post: (request, transfer = []) => worker.postMessage(request, transfer),
    listen(onReply, onEnd) {
      worker.on('message', (reply: LaneReply) => onReply(reply));
      worker.on('error', (error) => onEnd(error as Error));
      worker.on('exit', (code) => onEnd(new Error(`a worker thread ended with code ${code}`)));
    },
    async close() {
      await worker.terminate();
    },
  };
}
