/** Lines of hands as a table. */
import type { HandLine } from '@ploscope/contracts';
import type { Output } from '../terminal/output.ts';
import { type Column, formatTable, plainText, shorten } from '../terminal/table.ts';
import { sayHands } from '../text/en-hands.ts';

const MINUTE_CHARS = 'YYYY-MM-DDTHH:MM'.length;

export function listLines(hands: readonly HandLine[], { width }: Pick<Output, 'width'>): string[] {
  if (hands.length === 0) return [sayHands.noHands];
  const { listColumns: titles } = sayHands;
  const column = (title: string, of: (hand: HandLine) => string, align: Column['align'] = 'left'): Column => ({
    title,
    align,
    cells: hands.map((hand) => plainText(of(hand))),
  });
  const lines = formatTable(
    [
      column(titles.played, ({ playedAt }) => playedAt?.slice(0, MINUTE_CHARS).replace('T', ' ') ?? '–'),
      column(titles.stakes, ({ stakes }) => stakes),
      column(titles.position, ({ position }) => position ?? '–'),
      column(titles.cards, ({ cards }) => cards),
      column(titles.board, ({ board }) => board),
      column(titles.net, netOf, 'right'),
      column(titles.line, ({ line }) => line),
    ],
    0,
  );
  return lines.map((line) => shorten(line, width));
}

function netOf({ net, bigBlind }: HandLine): string {
  if (net === null || bigBlind <= 0) return '–';
  return `${net > 0 ? '+' : ''}${(net / bigBlind).toFixed(1)}`;
}
