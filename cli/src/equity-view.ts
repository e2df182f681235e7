/** An equity answer as a table for people: with bars on a terminal, plain text elsewhere. */
import type { EquityAnswer, PlayerAnswer, Spot } from '@ploscope/poker';
import { formatBar } from './terminal/bar.ts';
import { formatCount, formatPct, formatTime } from './terminal/numbers.ts';
import { nameWidthOf, type Output, paint } from './terminal/output.ts';
import { type Column, formatTable, plainText, shorten } from './terminal/table.ts';
import { say } from './text/en.ts';

const NARROWEST_BAR = 8;
const WIDEST_BAR = 24;
const NARROWEST_NAME = 8;

/** The lines that show an answer, without line ends. */
export function formatEquity(spot: Spot, answer: EquityAnswer, output: Output): string[] {
  return [formatHead(spot), '', ...formatPlayersOf(answer, output)];
}

/** The same without the spot, where only the answer is known. */
export function formatPlayersOf(answer: EquityAnswer, output: Output): string[] {
  const lines = formatPlayers(answer, output);
  if (answer.players.some(({ joint }) => joint !== null)) lines.push('', say.potShares, ...formatShares(answer));
  lines.push('', ...formatMethod(answer));
  return lines.map((line) => paintBars(line, output));
}

/** The first line: game, boards, dead cards. */
export function formatHead({ game, board, board2, dead }: Spot): string {
  const cards = (text: string): string => (text.trim() === '' ? say.undealt : text.trim());
  const boards =
    board2 === null
      ? board.trim() === ''
        ? []
        : [say.headBoard(board.trim())]
      : [say.headBoards(cards(board), cards(board2))];
  return [say.games[game], ...boards, ...(dead.trim() === '' ? [] : [say.headDead(dead.trim())])].join(' · ');
}

function formatPlayers({ players }: EquityAnswer, output: Output): string[] {
  const columnsFor = (nameWidth: number, bars: readonly string[] | null): Column[] => [
    { title: '#', align: 'right', cells: players.map((_, i) => String(i + 1)) },
    {
      title: say.columns.player,
      align: 'left',
      cells: players.map(({ input }) => shorten(plainText(input), nameWidth)),
    },
    { title: say.columns.combos, align: 'right', cells: players.map(({ combos }) => formatCount(combos)) },
    { title: say.columns.equity, align: 'right', cells: players.map(formatPlayerEquity) },
    ...(bars === null ? [] : [{ title: '', align: 'left', cells: bars } as const]),
    { title: say.columns.win, align: 'right', cells: players.map(({ win }) => formatPct(win)) },
    { title: say.columns.tie, align: 'right', cells: players.map(({ tie }) => formatPct(tie)) },
  ];
  const widest = Math.max(...players.map(({ input }) => [...plainText(input)].length));
  if (!output.terminal) return formatTable(columnsFor(nameWidthOf(output), null));

  const bare = lineWidth(formatTable(columnsFor(1, null))) - say.columns.player.length;
  const nameWidth = Math.max(NARROWEST_NAME, Math.min(widest, output.width - bare));
  const room = output.width - bare - Math.max(nameWidth, say.columns.player.length) - 2;
  const barWidth = Math.min(WIDEST_BAR, room);
  const bars = barWidth < NARROWEST_BAR ? null : players.map(({ equity }) => formatBar(equity, barWidth));
  const [titles = '', ...rows] = formatTable(columnsFor(nameWidth, bars));
  return [paint(output, 'dim', titles), ...rows];
}

function formatPlayerEquity({ equity, standardError }: PlayerAnswer): string {
  return standardError === null ? formatPct(equity) : `${formatPct(equity)} ±${(standardError * 100).toFixed(2)}`;
}

/** Two boards: equity on each, and how often which share of the pot is won. */
function formatShares({ players }: EquityAnswer): string[] {
  const right = (title: string, cellOf: (player: PlayerAnswer) => string): Column => ({
    title,
    align: 'right',
    cells: players.map(cellOf),
  });
  const shares = ['all', 'threeQuarters', 'half', 'quarter', 'none', 'other'] as const;
  const used = shares.filter((share) => share !== 'other' || players.some(({ joint }) => (joint?.other ?? 0) > 0));
  return formatTable([
    { title: '#', align: 'right', cells: players.map((_, i) => String(i + 1)) },
    ...[0, 1].map((board) => right(say.boardColumn(board + 1), ({ boards }) => formatPct(boards[board]?.equity ?? 0))),
    ...used.map((share) => right(say.shareColumns[share], ({ joint }) => formatPct(joint?.[share] ?? 0))),
  ]);
}

function formatMethod(answer: EquityAnswer): string[] {
  const { trials, exact, jointExact, jointStandardError } = answer;
  const time = formatTime(answer.elapsedMs);
  const trialsAs = exact ? (jointExact === true ? say.runOutPairs : say.runOuts) : say.deals;
  const count = trialsAs(trials, formatCount(trials));
  const whole = exact ? say.exact(count, time) : say.sampled(count, formatError(answer.standardError ?? 0), time);
  if (jointStandardError === null) return [whole];
  return [whole, (exact ? say.jointSampled : say.sharesSampled)(formatError(jointStandardError))];
}

function formatError(standardError: number): string {
  return `${(standardError * 100).toFixed(3)}%`;
}

function lineWidth(lines: readonly string[]): number {
  return Math.max(...lines.map((line) => [...line].length));
}

function paintBars(line: string, output: Output): string {
  return line
    .replace(/[█▏▎▍▌▋▊▉]+/u, (bar) => paint(output, 'green', bar))
    .replace(/░+/u, (track) => paint(output, 'dim', track));
}
