// The kernel in Node: worker threads, the module compiled once, tiny jobs on the calling thread.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { openKernel } from '../src/wasm.ts';
import type { Host, Lane } from './host.ts';
import type { LaneReply } from './lane.ts';
import { openPool, type Pool } from './pool.ts';
import { sharedHost } from './shared-host.ts';
import { buffersOf } from './solve/buffers.ts';
import { openSolver } from './solve/open-solver.ts';
import type { Solver } from './solve/solver.ts';

export type { Answer, Lane } from './host.ts';
export type { LaneReply, LaneRequest } from './lane.ts';
export type { Pool, RunOptions } from './pool.ts';
export { type RunSaving, runSaving } from './run-saving.ts';
export { Refused } from './solve/caller.ts';
export { judgeSolve } from './solve/judge-solve.ts';
export type { Solve, SolveAnswer, SolvedView, Solver } from './solve/solver.ts';

/** A built file: beside the bundle when there is one, else in the kernel's build folder. */
function builtFile(name: string): URL {
  const beside = new URL(`./${name}`, import.meta.url);
  return existsSync(fileURLToPath(beside)) ? beside : new URL(`../build/${name}`, import.meta.url);
}

function nodeHost(module: WebAssembly.Module, threads: number | undefined): Host {
  return {
    size: threads ?? availableParallelism(),
    spawn: () => spawnThread(module),
    now: () => performance.now(),
    inline: () => openKernel(module),
  };
}

async function compiled(): Promise<WebAssembly.Module> {
  return WebAssembly.compile(readFileSync(builtFile('kernel.wasm')));
}

/** Opens a pool of worker threads (all cores unless told). Threads start when the first long job comes. */
export async function openNodePool(options: { threads?: number } = {}): Promise<Pool> {
  return openPool(nodeHost(await compiled(), options.threads));
}

/**
 * Opens a solver on worker threads (all cores unless told); each solve starts its own. `elsewhere`: workers of other
 * machines to share solves with, each started by a call and in one solve at a time.
 */
export async function openNodeSolver(
  options: { threads?: number; elsewhere?: readonly (() => Lane)[] } = {},
): Promise<Solver> {
  return openSolver(sharedHost(nodeHost(await compiled(), options.threads), options.elsewhere ?? []));
}

/** Worker threads for a program that passes messages on instead of asking itself. */
export interface NodeLanes {
  /** Starts one; `post` hands every buffer over. */
  spawn(): Lane;
}

export async function openNodeLanes(): Promise<NodeLanes> {
  const module = await compiled();
  const spawn = (): Lane => {
    const lane = spawnThread(module);
    return { ...lane, post: (request) => lane.post(request, buffersOf(request)) };
  };
  return { spawn };
}

/**
 * SHA-256 of the module and the worker's program, in hexadecimal: two hosts where it is the same compute the same to the
 * last bit, and understand each other.
 */
export function nodeBuild(): string {
  const hash = createHash('sha256');
  for (const name of ['kernel.wasm', 'worker.mjs']) hash.update(readFileSync(builtFile(name)));
  return hash.digest('hex');
}

function spawnThread(module: WebAssembly.Module): Lane {
  const worker = new Worker(builtFile('worker.mjs'));
  worker.postMessage({ kind: 'module', module });
  return {
    post: (request, transfer = []) => worker.postMessage(request, transfer),
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
