// The kernel in Node: worker threads, the module compiled once, tiny jobs on the calling thread.

import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { openKernel } from '../src/wasm.ts';
import type { Lane } from './host.ts';
import type { LaneReply } from './lane.ts';
import { openPool, type Pool } from './pool.ts';

export type { Answer } from './host.ts';
export type { Pool, RunOptions } from './pool.ts';

/** A built file: beside the bundle when there is one, else in the kernel's build folder. */
function builtFile(name: string): URL {
  const beside = new URL(`./${name}`, import.meta.url);
  return existsSync(fileURLToPath(beside)) ? beside : new URL(`../build/${name}`, import.meta.url);
}

/** Opens a pool of worker threads (all cores unless told). Threads start when the first long job comes. */
export async function openNodePool(options: { threads?: number } = {}): Promise<Pool> {
  const module = await WebAssembly.compile(readFileSync(builtFile('kernel.wasm')));
  return openPool({
    size: options.threads ?? availableParallelism(),
    spawn: () => spawnThread(module),
    now: () => performance.now(),
    inline: () => openKernel(module),
  });
}

function spawnThread(module: WebAssembly.Module): Lane {
  const worker = new Worker(builtFile('worker.mjs'));
  worker.postMessage({ kind: 'module', module });
  return {
    post: (request) => worker.postMessage(request),
    listen(onReply, onEnd) {
      worker.on('message', (reply: LaneReply) => onReply(reply));
      worker.on('messageerror', (error) => onEnd(error));
      worker.on('error', (error) => onEnd(error as Error));
      worker.on('exit', (code) => onEnd(new Error(`a worker thread ended with code ${code}`)));
    },
    async close() {
      await worker.terminate();
    },
  };
}
