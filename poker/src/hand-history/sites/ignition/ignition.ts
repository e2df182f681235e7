/**
 * Hand histories of Ignition, Bovada and Bodog: cash games, Zone, tournaments. Players have no names there, only the
 * places they sit at (`UTG+1`, `Dealer`), which give the order of play; the one whose file it is becomes `Hero`. Old files
 * show everybody’s cards, new ones those of players who came to the showdown. Times are UTC.
 *
 * Not read: files of 2012 that have no lines for flop, turn and river.
 */
import { fail, type Result } from '../../../result.ts';
import { handMistakes } from '../../../text/en-hands.ts';
import { type HandError, handError } from '../../hand-error.ts';
import type { PlayedHand } from '../../played-hand.ts';
import { HandDraft } from '../../reading/hand-draft.ts';
import { uncalledApart } from '../../reading/uncalled-apart.ts';
import type { SiteFormat } from '../site-format.ts';
import { readBlinds } from './blinds.ts';
import { CourseReader } from './course-line.ts';
import { FIRST_LINE, readHead } from './head.ts';
import { addPlaces, readPlaces } from './places.ts';
import { readSummaryLine } from './summary-line.ts';

const SITES = ['Ignition ', 'Bovada ', 'Bodog'];

const begins = (line: string): boolean => SITES.some((site) => line.startsWith(site)) && FIRST_LINE.test(line);

const parse = (lines: readonly string[]): Result<PlayedHand, HandError> => {
  const head = readHead(lines);
  if (!head.ok) return head;
  const places = readPlaces(lines, head.value.money.decimals);
  if (!places.ok) return places;
  const blinds = readBlinds(lines, head.value.money.decimals, head.value.blinds);
  if (blinds === null) return fail(handError('unreadable', handMistakes.noBlinds()));
  const { blinds: _, ...rest } = head.value;
  const draft = new HandDraft({ ...rest, ...blinds });
  addPlaces(draft, places.value);
  const course = new CourseReader(draft, places.value, lines);
  let isSummary = false;
  for (let at = 1; at < lines.length && draft.error === null; at++) {
    draft.line = at;
    const line = lines[at]?.trim() ?? '';
    if (isSummary) readSummaryLine(line, draft);
    else if (line.startsWith('*** SUMMARY ***')) isSummary = true;
    else course.line(line);
  }
  if (draft.error === null && isWithoutStreets(lines)) {
    return fail(handError('unreadable', handMistakes.noStreets()));
  }
  const hand = draft.finish();
  return hand.ok ? { ok: true, value: uncalledApart(hand.value) } : hand;
};

/** There is a board in the summary that was never dealt. */
const isWithoutStreets = (lines: readonly string[]): boolean =>
  lines.some((line) => /^Board \[\w\w/.test(line)) && !lines.some((line) => line.startsWith('*** FLOP ***'));

export const ignition: SiteFormat = { site: 'ignition', begins, parse };
