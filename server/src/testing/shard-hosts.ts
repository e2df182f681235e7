/** Shard hosts as real processes, and spots to solve over them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SolveJob } from '@ploscope/kernel';
import type { Solve } from '@ploscope/kernel/host/node';
import { parseSolveSpot, solveJob } from '@ploscope/poker';
import { build } from 'esbuild';

const ROOT = new URL('../../../', import.meta.url);
export const TOKEN = 'a token for tests only';

export interface HostProcess {
  readonly address: string;
  readonly child: ChildProcess;
}

/** A folder with the program and what it reads beside it; below node_modules, where its packages are found. */
export interface HostProgram {
  start(workers: number): Promise<HostProcess>;
  /** The same program with another kernel. */
  altered(): HostProgram;
  /** Ends all its processes and takes the folder away. */
  remove(): void;
}

export async function bundledHost(): Promise<HostProgram> {
  const folder = mkdtempSync(fileURLToPath(new URL('node_modules/.shard-host-', ROOT)));
  await build({
    entryPoints: [fileURLToPath(new URL('./shard-host-program.ts', import.meta.url))],
    outfile: join(folder, 'main.mjs'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    logLevel: 'error',
    external: ['@grpc/*', '@bufbuild/*', 'zod'],
  });
  for (const file of ['kernel.wasm', 'worker.mjs']) {
    cpSync(fileURLToPath(new URL(`kernel/build/${file}`, ROOT)), join(folder, file));
  }
  return programIn(folder);
}

function programIn(folder: string): HostProgram {
  const children: ChildProcess[] = [];
  return {
    async start(workers) {
      const child = spawn(process.execPath, [join(folder, 'main.mjs'), TOKEN, String(workers)], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      children.push(child);
      const port = await new Promise<string>((resolve, reject) => {
        child.stdout.once('data', (text: Buffer) => resolve(String(text).trim()));
        child.once('exit', (code) => reject(new Error(`the host ended with code ${code}`)));
      });
      return { address: `127.0.0.1:${port}`, child };
    },
    altered() {
      const other = mkdtempSync(`${folder}-`);
      cpSync(folder, other, { recursive: true });
      appendFileSync(join(other, 'worker.mjs'), '\n');
      return programIn(other);
    },
    remove() {
      for (const child of children) child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A spot of docs/examples as a job. */
export function exampleJob(name: string): SolveJob {
  const text = readFileSync(new URL(`docs/examples/${name}.json`, ROOT), 'utf8');
  const spot = parseSolveSpot(JSON.parse(text));
  if (!spot.ok) throw new Error(spot.error.message);
  const prepared = solveJob(spot.value);
  if (!prepared.ok) throw new Error(prepared.error.message);
  return prepared.value.job;
}

/** Everything a solve would store, in one order whatever shards it came from, and its figures. */
export async function outcomeOf(solve: Solve): Promise<{ figures: unknown; shards: number; stored: Buffer }> {
  const { exploitability, ev, equity, iterations } = await solve.finish();
  const deals: { at: string; bytes: Buffer }[] = [];
  for await (const { dealt, nodes, exitWorth } of solve.deals(false)) {
    const blocks = [...nodes.map(({ parts }) => parts), ...(exitWorth ?? [])];
    const bytes = Buffer.concat(
      blocks.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength)),
    );
    deals.push({ at: `${dealt.join()}:${nodes.map(({ node }) => node).join()}`, bytes });
  }
  deals.sort((a, b) => (a.at < b.at ? -1 : 1));
  const stored = Buffer.concat(deals.flatMap(({ at, bytes }) => [Buffer.from(at), bytes]));
  return { figures: { exploitability, ev, equity, iterations }, shards: solve.estimate.shards, stored };
}
