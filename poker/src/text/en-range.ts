/** What is said of mistakes in a range. */
import type { Game } from '../games.ts';
import type { Said } from '../result.ts';
import { chooseGame, plural, quote } from './phrases.ts';

export const rangeMistakes = {
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
} as const;
