/**
 * What was known of an equity when the player stopped it: equities only, and clearly no whole answer. Sampled ones are
 * as good as their standard error; those of an enumeration cut short may lean to one side.
 */
import { roundMs } from '@ploscope/contracts/options';
import type { Progress } from '@ploscope/kernel';
import type { Spot } from '@ploscope/poker';
import { formatHead } from './equity-view.ts';
import { formatPct, formatTime } from './terminal/numbers.ts';
import { nameWidthOf, type Output } from './terminal/output.ts';
import { formatTrials } from './terminal/progress-line.ts';
import { formatTable, plainText, shorten } from './terminal/table.ts';
import { say } from './text/en.ts';

/** Whether anything is known of every player. */
export function isKnown(progress: Progress | null): progress is Progress {
  return progress !== null && progress.equities.length > 0 && progress.equities.every(Number.isFinite);
}

/** The lines that show it, without line ends. */
export function formatPartial(spot: Spot, progress: Progress, output: Output): string[] {
  const { done, standardError, equities, elapsedMs } = progress;
  const names = spot.hands.map((hand) => shorten(plainText(hand), nameWidthOf(output)));
  const table = formatTable([
    { title: '#', align: 'right', cells: names.map((_, i) => String(i + 1)) },
    { title: say.columns.player, align: 'left', cells: names },
    { title: say.columns.equitySoFar, align: 'right', cells: equities.map(formatPct) },
  ]);
  const part = `${Math.floor(done * 100)}%`;
  const time = formatTime(elapsedMs);
  const end =
    standardError === null
      ? say.stoppedCounting(part, formatTrials(progress), time)
      : say.stoppedSampling(part, formatTrials(progress), `${(standardError * 100).toFixed(3)}%`, time);
  return [formatHead(spot), '', ...table, '', end];
}

/** The same as one line of JSON, with `stopped` and no shares but the equity. */
export function formatPartialJson({ game, hands }: Spot, progress: Progress): string {
  const { done, trials, standardError, equities, elapsedMs } = progress;
  const players = hands.map((input, i) => ({ input, equity: equities[i] }));
  return JSON.stringify({
    game,
    stopped: true,
    done,
    exact: false,
    trials,
    standardError,
    elapsedMs: roundMs(elapsedMs),
    players,
  });
}
