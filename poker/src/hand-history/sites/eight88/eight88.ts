/**
 * Hand histories of 888poker, and of the Pacific and Cassava network before it: cash games, Snap, tournaments.
 *
 * They tell what a raise adds, not what it is to; nothing of rake or of bets that came back; and dates without a zone,
 * which are taken as UTC. Cards and amounts are in the player's own language (`localised.ts`).
 */
import { fail, type Result } from '../../../result.ts';
import { handMistakes } from '../../../text/en-hands.ts';
import { type HandError, handError } from '../../hand-error.ts';
import type { PlayedHand } from '../../played-hand.ts';
import { HandDraft } from '../../reading/hand-draft.ts';
import { uncalledApart } from '../../reading/uncalled-apart.ts';
import type { Follower, SiteFormat } from '../site-format.ts';
import { readCourseLine } from './course-line.ts';
import { FIRST_LINE, readHead } from './head.ts';
import { cardReader, readSeatLine } from './localised.ts';

/** Stands before the first line, in most files. */
const NUMBER_LINE = /^#Game No : \d/;

const begins = (line: string): boolean =>
  line.startsWith('#Game No') ? NUMBER_LINE.test(line) : line.startsWith('****') && FIRST_LINE.test(line);

const follow = (): Follower => {
  let hasNumber = false;
  let hasFirst = false;
  return (line) => {
    const isNumber = line.startsWith('#Game No') && NUMBER_LINE.test(line);
    const isFirst = line.startsWith('****') && FIRST_LINE.test(line);
    if ((isNumber && (hasNumber || hasFirst)) || (isFirst && hasFirst)) return 'next';
    hasNumber ||= isNumber;
    hasFirst ||= isFirst;
    return 'within';
  };
};

const parse = (lines: readonly string[]): Result<PlayedHand, HandError> => {
  const head = readHead(lines);
  if (!head.ok) return head;
  const draft = new HandDraft(head.value.head);
  draft.button = head.value.button;
  const cards = cardReader(lines);
  let isCourse = false;
  for (let at = head.value.end; at < lines.length && draft.error === null; at++) {
    draft.line = at;
    const line = lines[at]?.trim() ?? '';
    const seat = isCourse ? null : readSeatLine(line, draft.head.money.decimals);
    if (seat !== null) draft.addSeat(seat.seat, seat.name, seat.stack);
    else if (draft.playerCount > 0) {
      isCourse = true;
      readCourseLine(line, draft, cards);
    }
  }
  if (isCancelled(lines)) return fail(handError('cancelled', handMistakes.handCancelled()));
  // Nothing is said of bets that came back.
  draft.chips.tellsReturned = false;
  if (draft.head.tournament !== null) draft.chips.rake = 0;
  const hand = draft.finish();
  return hand.ok ? { ok: true, value: uncalledApart(hand.value) } : hand;
};

/** Nobody was dealt cards and nobody posted the big blind: everybody got back what was there. */
const isCancelled = (lines: readonly string[]): boolean =>
  !lines.some((line) => line.startsWith('** Dealing ') || line.includes(' posts big blind ['));

export const eight88: SiteFormat = { site: '888', begins, follow, parse };
