/** What is said of filters of hands: what each field asks, and what cannot be read. */
import type { Said } from '../result.ts';
import type { FilterKey } from '../statistics/hand-filter.ts';
import { quote } from './phrases.ts';

export const filterMistakes = {
  notAFilter: (): Said => ({
    code: 'filter',
    message: 'A filter is an object.',
    hint: '{"position":["BTN"],"pot":["3-bet"]}',
  }),
  unknownField: (word: string, near: string | null, known: readonly string[]): Said => ({
    code: 'filter-field',
    message: `Hands cannot be filtered by ${quote(word)}.`,
    hint: near === null ? `They can by ${known.join(', ')}.` : `Did you mean “${near}”?`,
  }),
  twice: (word: string): Said => ({ code: 'filter-field', message: `${quote(word)} is asked for twice.` }),
  noValue: (word: string): Said => ({
    code: 'filter-value',
    message: `${quote(word)} stands without a value.`,
    hint: 'Write position=BTN, or hand="AA:$ds" in quotation marks where there are spaces.',
  }),
  openQuote: (): Said => ({ code: 'filter-value', message: 'A quotation mark is not closed.' }),
  unknownWord: (field: string, word: string, near: string | null, known: readonly string[]): Said => ({
    code: 'filter-value',
    message: `${quote(word)} is no ${field} to filter by.`,
    hint: near === null ? `There are ${known.join(', ')}.` : `Did you mean “${near}”?`,
  }),
  list: (field: string, words: readonly string[]): Said => ({
    code: 'filter-value',
    message: `${quote(field)} takes a list of words.`,
    hint: `One or more of ${words.join(', ')}.`,
  }),
  texts: (field: string): Said => ({ code: 'filter-value', message: `${quote(field)} takes a list of texts.` }),
  text: (field: string): Said => ({ code: 'filter-value', message: `${quote(field)} takes a text.` }),
  yesNo: (field: string): Said => ({ code: 'filter-value', message: `${quote(field)} is yes or no.` }),
  span: (field: string, whole: boolean): Said => ({
    code: 'filter-value',
    message: `${quote(field)} takes ${whole ? 'a whole number' : 'a number'} or a span of them.`,
    hint: 'Write 3, 2..6, 50.. or ..-20; in a document {"least":2,"most":6}.',
  }),
  time: (field: string): Said => ({
    code: 'filter-value',
    message: `${quote(field)} takes a day or a moment.`,
    hint: '2026-11-21 or 2026-11-21T18:00:00Z',
  }),
} as const;

/** What each field asks, and an example of its text. */
export const FILTER_TEXTS: Readonly<Record<FilterKey, { readonly asks: string; readonly example: string }>> = {
  from: { asks: 'Played on this day (UTC) or later, or at this moment or later.', example: 'from=2026-11-01' },
  to: { asks: 'Played on this day or earlier, or at this moment or earlier.', example: 'to=2026-11-21T18:00:00Z' },
  site: { asks: 'The form the hand was read from.', example: 'site=pokerstars,gg' },
  game: { asks: 'The game.', example: 'game=plo4,plo5' },
  stakes: { asks: 'Small and big blind, as the list writes them.', example: 'stakes=$0.50/$1' },
  tournament: { asks: 'Is it a hand of a tournament?', example: 'tournament=no' },
  player: { asks: 'Somebody of exactly this name was dealt in.', example: 'player="Solid Reg"' },
  players: { asks: 'How many were dealt in.', example: 'players=5..6' },
  position: { asks: 'The player’s position.', example: 'position=CO,BTN' },
  pot: { asks: 'The kind of pot by the betting before the flop.', example: 'pot=3-bet,4-bet' },
  straddled: { asks: 'Was there a straddle?', example: 'straddled=no' },
  flopPlayers: { asks: 'How many saw the flop; 2 is heads-up.', example: 'flop-players=3..' },
  inPosition: {
    asks: 'Is the player the last to act after the flop, of those who saw it?',
    example: 'in-position=yes',
  },
  street: { asks: 'Where the player folded, or else the last street dealt.', example: 'street=turn,river' },
  showdown: { asks: 'Did the player go to the showdown?', example: 'showdown=yes' },
  allIn: { asks: 'The street on which the player’s last chip went in, or `no`.', example: 'all-in=flop,turn' },
  outcome: { asks: 'Did the player win or lose chips, all in all?', example: 'outcome=lost' },
  result: { asks: 'What the player won, in big blinds; below zero what was lost.', example: 'result=..-50' },
  potSize: { asks: 'All pots together, in big blinds.', example: 'pot-size=100..' },
  made: {
    asks: 'What the player’s cards made on the last street seen, on one board at least.',
    example: 'made=flush,fullHouse',
  },
  suits: { asks: 'Suits of the flop, of one board at least.', example: 'suits=monotone' },
  pairing: { asks: 'Is the flop paired?', example: 'pairing=paired,trips' },
  connection: { asks: 'Which straights the flop lets be made or drawn to.', example: 'connection=wrap' },
  high: { asks: 'The highest card of the flop.', example: 'high=ace,king' },
  hand: { asks: 'The player’s cards are in this range, read for the game played.', example: 'hand="AA:$ds, KK"' },
};
