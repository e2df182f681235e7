/** What is said of mistakes in a spot that is to be solved: its fields, its boards, its sizes, its tree. */
import type { Said } from '../result.ts';
import { plural, quote } from './phrases.ts';

const grouped = (count: number): string => count.toLocaleString('en');

export const solveMistakes = {
  noSuchField: (field: string, near: string | null, fields: readonly string[]): Said => ({
    code: 'unknown-field',
    message: `There is no field ${quote(field)}.`,
    hint: near === null ? `There are ${fields.join(', ')}.` : `Did you mean “${near}”?`,
  }),
  handsAndSides: (): Said => ({
    code: 'unknown-field',
    message: 'A spot has hands, or oop and ip; this has both.',
    hint: 'With hands it asks for equities, with oop and ip it is solved.',
  }),
  notSolvable: (): Said => ({
    code: 'spot',
    message: 'A spot is an object.',
    hint: '{"board":"Ks9d4c2h7s","pot":60,"stack":540,"oop":{"range":"*","bets":{"river":["pot"]}},"ip":{"range":"*"}}',
  }),
  objectType: (example: string): Said => ({
    code: 'field-type',
    message: 'An object with fields should stand here.',
    hint: example,
  }),
  rangeType: (): Said => ({
    code: 'field-type',
    message: 'A range is a text.',
    hint: '"range":"AA$ds", or "*" for any hand.',
  }),
  sizesType: (): Said => ({ code: 'field-type', message: 'Sizes are a list of texts.', hint: '"river":["50%","pot"]' }),
  sizeType: (): Said => ({
    code: 'field-type',
    message: 'A size is a text.',
    hint: '"50%", "pot", "2.5x", "60c", "a" or "e"',
  }),
  locksType: (): Said => ({
    code: 'field-type',
    message: 'Locks are a list.',
    hint: '"locks":[{"line":"x","actions":{"x":1}}]',
  }),
  lockHandsType: (): Said => ({
    code: 'field-type',
    message: 'The hands of a lock are a list.',
    hint: '"hands":[{"range":"AA$ds","actions":{"x":1}}]',
  }),
  sideMissing: (example: string): Said => ({ code: 'field-type', message: 'A player is missing.', hint: example }),
  tooManyLocks: (most: number): Said => ({ code: 'lock', message: `There may be at most ${grouped(most)} locks.` }),
  emptyLock: (): Said => ({
    code: 'lock',
    message: 'This lock fixes nothing.',
    hint: 'Give actions for the whole node, or hands with a range and actions each.',
  }),
  lockShare: (): Said => ({
    code: 'lock',
    message: 'How often an action is taken is a number from 0 on.',
    hint: 'Shares sum to 1, percentages to 100.',
  }),
  lockSum: (sum: number): Said => ({
    code: 'lock',
    message: `The actions of a lock sum to ${Number(sum.toPrecision(6))}.`,
    hint: 'Shares sum to 1, percentages to 100.',
  }),
  lineType: (): Said => ({ code: 'field-type', message: 'A line is a text.', hint: '"x-b60-c-[7s]-x"' }),
  chips: (least: number, most: number): Said => ({
    code: 'chips',
    message: `Chips are a whole number from ${grouped(least)} to ${grouped(most)}.`,
    hint: 'Where there are halves, count everything in half chips.',
  }),
  chipsMissing: (what: 'pot' | 'stack'): Said => ({
    code: 'chips',
    message: what === 'pot' ? 'The pot is missing.' : 'The stack is missing.',
    hint: what === 'pot' ? '"pot":60 is what lies in the middle.' : '"stack":540 is what each player has left.',
  }),
  rakeRate: (): Said => ({
    code: 'number',
    message: 'The rake’s rate is a share from 0 to below 1.',
    hint: 'Write 0.05 for 5 %.',
  }),
  threshold: (most: number): Said => ({
    code: 'number',
    message: `A number from 0 to ${most} should stand here.`,
    hint: '0 turns it off; 1 is as much as the pot.',
  }),
  maxRaises: (most: number): Said => ({
    code: 'number',
    message: `The most raises are null or a whole number from 0 to ${most}.`,
    hint: 'null means no limit.',
  }),
  solveBoard: (cards: number): Said => ({
    code: 'solve-board',
    message: `A board of ${plural(cards, 'card')} cannot be solved here.`,
    hint: 'Write three, four or five cards.',
  }),
  otherStreet: (first: number, second: number): Said => ({
    code: 'solve-board',
    message: `The first board has ${plural(first, 'card')}, the second ${second === 0 ? 'none' : second}.`,
    hint: 'Both boards are on one street: write four cards on each, or five, or leave out the second board.',
  }),
  deadBeforeRiver: (): Said => ({
    code: 'solve-dead',
    message: 'Dead cards are taken on the river only.',
    hint: 'Before the river every card that nobody needs to hold can still be dealt.',
  }),
  minBetAbovePot: (): Said => ({
    code: 'chips',
    message: 'The smallest bet is above the pot, which pot limit does not allow.',
    hint: 'Make minBet at most the pot.',
  }),
  badSize: (text: string, raise: boolean): Said => ({
    code: 'size',
    message: text.trim() === '' ? 'A size is missing.' : `${quote(text)} is not a size.`,
    hint: raise
      ? 'Write 50%, pot, 2.5x, 60c (chips), a (all-in) or e (geometric).'
      : 'Write 50%, pot, 60c (chips), a (all-in) or e (geometric).',
  }),
  brokenChips: (text: string): Said => ({
    code: 'size',
    message: `${quote(text)} is no whole number of chips.`,
    hint: 'Where there are halves, count everything in half chips.',
  }),
  timesOfNothing: (text: string): Said => ({
    code: 'size',
    message: `${quote(text)} is a raise; there is no bet yet that it could multiply.`,
    hint: 'Bets are parts of the pot, as 50%.',
  }),
  sizeOutside: (text: string, least: string, most: string): Said => ({
    code: 'size',
    message: `${quote(text)} is out of bounds.`,
    hint: `Sizes of this kind go from ${least} to ${most}.`,
  }),
  sizeAbovePot: (text: string): Said => ({
    code: 'size-above-pot',
    message: `${quote(text)} is more than the pot, and the game is pot limit.`,
    hint: 'The largest size is pot.',
  }),
  raiseAbovePot: (text: string, to: number, most: number, line: string): Said => ({
    code: 'size-above-pot',
    message: `${quote(text)} would raise to ${grouped(to)} after ${quote(line)}; pot limit allows ${grouped(most)}.`,
    hint: 'Write 3x or less, which always fits, or pot.',
  }),
  tooManySizes: (most: number): Said => ({ code: 'size', message: `A street has at most ${most} sizes.` }),
  ipDonk: (): Said => ({
    code: 'unknown-field',
    message: 'Only the player who acts first can donk.',
    hint: 'Write donks with oop.',
  }),
  tooManyNodes: (street: string, most: number, field: string): Said => ({
    code: 'tree-size',
    message: `The ${street} of this tree has more than ${grouped(most)} nodes.`,
    hint: `Write fewer sizes in ${field}, or lower maxRaises.`,
  }),
  tooManyRaises: (street: string, most: number, field: string): Said => ({
    code: 'tree-size',
    message: `The ${street} of this tree goes on for more than ${most} raises.`,
    hint: `Write larger sizes in ${field}, or lower maxRaises.`,
  }),
  treeEmpty: (line: string): Said => ({
    code: 'tree-empty',
    message: `Nobody can bet in this tree: all of it is “${line}”.`,
    hint: 'Give sizes for a street that is still to be played, as "bets":{"river":["pot"]}.',
  }),
  lineTooLong: (most: number): Said => ({
    code: 'line',
    message: `A line has at most ${grouped(most)} characters.`,
  }),
  badStep: (text: string): Said => ({
    code: 'line',
    message: text === '' ? 'A step of the line is missing.' : `${quote(text)} is no step of a line.`,
    hint: 'Steps are x, f, c, b60, r240 and cards such as [7s], [7s2d] or [*], joined by “-”.',
  }),
  noSuchAction: (text: string, before: string, labels: readonly string[]): Said => ({
    code: 'line',
    message:
      before === '' ? `The line cannot begin with ${quote(text)}.` : `${quote(text)} cannot follow ${quote(before)}.`,
    hint: `There are ${labels.join(', ')}.`,
  }),
  cardDue: (before: string, boards: 1 | 2): Said => ({
    code: 'line',
    message:
      boards === 2
        ? `A card is dealt on each board after ${quote(before)}.`
        : `A card is dealt after ${quote(before)}.`,
    hint:
      boards === 2
        ? 'Write [*] for whatever comes, or the two cards in the order of the boards, as [7s2d].'
        : 'Write [*] for every card, or one such as [7s].',
  }),
  dealtCount: (cards: number): Said => ({
    code: 'line',
    message: `${plural(cards, 'card')} cannot be dealt at once.`,
    hint: 'Write one card such as [7s]; on two boards one for each, as [7s2d].',
  }),
  halfDeal: (text: string): Said => ({
    code: 'line',
    message: `${quote(text)} leaves a card open beside one that it names.`,
    hint: 'Write the card, as [7s], on two boards one for each, as [7s2d]; or [*] for whatever comes.',
  }),
  otherBoards: (cards: number, boards: 1 | 2): Said => ({
    code: 'line',
    message:
      boards === 2
        ? `${plural(cards, 'card')} stands here, and each of the two boards gets one.`
        : `${plural(cards, 'card')} stand here, and there is one board.`,
    hint: boards === 2 ? 'Write the two in the order of the boards, as [7s2d].' : 'Write one card such as [7s].',
  }),
  lineOver: (before: string): Said => ({ code: 'line', message: `Play is over after ${quote(before)}.` }),
  cardKnown: (card: string): Said => ({
    code: 'line',
    message: `${card} cannot be dealt: it is on the board or dead.`,
  }),
  lockNobodyActs: (line: string): Said => ({
    code: 'lock',
    message: `Nobody acts after ${quote(line)}.`,
    hint: 'A lock fixes what a player does at a node.',
  }),
  lockNoSuchAction: (label: string, line: string, labels: readonly string[]): Said => ({
    code: 'lock',
    message:
      line === ''
        ? `The first node has no action ${quote(label)}.`
        : `After ${quote(line)} there is no ${quote(label)}.`,
    hint: `There are ${labels.join(', ')}.`,
  }),
  lockTwice: (first: number): Said => ({
    code: 'lock',
    message: `locks[${first}] fixes this node already.`,
    hint: 'Put what is fixed at a node into one lock.',
  }),
  lockWeights: (): Said => ({
    code: 'lock',
    message: 'A lock holds for a hand or it does not; weights mean nothing here.',
    hint: 'Leave out “@”.',
  }),
  lockHoldsNothing: (): Said => ({
    code: 'lock',
    message: 'The player who acts here holds none of these hands.',
    hint: 'Write hands of that player’s range.',
  }),
  nothingTogether: (): Said => ({
    code: 'impossible',
    message: 'No hand of one range can be held together with a hand of the other.',
    hint: 'Each needs a card that the other holds. Write a wider range.',
  }),
} as const;
