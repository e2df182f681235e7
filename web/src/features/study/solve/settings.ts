/**
 * When to stop, how to solve and how much memory that may take: habits of the player, kept in this browser, no part of
 * the spot.
 */
import { DEFAULT_BUCKETS, type SolveJob, type SolveStop } from '@ploscope/kernel';
import type { Memory } from '../spot/address.ts';
import { largestLimit, type MemoryLimit } from './memory-limits.ts';
import type { SolveAsk } from './work/protocol.ts';

export type Method = SolveJob['method'];

export interface Settings {
  /** As written: percent of the pot. */
  readonly target: string;
  /** As written; empty for no limit. */
  readonly iterations: string;
  readonly minutes: string;
  readonly memory: MemoryLimit;
  readonly method: Method;
  /** As written: buckets a player and run-out, where play is by bucket. */
  readonly buckets: string;
}

export type StopField = 'target' | 'iterations' | 'minutes';
export type SettingField = StopField | 'buckets';

export const DEFAULT_SETTINGS: Settings = {
  target: '0.3',
  iterations: '',
  minutes: '10',
  memory: '2',
  method: 'auto',
  buckets: String(DEFAULT_BUCKETS),
};

const KEY = 'ploscope.solve.settings';
const GIGABYTE = 1024 ** 3;
/** For a solve without a limit of its own. */
const MOST_ITERATIONS = 1_000_000;
const MOST_MINUTES = 24 * 60;
/** What the solver takes. */
const MOST_BUCKETS = 4096;

export function maxBytesOf({ memory }: Pick<Settings, 'memory'>): number {
  return Number(memory) * GIGABYTE;
}

/** Fields that do not read. */
export function wrongSettings(settings: Settings): readonly SettingField[] {
  const { target, iterations, minutes, buckets } = settings;
  const wrong: SettingField[] = [];
  if (!within(target, 0, 100)) wrong.push('target');
  if (iterations.trim() !== '' && !isWhole(iterations, MOST_ITERATIONS)) wrong.push('iterations');
  if (minutes.trim() !== '' && !within(minutes, 0.01, MOST_MINUTES)) wrong.push('minutes');
  if (!isWhole(buckets, MOST_BUCKETS)) wrong.push('buckets');
  return wrong;
}

/** The kernel's stop rule; null while a field does not read. */
export function stopOf(settings: Settings): SolveStop | null {
  if (wrongSettings(settings).some((field) => field !== 'buckets')) return null;
  const { target, iterations, minutes } = settings;
  return {
    exploitability: Number(target) / 100,
    iterations: iterations.trim() === '' ? MOST_ITERATIONS : Number(iterations),
    timeMs: minutes.trim() === '' ? Number.POSITIVE_INFINITY : Number(minutes) * 60_000,
  };
}

/** How to solve; null while a field does not read. */
export function waysOf(settings: Settings): Omit<SolveAsk, 'spot'> | null {
  if (wrongSettings(settings).includes('buckets')) return null;
  return { maxBytes: maxBytesOf(settings), method: settings.method, buckets: Number(settings.buckets) };
}

/** `limits`: what this machine may give, the least first. */
export function rememberedSettings(memory: Memory, limits: readonly MemoryLimit[]): Settings {
  const least = { ...DEFAULT_SETTINGS, memory: largestLimit(limits, DEFAULT_SETTINGS.memory) };
  try {
    const stored: unknown = JSON.parse(memory?.getItem(KEY) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return least;
    const fields = stored as Partial<Record<string, unknown>>;
    const text = (field: SettingField): string =>
      typeof fields[field] === 'string' ? fields[field] : DEFAULT_SETTINGS[field];
    const { method } = fields;
    return {
      target: text('target'),
      iterations: text('iterations'),
      minutes: text('minutes'),
      memory: limits.find((limit) => limit === fields.memory) ?? least.memory,
      method: method === 'exact' || method === 'bucketed' ? method : 'auto',
      buckets: text('buckets'),
    };
  } catch {
    return least;
  }
}

export function rememberSettings(memory: Memory, settings: Settings): void {
  try {
    memory?.setItem(KEY, JSON.stringify(settings));
  } catch {
    // Storage is full or switched off; the choice holds for this visit.
  }
}

function isWhole(text: string, most: number): boolean {
  return within(text, 1, most) && Number.isInteger(Number(text));
}

function within(text: string, least: number, most: number): boolean {
  const number = Number(text);
  return text.trim() !== '' && Number.isFinite(number) && number >= least && number <= most;
}
