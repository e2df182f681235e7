// One solve, timed from the job to each of several exploitabilities, all of them measured by full best responses.

import type { SolveJob } from '@ploscope/kernel';
import type { Host } from '../../kernel/host/host.ts';
import { openSolver } from '../../kernel/host/solve/open-solver.ts';
import { clocked } from './solve-phases.ts';

/** Solves that are far from any bar end here. */
const LIMIT_MS = 1_200_000;

export interface Reached {
  /** Seconds until it was measured; Infinity where it never was. */
  readonly seconds: number;
  /** Of these, seconds spent in full best responses. */
  readonly measuringSeconds: number;
}

export interface Timed {
  /** One for each mark. */
  readonly reached: readonly Reached[];
  /** Of all workers, at the end. */
  readonly memoryBytes: number;
}

/** `marks` are shares of the pot, falling. `finish`: whether the solve is to be rounded and its memory told. */
export async function solveToMarks(
  plain: Host,
  job: SolveJob,
  marks: readonly number[],
  { finish }: { readonly finish: boolean },
): Promise<Timed> {
  const { host, clock } = clocked(plain);
  const solver = openSolver(host);
  const before = host.now();
  const opened = await solver.open(job);
  if (!opened.ok) throw new Error(opened.error.message);
  const solve = opened.value;
  const reached: Reached[] = [];
  for (const mark of marks) {
    const end = new AbortController();
    let here = reached.at(-1)?.seconds === Infinity ? NEVER : null;
    // A run aims a little lower than it is asked to; what counts is the first measurement that is low enough.
    const onProgress = ({ exploitability }: { readonly exploitability: number | null }): void => {
      if (here !== null || exploitability === null || exploitability > mark) return;
      here = { seconds: (host.now() - before) / 1000, measuringSeconds: clock.read().measuring / 1000 };
      end.abort();
    };
    const stop = { exploitability: mark, iterations: Infinity, timeMs: LIMIT_MS };
    if (here === null) await solve.run(stop, { onProgress, signal: end.signal });
    reached.push(here ?? NEVER);
  }
  const memoryBytes = finish ? (await solve.finish()).memoryBytes : 0;
  await solver.close();
  return { reached, memoryBytes };
}

const NEVER: Reached = { seconds: Infinity, measuringSeconds: Infinity };
