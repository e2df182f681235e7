/** What is said of hand histories that cannot be read. Names, lines and figures are quoted as the source writes them. */
import { plural, quote } from './phrases.ts';

export const handMistakes = {
  noKnownForm: (): string =>
    'This is no hand history that PLOScope knows: PokerStars, GG, Bovada/Ignition, 888, Winamax, PHH or Open Hand History.',
  handTooLong: (kilobytes: number): string => `This hand is longer than ${kilobytes} kB, and no hand can be.`,
  unplayedGame: (name: string): string => `${quote(name)} is a game PLOScope does not play.`,
  unknownGame: (words: string): string => `No game can be made out in ${quote(words)}.`,
  unreadableHeader: (line: string): string => `The first line of the hand cannot be read: ${quote(line)}.`,
  unreadableLine: (line: string): string => `This line cannot be read: ${quote(line)}.`,
  unreadableAmount: (line: string): string => `The amount cannot be read: ${quote(line)}.`,
  unreadableCards: (line: string): string => `The cards cannot be read: ${quote(line)}.`,
  sameNameTwice: (name: string): string => `Two players are called ${quote(name)}.`,
  sameSeatTwice: (seat: number): string => `Two players sit on seat ${seat}.`,
  unknownPlayer: (line: string): string => `No player of this name sits at the table: ${quote(line)}.`,
  playersInHand: (count: number): string => `A hand is played by 2 to 10 players; this has ${count}.`,
  holeCardsOf: (name: string, wanted: number, found: number): string =>
    `${quote(name)} has ${plural(found, 'hole card')}; the game has ${wanted}.`,
  otherCards: (one: string, other: string, line: string): string =>
    `The source tells of different cards, ${one} and ${other}: ${quote(line)}.`,
  boardCards: (line: string): string => `The board does not go on as it began: ${quote(line)}.`,
  latePost: (name: string): string => `${quote(name)} posts after the cards were dealt and somebody acted.`,
  raiseFigures: (line: string): string =>
    `The two figures of this raise do not fit what was bet before: ${quote(line)}.`,
  cashOutUntold: (line: string): string =>
    `The summary tells of a cash-out that the hand does not have: ${quote(line)}.`,
  blindUntold: (line: string): string => `The summary tells of a blind that nobody posts: ${quote(line)}.`,
  wonOtherwise: (line: string): string => `The summary tells of other winnings than the hand: ${quote(line)}.`,
  noSmallBlind: (): string => 'Nobody posts the small blind, and of two players one has to.',
  noPremium: (): string => 'An insurance was taken, and the hand does not tell what was paid for it.',
  noSummary: (): string => 'The hand ends before its summary.',
  raiseOtherwise: (line: string): string =>
    `What is added and what it is raised to do not fit what lay there: ${quote(line)}.`,
  noStreets: (): string => 'The hand does not say where its streets begin, as in files of 2012.',
  noBlinds: (): string => 'The hand does not say what the blinds are.',
  handCancelled: (): string => 'The site cancelled this hand.',
} as const;
