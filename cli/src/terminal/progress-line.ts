/**
 * Progress on standard error, once a calculation takes over a second: one line rewritten on a terminal, a plain line
 * now and then elsewhere.
 */
import type { Progress } from '@ploscope/kernel';
import { say } from '../text/en.ts';
import { formatCount, formatPct } from './numbers.ts';
import { type Output, paint } from './output.ts';
import { shorten } from './table.ts';

const FIRST_AFTER_MS = 1000;
const EVERY_MS = { terminal: 100, plain: 5000 };

/** A line that shows nothing in the first second. */
export interface StatusLine {
  /** `format` is only asked for a line that is shown. Another `state` than the last one shown is told at once. */
  show(elapsedMs: number, format: () => string, state?: string): void;
  /** Takes the line away, so that what follows starts on a clean one. */
  clear(): void;
}

export function openStatusLine(output: Output, write: (text: string) => void): StatusLine {
  let shownAt: number | null = null;
  let shownState = '';
  const every = output.terminal ? EVERY_MS.terminal : EVERY_MS.plain;
  return {
    show(elapsedMs, format, state = '') {
      if (elapsedMs < FIRST_AFTER_MS) return;
      if (shownAt !== null && state === shownState && elapsedMs - shownAt < every) return;
      shownAt = elapsedMs;
      shownState = state;
      const line = format();
      if (output.terminal) write(`\r\u001b[2K${paint(output, 'dim', shorten(line, output.width - 1))}`);
      else write(`${line}\n`);
    },
    clear() {
      if (shownAt !== null && output.terminal) write('\r\u001b[2K');
    },
  };
}

export interface ProgressLine {
  show(progress: Progress): void;
  clear(): void;
}

/** The line of an equity calculation. */
export function openProgressLine(output: Output, write: (text: string) => void): ProgressLine {
  const line = openStatusLine(output, write);
  return { show: (progress) => line.show(progress.elapsedMs, () => formatProgress(progress)), clear: line.clear };
}

/** `43% · 1,200,000 deals · 56.13% 43.87% ±0.08`. */
function formatProgress(progress: Progress): string {
  const { done, equities, standardError } = progress;
  const known = equities.filter((equity) => Number.isFinite(equity)).map(formatPct);
  const error =
    standardError === null || !Number.isFinite(standardError) ? [] : [`±${(standardError * 100).toFixed(2)}`];
  const parts = [say.progress(`${Math.floor(done * 100)}%`, formatTrials(progress)), [...known, ...error].join(' ')];
  return parts.filter((part) => part !== '').join(' · ');
}

/** What has been done: run-outs of an enumeration, deals of a sample. */
export function formatTrials({ trials, standardError }: Progress): string {
  return (standardError === null ? say.runOuts : say.deals)(trials, formatCount(trials));
}
