/**
 * Every sentence this room says to a player, in English. Each entry gives the error's code, the sentence and, where
 * there is one, the advice; nothing else in the room holds text for readers.
 */
import type { JobError } from '@ploscope/kernel';
import { GAME_NAMES, type Game } from '../games.ts';
import type { Said } from '../result.ts';

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** Said alike to whoever types words, sends documents, or picks from a list. */
const chooseGame = (cards: number, game: Game): string =>
  `For hands of ${cards} cards choose ${GAME_NAMES[game]} (game ${game}).`;

/** Quoted text, cut so that a sentence stays one: texts may be 100,000 characters long. */
const quote = (text: string): string => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;

const SAMPLE_INSTEAD = 'Leave out “exact”: the answer is then sampled, as precisely as you ask for.';

export const say = {
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

  emptyRange: (): Said => ({ code: 'empty-range', message: 'There is no range here.', hint: 'Write * for any hand.' }),
  missingTerm: (before: string): Said => ({
    code: 'missing-term',
    message: `Something is missing after “${before}”.`,
  }),
  cardWanted: (letter: string): Said => ({
    code: 'card-wanted',
    message: `A card should stand where “${letter}” is.`,
    hint: 'Cards are ranks A K Q J T 9…2 or *, suits s h d c, or both; lists stand in [ ].',
  }),
  unexpected: (letter: string): Said => ({
    code: 'unexpected',
    message: `“${letter}” cannot stand here.`,
    hint: 'Terms are joined by , (or), : (and) or ! (without).',
  }),
  unclosed: (open: string, close: string): Said => ({
    code: 'unclosed',
    message: `“${open}” is never closed.`,
    hint: `Add ${close}.`,
  }),
  tooLong: (most: number): Said => ({
    code: 'too-long',
    message: `A range may have at most ${most.toLocaleString('en')} characters.`,
  }),
  tooDeep: (most: number): Said => ({ code: 'too-deep', message: `Parentheses may nest ${most} deep.` }),
  tooComplex: (): Said => ({
    code: 'too-complex',
    message: 'The range has too many terms.',
    hint: 'Lists of whole hands may be longer; other terms can often be joined in brackets, such as [A-T].',
  }),
  /** `game`: the game that deals so many cards, where the text looks like one of its hands. */
  tooManyCards: (text: string, named: number, hand: string, most: number, game: Game | null): Said => ({
    code: 'too-many-cards',
    message: `${quote(text)} names ${plural(named, 'card')}; ${hand.charAt(0).toLowerCase()}${hand.slice(1)} has ${most}.`,
    hint:
      game !== null
        ? chooseGame(named, game)
        : /\s/.test(text.trim())
          ? 'Separate hands with a comma.'
          : 'Join two conditions on one hand with a colon, as in AA:xxyy.',
  }),
  fewCards: (text: string, named: number, cards: number, game: Game): Said => ({
    code: 'few-cards',
    message: `${quote(text)} names ${named} of ${cards} cards; the others are free.`,
    hint: chooseGame(named, game),
  }),
  weightThenMore: (whole: string | null): Said => ({
    code: 'unexpected',
    message: 'A weight stands at the end of its term.',
    hint: whole === null ? 'Put the term in parentheses: (a!b)@30.' : `Write ${whole}.`,
  }),
  numberAlone: (digits: string): Said => ({
    code: 'bad-rank',
    message: `“${digits}” is not a rank.`,
    hint: `For the top ${digits} % write ${digits}%.`,
  }),
  badWeight: (text: string): Said => ({
    code: 'bad-weight',
    message: text === '' ? 'A weight should follow “@”.' : `“${text}” is not a weight.`,
    hint: 'Weights are whole numbers from 1 to 100, as in AA@40.',
  }),
  mixedOperators: (): Said => ({
    code: 'mixed-operators',
    message: '“:” and “!” in one term can be read two ways.',
    hint: 'Use parentheses: (a:b)!c or a:(b!c).',
  }),
  minusNothing: (): Said => ({
    code: 'minus-nothing',
    message: '“!” takes hands away from what stands before it; nothing does.',
    hint: 'For every hand without an ace write *!A.',
  }),
  boardRelative: (token: string): Said => ({
    code: 'board-relative',
    message: `Words about the board such as “${token}” are not available yet.`,
    hint: 'Available are cards, [lists], spans, percentages and $ds $ss $ts $o $np $op $tp $nt $0g $1g $2g.',
  }),
  wrongAnd: (): Said => ({
    code: 'unexpected',
    message: '“&” cannot stand here.',
    hint: 'Both conditions: join them with a colon.',
  }),
  wrongOr: (letter: string): Said => ({
    code: 'unexpected',
    message: `“${letter}” cannot stand here.`,
    hint: 'Either of two: join them with a comma.',
  }),
  unknownMacro: (text: string): Said => ({
    code: 'unknown-macro',
    message: `There is no ${quote(text)}.`,
    hint: 'There are $ds $ss $ts $o, $np $op $tp $nt, $0g $1g $2g, and the rank classes $R $B $M $Z $N $F $W.',
  }),
  variableInList: (): Said => ({
    code: 'variable-in-list',
    message: 'A rank variable cannot stand inside brackets.',
    hint: 'Brackets list ranks, suits or cards: [A,K], [2c,A,s], [T-7].',
  }),
  listEntry: (text: string): Said => ({
    code: 'list-entry',
    message: `${quote(text)} is more than one card of a list.`,
    hint: 'Separate the cards of a list with commas: [K,Q,J].',
  }),
  spanWithoutRank: (): Said => ({
    code: 'span-rank',
    message: 'A span needs a plain rank to move.',
    hint: 'Spans look like KK-TT, 9876+ or [T-7].',
  }),
  spanLengths: (from: number, to: number): Said => ({
    code: 'span-lengths',
    message: `The ends of a span must have equally many cards; these have ${from} and ${to}.`,
    hint: 'Spans look like KK-TT, AKQ-432 or [T-7].',
  }),
  spanKinds: (): Said => ({
    code: 'span-kinds',
    message: 'The ends of a span must differ in rank only.',
    hint: 'Give both ends the same suits: AxKx-JxTx.',
  }),
  spanGaps: (holdem: boolean): Said => ({
    code: 'span-gaps',
    message: 'The ends of a span must have equal gaps between their ranks.',
    hint: holdem
      ? 'Move all ranks by the same step (JTs-54s) or only the kicker (A5s-A2s).'
      : 'To move one card only, bracket it: A[K-T].',
  }),
  spanEndsTerm: (span: string, rest: string): Said => ({
    code: 'span-ends',
    message: 'Nothing can follow a span within its term.',
    hint:
      span.length + rest.length > 40
        ? 'Join the rest with a colon.'
        : `Join the rest with a colon: ${span}:${rest === '' ? '…' : rest}`,
  }),
  spanOfBrackets: (): Said => ({
    code: 'span-brackets',
    message: 'Brackets cannot be the end of a span.',
    hint: 'Write the span inside: [A-T][A-T].',
  }),
  suitedPair: (text: string): Said => ({
    code: 'suited-pair',
    message: `${quote(text)} cannot be: a pair has two suits.`,
  }),
  badPercent: (text: string): Said => ({
    code: 'bad-percent',
    message: `${quote(text)} holds no hands.`,
    hint: 'Percentages lie between 0 and 100, as in 15% or 10%-30%.',
  }),
  pastHundred: (): Said => ({
    code: 'bad-percent',
    message: 'Percentages go to 100.',
    hint: 'Write a part of all hands, as in 15% or 10%-30%.',
  }),
  halfPercent: (text: string, from: string, to: string): Said => ({
    code: 'half-percent',
    message: `${quote(text)} has one percent sign too few.`,
    hint: `Write ${from.slice(0, 20)}%-${to.slice(0, 20)}%.`,
  }),
  tableApart: (percent: string, table: string): Said => ({
    code: 'unexpected',
    message: `“${table}” stands apart from its percentage.`,
    hint: `Write ${percent.slice(0, 40)}${table}.`,
  }),
  noPercent: (): Said => ({ code: 'no-percent', message: 'Percentages speak of hands; they mean nothing here.' }),
  badTable: (text: string): Said => ({
    code: 'bad-table',
    message: `There is no ordering for ${quote(text)}.`,
    hint: '15% is against one opponent, 15%6h against five.',
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
  capitalMacro: (macro: string): Said => ({
    code: 'capital-macro',
    message: '$N in capitals is one card from king to nine, and another card follows.',
    hint: `Did you mean ${macro}?`,
  }),
  commasInHand: (hand: string): Said => ({
    code: 'commas-in-hand',
    message: 'Commas mean “or”: this is every hand with one of these cards.',
    hint: `Did you mean the hand ${hand}?`,
  }),
  bareMacro: (shape: string): Said => ({
    code: 'bare-macro',
    message: BARE_MEANINGS[shape] ?? `“${shape}” names cards.`,
    hint: `Did you mean $${shape}?`,
  }),
  weightRounded: (inner: number, outer: number, kept: number): Said => ({
    code: 'weight-rounded',
    message: `${inner} % of ${outer} % is ${(inner * outer) / 100} %; weights are whole percents, so ${kept} % is kept.`,
    hint: 'Only the ratio of weights counts: write all of them larger.',
  }),
  letterForZero: (written: string): Said => ({
    code: 'letter-for-zero',
    message: `“${written}” is off-suit with a letter G behind it.`,
    hint: 'Did you mean $0g, with a zero?',
  }),
  classTwice: (written: string): Said => ({
    code: 'class-twice',
    message: `“${written}” is one card of the class; what follows is a letter of its own.`,
    hint: `Did you mean ${`${written.slice(0, 2).toUpperCase()}`.repeat(written.length - 1)}?`,
  }),
  anyKicker: (written: string, rank: string): Said => ({
    code: 'any-kicker',
    message: `“${written}” asks for ${rank} and a spade.`,
    hint: `Did you mean ${rank === 'A' ? 'A2s+' : `${rank}:$ss`}, the suited hands?`,
  }),
  versus: (written: string): Said => ({
    code: 'versus',
    message: `“${written}” is read as a player’s cards.`,
    hint: 'Leave it out: hands follow one another.',
  }),
  onlyAnyCards: (written: string): Said => ({
    code: 'only-any-cards',
    message: `“${written}” asks for ${written.length} cards of one suit.`,
    hint: 'Did you mean any hand, *?',
  }),
  bareAnyCards: (letters: string, named: string): Said => ({
    code: 'bare-any-cards',
    message: `“${letters}” asks for ${letters.length} cards of one suit.`,
    hint: `Cards not named are free: did you mean ${named}?`,
  }),
} as const;

const BARE_MEANINGS: Readonly<Record<string, string>> = {
  ds: '“ds” asks for a diamond and a spade.',
  ss: '“ss” asks for two spades.',
  np: '“np” asks for two different ranks.',
  nt: '“nt” asks for a ten and another rank.',
  op: '“op” asks for two different ranks.',
  tp: '“tp” asks for a ten and another rank.',
};

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
