/** What is said of hands in documents, PHH and Open Hand History, that cannot be read. */
import { quote } from './phrases.ts';

export interface HandSaid {
  readonly code: 'unsupported-variant' | 'unreadable' | 'incomplete' | 'cancelled' | 'too-long' | 'unknown-format';
  readonly message: string;
}

const unreadable = (message: string): HandSaid => ({ code: 'unreadable', message });

export const documentMistakes = {
  unsupportedGame: (name: string): HandSaid => ({
    code: 'unsupported-variant',
    message: `${quote(name)} is not played here: Omaha of four, five or six cards and Hold’em are, pot-limit or no-limit.`,
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
  playerCount: (count: number): HandSaid => unreadable(`A hand has two to ten players; this has ${count}.`),
} as const;
