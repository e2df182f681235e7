/**
 * Every sentence this room says to a player, in English. Each entry gives the error's code, the sentence and, where
 * there is one, the advice; nothing outside this folder holds text for readers.
 */
import type { JobError } from '@ploscope/kernel';
import type { Said } from '../result.ts';
import { rangeAdvice } from './en-advice.ts';
import { plosMistakes } from './en-plos.ts';
import { rangeMistakes } from './en-range.ts';
import { reviewRefusals } from './en-review.ts';
import { solveMistakes } from './en-solve.ts';
import { solveRefusals } from './en-solve-job.ts';
import { plural, quote } from './phrases.ts';

const SAMPLE_INSTEAD = 'Leave out “exact”: the answer is then sampled, as precisely as you ask for.';

export const say = {
  ...rangeMistakes,
  ...rangeAdvice,
  ...solveMistakes,
  ...plosMistakes,
  ...solveRefusals,
  ...reviewRefusals,
  badRank: (letter: string): Said => ({
    code: 'bad-rank',
    message: `“${letter}” is not a rank.`,
    hint: 'A card is a rank A K Q J T 9 8 7 6 5 4 3 2 and a suit s h d c, such as As.',
  }),
  badSuit: (letter: string): Said => ({
    code: 'bad-suit',
    message: `“${letter}” is not a suit.`,
    hint: 'The suits are s h d c.',
  }),
  missingSuit: (rank: string): Said => ({
    code: 'missing-suit',
    message: `${quote(rank)} has no suit.`,
    hint: `Write ${rank}s, ${rank}h, ${rank}d or ${rank}c.`,
  }),
  duplicateCard: (card: string): Said => ({ code: 'duplicate-card', message: `${card} is written twice.` }),
  cardCount: (what: string, wanted: number, found: number): Said => ({
    code: 'card-count',
    message: `${what} has ${plural(wanted, 'card')}; this has ${found}.`,
  }),

  orderingMagic: (): Said => ({ code: 'ordering-magic', message: 'This is not an ordering file.' }),
  orderingHeader: (): Said => ({ code: 'ordering-header', message: 'The header of the ordering file cannot be read.' }),
  orderingLength: (): Said => ({ code: 'ordering-length', message: 'The ordering file is cut short or too long.' }),
  notASpot: (): Said => ({
    code: 'spot',
    message: 'A spot is an object.',
    hint: '{"game":"plo4","hands":["AsAhKsKh","9d8d7c6c"]}',
  }),
  unknownField: (field: string, near: string | null): Said => ({
    code: 'unknown-field',
    message: `There is no field ${quote(field)}.`,
    hint: near === null ? 'It has game, hands, board, board2 and dead.' : `Did you mean “${near}”?`,
  }),
  spotVersion: (version: string): Said => ({
    code: 'version',
    message: 'This spot is of another version.',
    hint: `This program reads ${version}.`,
  }),
  unknownGame: (near: string | null, games: readonly string[]): Said => ({
    code: 'game',
    message: 'There is no such game.',
    hint: near === null ? `The games are ${games.join(', ')}.` : `Did you mean ${near}?`,
  }),
  handsType: (): Said => ({
    code: 'field-type',
    message: 'The hands are a list of texts, one per player.',
    hint: '"hands":["AsAhKsKh","15%"]',
  }),
  handType: (): Said => ({ code: 'field-type', message: 'A hand is a text.', hint: '"AsAhKsKh" or "15%"' }),
  cardsType: (): Said => ({ code: 'field-type', message: 'Cards are a text.', hint: 'Such as "Ks9d4c".' }),
  playerCount: (found: number, least: number, most: number, game: string): Said => ({
    code: 'players',
    message: `${game} takes ${least} to ${most} players here; this has ${found}.`,
    hint: 'Each text of the list is one player’s hand or range.',
  }),
  boardCount: (found: number): Said => ({
    code: 'board-count',
    message: `A board has no cards, three, four or five; this has ${found}.`,
  }),
  onBoard: (): string => 'on the board',
  onBoard2: (): string => 'on the second board',
  amongDead: (): string => 'among the dead cards',
  inHand: (number: number): string => `in hand ${number}`,
  cardTwice: (card: string, one: string, other: string): Said => ({
    code: 'card-twice',
    message: `${card} is ${one} and ${other}.`,
  }),
  deck: (needed: number): Said => ({ code: 'deck', message: `This takes ${needed} cards; the deck has 52.` }),
  emptyLink: (): Said => ({ code: 'link', message: 'The link holds no spot.' }),
  linkValue: (key: string): Said => ({ code: 'link', message: `${quote(key)} in the link cannot be read.` }),
  linkTwice: (key: string): Said => ({ code: 'link', message: `${quote(key)} stands twice in the link.` }),
  emptyPlayer: (): Said => ({
    code: 'empty',
    message: 'No hand is left once boards and dead cards are out.',
    hint: 'Write a wider range, or look over the known cards.',
  }),
  noHandFits: (game: string): Said => ({
    code: 'empty',
    message: `No ${game} hand fits this.`,
    hint: 'The conditions joined by “:” and “!” may exclude each other, or the percentage is below one hand.',
  }),
  blockedPlayer: (others: readonly number[]): Said => ({
    code: 'empty',
    message: `The cards of ${others.length === 1 ? 'hand' : 'hands'} ${others.join(' and ')} leave no hand here.`,
    hint: 'Write a range that holds other cards too.',
  }),
  handsClash: (one: number, other: number, card: string): Said => ({
    code: 'impossible',
    message: `Hands ${one} and ${other} cannot both be dealt: each needs ${card}.`,
    hint: 'A card can be in one hand only.',
  }),
  orderingMissing: (name: string): Said => ({
    code: 'ordering-missing',
    message: `This needs the percentage ordering ${name}, which is not there.`,
  }),
  tooManyCombos: (combos: number, most: number): Said => ({
    code: 'too-many-combos',
    message: `This range has ${combos.toLocaleString('en')} combos; at most ${most.toLocaleString('en')} may be asked for at once.`,
  }),
  tooSlow: (): Said => ({
    code: 'too-slow',
    message: 'This range takes too long to work out.',
    hint: 'Write it with fewer or simpler terms.',
  }),
  badOption: (name: string): Said => ({ code: 'option', message: `“${name}” must be a number above zero.` }),
  job: (code: JobError['code']): Said => ({ code, message: JOB_ERRORS[code] }),
  exactPlayers: (): Said => ({
    code: 'too-large',
    message: 'With more than two players, an exact answer needs a single hand for each.',
    hint: SAMPLE_INSTEAD,
  }),
  exactBoard: (): Said => ({
    code: 'too-large',
    message: 'A range can be worked out exactly from the flop on, not before.',
    hint: SAMPLE_INSTEAD,
  }),
  exactCombos: (): Said => ({
    code: 'too-large',
    message: 'These are too many combos for an exact equity of each.',
    hint: SAMPLE_INSTEAD,
  }),
  wholeRange: (): string => 'Whole range',
  /** Multiplicities above one, largest first: `2-2`. */
  pairKind: (paired: string): string => PAIR_KINDS[paired] ?? paired,
  suitKind: (shape: string, macro: 'o' | 'ss' | 'ds' | 'ts' | null): string =>
    TWO_CARD_SUITS[shape] ?? `${macro === null ? 'One long suit' : SUIT_KINDS[macro]} ${shape}`,
  connectionKind: (ranks: number): string =>
    ranks === 1 ? 'No two ranks in one straight' : `${ranks} ranks in one straight`,
} as const;

const PAIR_KINDS: Readonly<Record<string, string>> = {
  '': 'No pair',
  '2': 'One pair',
  '2-2': 'Two pairs',
  '2-2-2': 'Three pairs',
  '3': 'Trips',
  '3-2': 'Trips and a pair',
  '3-3': 'Two trips',
  '4': 'Quads',
  '4-2': 'Quads and a pair',
};

const SUIT_KINDS = { o: 'Off-suit', ss: 'Single-suited', ds: 'Double-suited', ts: 'Triple-suited' } as const;

const TWO_CARD_SUITS: Readonly<Record<string, string>> = { '2': 'Suited', '1-1': 'Off-suit' };

const JOB_ERRORS: Readonly<Record<JobError['code'], string>> = {
  players: 'There are too few players, too many, or not enough cards for them.',
  cards: 'A card is missing, is no card, or is there twice.',
  board: 'A board must have no cards, three, four or five.',
  weights: 'The weights must be whole numbers from 1 to 100.',
  stop: 'The stop rule cannot be met.',
  empty: 'No hand is left once the known cards are out.',
  impossible: 'No deal was found that gives every player a hand.',
  'too-large': 'This is too large to be worked out exactly.',
  cancelled: 'Cancelled.',
};
