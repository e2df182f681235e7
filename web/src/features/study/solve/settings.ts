/** When to stop and how much memory a solve may take: habits of the player, kept in this browser, no part of the spot. */
import type { SolveStop } from '@ploscope/kernel';
import type { Memory } from '../spot/address.ts';

export interface Settings {
  /** As written: percent of the pot. */
  readonly target: string;
  /** As written; empty for no limit. */
  readonly iterations: string;
  readonly minutes: string;
  readonly memory: MemoryLimit;
}

export type MemoryLimit = '1' | '2' | '4';
export type SettingField = 'target' | 'iterations' | 'minutes';

export const DEFAULT_SETTINGS: Settings = { target: '0.3', iterations: '', minutes: '10', memory: '2' };

const KEY = 'ploscope.solve.settings';
const GIGABYTE = 1024 ** 3;
/** For a solve without a limit of its own. */
const MOST_ITERATIONS = 1_000_000;
const MOST_MINUTES = 24 * 60;

export function maxBytesOf({ memory }: Settings): number {
  return Number(memory) * GIGABYTE;
}

/** Fields that do not read; a stop rule needs all of them to. */
export function wrongSettings(settings: Settings): readonly SettingField[] {
  const { target, iterations, minutes } = settings;
  const wrong: SettingField[] = [];
  if (!within(target, 0, 100)) wrong.push('target');
  if (iterations.trim() !== '' && !(within(iterations, 1, MOST_ITERATIONS) && Number.isInteger(Number(iterations)))) {
    wrong.push('iterations');
  }
  if (minutes.trim() !== '' && !within(minutes, 0.01, MOST_MINUTES)) wrong.push('minutes');
  return wrong;
}

/** The kernel's stop rule; null while a field does not read. */
export function stopOf(settings: Settings): SolveStop | null {
  if (wrongSettings(settings).length > 0) return null;
  const { target, iterations, minutes } = settings;
  return {
    exploitability: Number(target) / 100,
    iterations: iterations.trim() === '' ? MOST_ITERATIONS : Number(iterations),
    timeMs: minutes.trim() === '' ? Number.POSITIVE_INFINITY : Number(minutes) * 60_000,
  };
}

export function rememberedSettings(memory: Memory): Settings {
  try {
    const stored: unknown = JSON.parse(memory?.getItem(KEY) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return DEFAULT_SETTINGS;
    const fields = stored as Partial<Record<string, unknown>>;
    const text = (field: SettingField): string =>
      typeof fields[field] === 'string' ? fields[field] : DEFAULT_SETTINGS[field];
    const limit = fields.memory;
    return {
      target: text('target'),
      iterations: text('iterations'),
      minutes: text('minutes'),
      memory: limit === '1' || limit === '4' ? limit : '2',
    };
  } catch {
    return DEFAULT_SETTINGS;
  }
}

export function rememberSettings(memory: Memory, settings: Settings): void {
  try {
    memory?.setItem(KEY, JSON.stringify(settings));
  } catch {
    // Storage is full or switched off; the choice holds for this visit.
  }
}

function within(text: string, least: number, most: number): boolean {
  const number = Number(text);
  return text.trim() !== '' && Number.isFinite(number) && number >= least && number <= most;
}
