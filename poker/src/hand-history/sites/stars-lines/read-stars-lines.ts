/**
 * The lines below the heading of a hand, as PokerStars writes them and others after it (GG): the table, the seats, what
 * happens until `*** SUMMARY ***`, and the summary.
 */
import { fail, type Result } from '../../../result.ts';
import { handMistakes } from '../../../text/en-hands.ts';
import { type HandError, handError } from '../../hand-error.ts';
import type { PlayedHand } from '../../played-hand.ts';
import { type DraftHead, HandDraft } from '../../reading/hand-draft.ts';
import { readCourseLine } from './course-line.ts';
import { readSeatLine, readTableLine } from './seat-lines.ts';
import { readSummaryLine } from './summary-line.ts';

/** What the first line says; the second has the rest. */
export type StarsHead = Omit<DraftHead, 'table' | 'seats'>;

export const readStarsLines = (lines: readonly string[], head: StarsHead): Result<PlayedHand, HandError> => {
  const table = readTableLine(lines[1] ?? '');
  if (table === null) return fail(handError('unreadable', handMistakes.unreadableHeader(lines[1] ?? ''), 1));
  const draft = new HandDraft({ ...head, table: table.name, seats: table.seats });
  draft.button = table.button;

  let at = 2;
  for (; at < lines.length && draft.error === null; at++) {
    draft.line = at;
    const seat = readSeatLine(lines[at]!, head.money.decimals);
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
  // Old histories are silent about bets that came back.
  if (!draft.chips.hasReturned && draft.chips.uncalled !== null) draft.chips.tellsReturned = false;
  // Some programs that export such histories take the rake out of the total.
  const { pot, rake } = draft.chips;
  if (pot !== null && rake !== null && rake > 0 && pot === draft.chips.collected) draft.chips.pot = pot + rake;
  return draft.finish();
};

/** Such hands have no end, and often no beginning either. */
export const isCancelled = (lines: readonly string[]): boolean =>
  lines.some((line) => line.startsWith('Hand cancelled') || line.startsWith('Hand canceled'));
