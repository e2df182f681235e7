/**
 * Errors of a spot: the code and when it happens. The sentences are poker's, and the kernel's by way of poker, which
 * names the character, the card or the player; a test holds this list and theirs equal.
 */

/** Status of an error about the spot: the document was read, but what it says cannot be. */
export const SPOT_STATUS = 422;

export const SPOT_ERRORS = {
  // The document.
  spot: 'It is no spot at all.',
  'unknown-field': 'It has a field that no spot has.',
  version: '`ploscope` names a form this program does not read.',
  game: 'There is no such game.',
  'field-type': 'A field holds something of another type, such as a number where a text belongs.',
  players: 'Fewer than two players, more than eight (PLO6: seven), or more than the deck can deal.',
  'board-count': 'A board has one card, two, or more than five.',
  board: 'A board has a number of cards that no street has.',
  'card-twice': 'One card is in two places.',
  deck: 'Hands, boards and dead cards together are more than the deck.',
  // A spot to be solved.
  'solve-board': 'The board is none that is solved: three to five cards, or two boards of four each or of five.',
  'solve-dead': 'Dead cards before the river.',
  chips: 'The pot, the stack or another amount is no whole number, or out of bounds.',
  number: 'A rate, a threshold or a limit is no number, or out of bounds.',
  size: 'A bet size cannot be read.',
  'size-above-pot': 'A size is above the pot in a pot-limit game.',
  'tree-size': 'The bet tree is too large.',
  'tree-empty': 'The bet tree has no bet.',
  line: 'A line has a step that is none, or that its place in the tree does not have.',
  lock: 'A lock fixes nothing, its actions are none of its node, or they do not sum to 1 or 100.',
  pot: 'The pot is not above zero.',
  tree: 'The betting of the streets does not fit together.',
  memory: 'The solve does not fit the memory it may take; the message says how much it needs.',
  checkpoint: 'A checkpoint is cut short, of another program, or of another spot.',
  // Cards.
  'bad-rank': 'A character stands for no rank.',
  'bad-suit': 'A character stands for no suit.',
  'missing-suit': 'A rank stands where a whole card should.',
  'duplicate-card': 'A card is written twice in one place.',
  'card-count': 'A hand has too few or too many cards.',
  cards: 'A hand has a wrong number of cards, or one card twice.',
  // Ranges.
  'empty-range': 'A player has nothing written.',
  'missing-term': 'Something is missing before or after a comma, a colon or a bracket.',
  'card-wanted': 'Something else stands where a card should.',
  unexpected: 'A character cannot stand where it is.',
  unclosed: 'A bracket or a parenthesis is never closed.',
  'too-long': 'A text is longer than any spot needs.',
  'too-deep': 'Parentheses are nested too deep.',
  'too-complex': 'The range has too many terms.',
  'too-slow': 'The range takes too long to work out.',
  'too-many-cards': 'A term names more cards than a hand has.',
  'bad-weight': 'A weight is not a whole number from 1 to 100.',
  weights: 'A weight is not a whole number from 1 to 100.',
  'mixed-operators': '`:` and `!` stand in one term without parentheses.',
  'minus-nothing': '`!` has nothing before it.',
  'board-relative': 'A word about the board such as `#set`, which equities do not take.',
  'unknown-macro': 'There is no such `$` word.',
  'variable-in-list': 'A rank variable stands inside brackets.',
  'list-entry': 'More than one card stands between two commas of a list.',
  'span-rank': 'A span has no plain rank to move.',
  'span-lengths': 'The ends of a span have different numbers of cards.',
  'span-kinds': 'The ends of a span differ in more than their ranks.',
  'span-gaps': 'The ends of a span have different gaps.',
  'span-ends': 'Something follows a span within its term.',
  'span-brackets': 'A bracket is the end of a span.',
  'suited-pair': 'A pair is called suited.',
  'bad-percent': 'A percentage holds no hands.',
  'half-percent': 'One end of a percentage has no percent sign.',
  'no-percent': 'A percentage stands where it means nothing.',
  'bad-table': 'A percentage names an ordering there is not.',
  // What they come to together.
  'ordering-missing': 'A percentage needs an ordering that is not installed.',
  empty: 'A player’s range holds nothing once the known cards are out.',
  impossible: 'No deal was found that gives every player a hand.',
  'too-many-combos': 'The ranges hold more combos than one request may; the command line has no such limit.',
  'too-large': '`exact` was insisted on where it does not fit.',
  stop: 'The stop rule cannot be met.',
  cancelled: 'The calculation was stopped.',
} as const satisfies Record<string, string>;

export type SpotErrorCode = keyof typeof SPOT_ERRORS;
