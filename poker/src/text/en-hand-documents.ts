/** What is said of hands in documents, PHH and Open Hand History, that cannot be read. */
import type { HandErrorCode } from '../hand-history/hand-error.ts';
import { handMistakes } from './en-hands.ts';
import { quote } from './phrases.ts';

export interface HandSaid {
  readonly code: HandErrorCode;
  readonly message: string;
}

const unreadable = (message: string): HandSaid => ({ code: 'unreadable', message });

export const documentMistakes = {
  unsupportedGame: (name: string): HandSaid => ({
    code: 'unsupported-variant',
    message: handMistakes.unplayedGame(name),
  }),
  brokenDocument: (found: string): HandSaid => unreadable(`The file cannot be read on from here: ${quote(found)}.`),
  missingField: (field: string): HandSaid => ({ code: 'incomplete', message: `The hand has no ${quote(field)}.` }),
  badField: (field: string): HandSaid => unreadable(`What stands at ${quote(field)} cannot be read.`),
  fieldLength: (field: string, wanted: number, found: number): HandSaid =>
    unreadable(`${quote(field)} has ${found} entries where the hand has ${wanted} players.`),
  badAmount: (text: string): HandSaid => unreadable(`${quote(text)} is not an amount of chips.`),
  badCards: (text: string): HandSaid => unreadable(`${quote(text)} cannot be read as cards.`),
  badAction: (text: string): HandSaid => unreadable(`The action ${quote(text)} cannot be read.`),
  noSuchPlayer: (text: string): HandSaid => unreadable(`${quote(text)} is nobody at the table.`),
  playerCount: (count: number): HandSaid => unreadable(handMistakes.playersInHand(count)),
} as const;
