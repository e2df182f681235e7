/** The answer as plain text, for a chat or a forum: columns that line up, and the link to the spot below. */
import { GAME_NAMES, type Spot } from '@ploscope/poker';
import { formatCount, formatPct } from '../../../lib/format-number.ts';
import { text } from '../../../text/en.ts';
import type { Answered } from '../state.ts';

export function answerText(answered: Answered, spot: Spot, link: string): string {
  const { answer, rows } = answered;
  const known = [
    GAME_NAMES[spot.game],
    spot.board && `${text.answer.copied.board} ${spot.board}`,
    spot.board2 && `${text.answer.copied.board2} ${spot.board2}`,
    spot.dead && `${text.answer.copied.dead} ${spot.dead}`,
  ].filter(Boolean);
  const sure = answer.exact
    ? `${text.answer.exact}, ${text.answer.runOuts(formatCount(answer.trials))}`
    : `${text.answer.sampled}, ${text.answer.error(formatPct(answer.standardError ?? 0, 3))}`;
  const { player, hand, equity, win, tie } = text.answer.copied;
  const lines = [
    [player, hand, equity, win, tie],
    ...answer.players.map((one, at) => [
      String((rows[at] ?? at) + 1),
      one.input,
      `${formatPct(one.equity)}%`,
      `${formatPct(one.win)}%`,
      `${formatPct(one.tie)}%`,
    ]),
  ];
  return [`${known.join(' · ')} (${sure})`, ...columns(lines), link].join('\n');
}

/** Words to the left, figures (from the third column on) to the right. */
function columns(lines: readonly (readonly string[])[]): string[] {
  const widths = (lines[0] ?? []).map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  return lines.map((line) =>
    line
      .map((word, at) => (at < 2 ? word.padEnd(widths[at] ?? 0) : word.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
