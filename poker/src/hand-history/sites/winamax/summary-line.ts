/** A line below `*** SUMMARY ***`: `Total pot 4.48€ | Rake 0.22€`, the boards, and what became of each seat. */
import { handMistakes } from '../../../text/en-hands.ts';
import { readAmount } from '../../reading/amount.ts';
import { readCards } from '../../reading/card-text.ts';
import type { HandDraft, SeatIndex } from '../../reading/hand-draft.ts';

export const readSummaryLine = (line: string, draft: HandDraft): void => {
  if (line.startsWith('Total pot ')) readPotLine(line, draft);
  else if (line.startsWith('Seat ')) readSeatResult(line, draft);
  else if (/^(?:[A-Z]+ )?Board:? \[/i.test(line)) readBoardLine(line, draft);
};

/** Large totals are shortened, `15.52k`, and then tell nothing. */
const readPotLine = (line: string, draft: HandDraft): void => {
  const { decimals } = draft.head.money;
  const [first = '', second = ''] = line.split(' | ');
  draft.chips.pot = readAmount(first, decimals, 'Total pot '.length);
  draft.chips.rake = second.startsWith('Rake ') ? readAmount(second, decimals, 'Rake '.length) : 0;
  if (draft.chips.pot === null && !/\d[kM]$/.test(first)) {
    draft.fail('unreadable', handMistakes.unreadableAmount(line));
  }
  if (draft.chips.rake === null) draft.fail('unreadable', handMistakes.unreadableAmount(line));
  draft.isWhole = true;
};

const readBoardLine = (line: string, draft: HandDraft): void => {
  const cards = readCards(line.slice(line.indexOf('[')));
  const ordinal = ['FIRST', 'SECOND', 'THIRD'].indexOf(line.slice(0, line.indexOf(' ')).toUpperCase());
  if (cards === null) draft.fail('unreadable', handMistakes.unreadableCards(line));
  else if (!draft.boards.endsWith(ordinal < 0 ? null : ordinal, cards)) {
    draft.fail('mismatch', handMistakes.boardCards(line));
  }
};

const POSITION = /^\((?:button|small blind|big blind)\) /;

const readSeatResult = (line: string, draft: HandDraft): void => {
  const colon = line.indexOf(': ');
  const player = draft.onSeat(Number(line.slice(5, colon)));
  if (colon < 0 || player < 0 || draft.nameAt(line, ' ', colon + 2) !== player) return;
  let what = line.slice(colon + 3 + draft.nameOf(player).length);
  while (POSITION.test(what)) what = what.replace(POSITION, '');
  readResult(player, what, line, draft);
};

/** `folded` alone is said of players who were not dealt in, too. */
const readResult = (player: SeatIndex, what: string, line: string, draft: HandDraft): void => {
  if (what.startsWith('folded on') || what.startsWith('won ')) draft.dealIn(player);
  if (!what.startsWith('showed [')) return;
  const open = what.indexOf('[');
  const cards = readCards(what.slice(open, what.indexOf(']', open)));
  if (cards === null) draft.fail('unreadable', handMistakes.unreadableCards(line));
  else draft.show(player, cards, line);
};
