/**
 * A piece of text into rows: cut into hands, each read, played again by the rules, and worked out. A hand that cannot be
 * read is an error with its line; it never takes another with it, not even by a fault of ours.
 */
import type { ImportError, ImportRequest } from '@ploscope/contracts';
import { type Cut, courseOf, HandCutter, type HandError, type PlayedHand, replay, SITE_FORMATS } from '@ploscope/poker';
import { sayHands } from '../../../text/en-hands.ts';
import { storable } from '../storable-text.ts';
import type { Adjuster } from './adjuster.ts';
import type { Read } from './hand.messages.ts';
import { type HandRows, rowsOf } from './hand-row.ts';

/** A hand takes more characters than a piece has for so many. */
const MOST_HANDS = 10_000;
const MOST_MESSAGE_CHARS = 1_000;

export async function readPiece({ file, line, text }: ImportRequest, adjuster: Adjuster): Promise<Read> {
  const errors: ImportError[] = [];
  const faults: string[] = [];
  const rows: HandRows[] = [];
  /** `at`: the line of the piece, from 1. */
  const tell = (at: number, code: string, message: string): void => {
    const told = { code, message: storable(message, MOST_MESSAGE_CHARS) };
    errors.push({ file: storable(file, file.length), line: line - 1 + at, ...told });
  };
  const cutter = new HandCutter(SITE_FORMATS);
  const cuts = [...cutter.feed(text), ...cutter.end()];
  for (const cut of cuts.slice(0, MOST_HANDS)) {
    try {
      const read = await readHand(cut, adjuster);
      if ('code' in read) tell(cut.line + read.line, read.code, read.message);
      else rows.push(read);
    } catch (error) {
      faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
      tell(cut.line, 'unreadable', sayHands.ourFault);
    }
  }
  const next = cuts[MOST_HANDS];
  if (next !== undefined) tell(next.line, 'too-long', sayHands.tooManyHands(MOST_HANDS));
  return {
    kind: 'read',
    count: rows.length,
    hands: JSON.stringify(rows.map(({ hand }) => hand)),
    contents: JSON.stringify(rows.map(({ content }) => content)),
    errors,
    faults,
  };
}

async function readHand(cut: Cut, adjuster: Adjuster): Promise<HandRows | HandError> {
  if (!cut.ok) return cut.error;
  const hand = cut.format.parse(cut.lines);
  if (!hand.ok) return hand.error;
  if (isTooMuch(hand.value)) return { code: 'unreadable', message: sayHands.tooManyChips, line: 0 };
  const played = replay(hand.value);
  if (!played.ok) return played.error;
  const course = courseOf(played.value);
  return rowsOf(course, cut.lines.join('\n'), await adjuster(course));
}

/** Sums of chips over a player's hands are still exact. */
const MOST_CHIPS = 1e14;

function isTooMuch({ players, bigBlind, smallBlind }: PlayedHand): boolean {
  return players.reduce((sum, { stack }) => sum + stack, bigBlind + smallBlind) > MOST_CHIPS;
}
