/** The options of `ploscope solve`, read and checked. */
import type { SolveEstimate, SolveStop } from '@ploscope/kernel';
import type { OptionTypes, Words } from '../arguments.ts';
import { wrongInput } from '../failure.ts';
import { parsePercent, parseTime } from '../option-sizes.ts';
import { parseWhole } from '../option-values.ts';
import { say } from '../text/en.ts';
import { saySolve } from '../text/en-solve.ts';
import {
  badOption,
  JOB_OPTIONS,
  type JobSettings,
  readJobSettings,
  readOption,
  type Settings,
} from './job-settings.ts';
import { placeOf } from './place-of.ts';

export const SOLVE_OPTIONS = {
  ...JOB_OPTIONS,
  target: 'string',
  iterations: 'string',
  time: 'string',
  out: 'string',
  'trunk-only': 'boolean',
  checkpoint: 'string',
  remote: 'boolean',
  detach: 'boolean',
} as const satisfies OptionTypes;

export interface SolveSettings extends JobSettings {
  /** Null where nothing is said about when to stop. */
  readonly stop: SolveStop | null;
  readonly out: string | undefined;
  readonly trunkOnly: boolean;
  readonly checkpoint: string | undefined;
}

const MAX_ITERATIONS = 1_000_000_000;
/** Where a solve ends when nothing is said: well below what a player can tell apart. */
const EXACT_STOP: SolveStop = {
  exploitability: 0.003,
  iterations: Number.POSITIVE_INFINITY,
  timeMs: Number.POSITIVE_INFINITY,
};
/** Buckets end somewhere above that, and nobody knows where before. */
const BUCKETED_STOP: SolveStop = { ...EXACT_STOP, exploitability: 0.005, timeMs: 600_000 };
/** Below this a target may lie under what buckets can reach. */
const LOW_TARGET = 0.004;

/** When a solve ends. `estimate` tells by which method it goes. */
export function stopOf({ stop }: SolveSettings, { buckets }: Pick<SolveEstimate, 'buckets'>): SolveStop {
  return stop ?? (buckets === null ? EXACT_STOP : BUCKETED_STOP);
}

/** Whether nothing may end the solve but a target that buckets may never reach. */
export function mayNeverEnd(
  { exploitability, iterations, timeMs }: SolveStop,
  { buckets }: Pick<SolveEstimate, 'buckets'>,
): boolean {
  const bounded = Number.isFinite(iterations) || Number.isFinite(timeMs);
  return buckets !== null && !bounded && exploitability < LOW_TARGET;
}

export function readSolveSettings(words: Words): Settings<SolveSettings> {
  const job = readJobSettings(words);
  if (!job.ok) return job;
  const target = readOption(words, 'target', parsePercent);
  if (target === null) return badOption(words, 'target', saySolve.wantedTarget);
  const iterations = readOption(words, 'iterations', (text) => parseWhole(text, 1, MAX_ITERATIONS));
  if (iterations === null) return badOption(words, 'iterations', say.wantedWhole(1, MAX_ITERATIONS));
  const timeMs = readOption(words, 'time', parseTime);
  if (timeMs === null) return badOption(words, 'time', saySolve.wantedTime);
  const bounded = iterations !== undefined || timeMs !== undefined;
  const refuse = (message: string, hint: string) => ({ ok: false, error: wrongInput(message, hint) }) as const;
  if (target === 0 && !bounded) return refuse(saySolve.noStop, saySolve.giveStop);
  const out = words.values.get('out');
  const checkpoint = words.values.get('checkpoint');
  const trunkOnly = words.flags.has('trunk-only');
  // A server keeps the file in any case.
  if (trunkOnly && out === undefined && !words.flags.has('remote'))
    return refuse(saySolve.trunkNeedsOut, say.seeHelp('solve'));
  if (out !== undefined && checkpoint !== undefined && placeOf(out) === placeOf(checkpoint))
    return refuse(saySolve.sameFile, saySolve.otherFile);
  const stop =
    target === undefined && !bounded
      ? null
      : {
          exploitability: target ?? 0,
          iterations: iterations ?? Number.POSITIVE_INFINITY,
          timeMs: timeMs ?? Number.POSITIVE_INFINITY,
        };
  return { ok: true, value: { ...job.value, stop, out, trunkOnly, checkpoint } };
}
