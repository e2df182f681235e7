// The kernel in a page: Web Workers, the module fetched and compiled once. The page's own thread never computes.

import type { Host, Lane } from './host.ts';
import type { LaneReply } from './lane.ts';
import { openPool, type Pool } from './pool.ts';
import { openSolver } from './solve/open-solver.ts';
import type { Solver } from './solve/solver.ts';

export type { Answer } from './host.ts';
export type { Pool, RunOptions } from './pool.ts';
export type { Solve, SolveAnswer, SolvedView, Solver } from './solve/solver.ts';

async function compiled(): Promise<WebAssembly.Module> {
  const response = await fetch(new URL('../build/kernel.wasm', import.meta.url));
  if (!response.ok) throw new Error(`the kernel could not be loaded: ${response.status}`);
  return WebAssembly.compile(await response.arrayBuffer());
}

function browserHost(module: WebAssembly.Module, workers: number | undefined): Host {
  return {
    size: workers ?? navigator.hardwareConcurrency ?? 2,
    spawn: () => spawnWorker(module),
    now: () => performance.now(),
    inline: null,
  };
}

/** Opens a pool of Web Workers (all cores unless told). Workers start when the first job comes. */
export async function openBrowserPool(options: { workers?: number } = {}): Promise<Pool> {
  return openPool(browserHost(await compiled(), options.workers));
}

/** Opens a solver on Web Workers (all cores unless told); each solve starts its own. */
export async function openBrowserSolver(options: { workers?: number } = {}): Promise<Solver> {
  return openSolver(browserHost(await compiled(), options.workers));
}

function spawnWorker(module: WebAssembly.Module): Lane {
  const worker = new Worker(new URL('./browser-worker.ts', import.meta.url), { type: 'module' });
  worker.postMessage({ kind: 'module', module });
  return {
    post: (request, transfer = []) => worker.postMessage(request, [...transfer]),
    listen(onReply, onEnd) {
      worker.onmessage = (event: MessageEvent<LaneReply>) => onReply(event.data);
      worker.onmessageerror = () => onEnd(new Error('a message from a worker could not be read'));
      worker.onerror = (event) => onEnd(new Error(event.message || 'a worker stopped'));
    },
    async close() {
      worker.terminate();
    },
  };
}
