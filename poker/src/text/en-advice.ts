/** What is asked about ranges that are valid but often meant otherwise. */
import type { Game } from '../games.ts';
import type { Said } from '../result.ts';
import { chooseGame, quote } from './phrases.ts';

export const rangeAdvice = {
  fewCards: (text: string, named: number, cards: number, game: Game): Said => ({
    code: 'few-cards',
    message: `${quote(text)} names ${named} of ${cards} cards; the others are free.`,
    hint: chooseGame(named, game),
  }),
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
