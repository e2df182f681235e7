/**
 * Hand histories of Winamax: cash games, Go Fast, tournaments and Expresso.
 *
 * Its account of the end is another than PokerStars': a bet that nobody called does not come back but is part of what is
 * collected, and the total is what is left when the rake has been taken.
 */
import { fail, type Result } from '../../../result.ts';
import { handMistakes } from '../../../text/en-hands.ts';
import { type HandError, handError } from '../../hand-error.ts';
import type { PlayedHand } from '../../played-hand.ts';
import { HandDraft } from '../../reading/hand-draft.ts';
import type { SiteFormat } from '../site-format.ts';
import { readCourseLine } from './course-line.ts';
import { readHead, readSeatLine, readTableLine } from './heading.ts';
import { readSummaryLine } from './summary-line.ts';

export const winamax: SiteFormat = {
  site: 'winamax',
  begins: (line) => line.startsWith('Winamax Poker - ') && line.includes(' - HandId: #'),
  parse: (lines) => parse(lines),
};

const parse = (lines: readonly string[]): Result<PlayedHand, HandError> => {
  const table = readTableLine(lines[1] ?? '');
  if (table === null) return fail(handError('unreadable', handMistakes.unreadableHeader(lines[1] ?? ''), 1));
  const head = readHead(lines[0] ?? '', table, lines);
  if (!head.ok) return head;
  const draft = new HandDraft(head.value);
  draft.button = table.button;

  let at = 2;
  for (; at < lines.length && draft.error === null; at++) {
    draft.line = at;
    const seat = readSeatLine(lines[at]!, head.value.money.decimals);
    if (seat === null) break;
    draft.addSeat(seat.seat, seat.name, seat.stack);
  }
  let isSummary = false;
  for (; at < lines.length && draft.error === null; at++) {
    draft.line = at;
    const line = lines[at]!.trimEnd();
    if (line === '') continue;
    if (isSummary) readSummaryLine(line, draft);
    else if (line.startsWith('*** SUMMARY ***')) isSummary = true;
    else readCourseLine(line, draft);
  }
  asOthersTellIt(draft);
  return draft.finish();
};

/** The bet that nobody called is taken out of what was collected, and the rake put back into the pot. */
const asOthersTellIt = ({ chips }: HandDraft): void => {
  const { uncalled } = chips;
  if (uncalled !== null && !chips.hasReturned) {
    chips.collect(uncalled.player, -uncalled.chips);
    chips.giveBack(uncalled.player, uncalled.chips);
    if (chips.pot !== null) chips.pot -= uncalled.chips;
  }
  if (chips.pot !== null) chips.pot += chips.rake ?? 0;
};
