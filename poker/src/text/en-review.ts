/** What is said of decisions that cannot be reviewed, and of profiles of ranges. */
import type { Said } from '../result.ts';
import { plural, quote } from './phrases.ts';

export const reviewRefusals = {
  noHero: (): Said => ({
    code: 'review-no-hero',
    message: 'The history does not say whose hand it is.',
  }),
  heroCardsUnknown: (): Said => ({ code: 'review-cards', message: 'The cards of the player are not known.' }),
  noDecision: (): Said => ({
    code: 'review-no-decision',
    message: 'The player decided nothing on the streets that are looked at.',
  }),
  beforeTheFlop: (): Said => ({
    code: 'review-preflop',
    message: 'Decisions before the flop are not solved.',
    hint: 'Flop, turn and river are.',
  }),
  multiway: (players: number): Said => ({
    code: 'review-multiway',
    message: `${plural(players, 'player')} were in the hand when the street began; two are solved.`,
  }),
  sidePot: (): Said => ({
    code: 'review-all-in',
    message: 'Somebody was all-in before the street began.',
    hint: 'Two players with chips behind, and nobody else in the pot, are solved.',
  }),
  twoBoardFlop: (): Said => ({
    code: 'review-two-boards-flop',
    message: 'A flop of two boards is too large to be solved.',
    hint: 'Its turn and its river are solved.',
  }),
  otherLimit: (): Said => ({
    code: 'review-betting',
    message: 'Omaha without a pot limit is not solved.',
  }),
  tooManyChips: (): Said => ({
    code: 'review-chips',
    message: 'There are more chips in the hand than can be counted.',
  }),
  lineOutside: (line: string): Said => ({
    code: 'review-line',
    message: `What was played, ${quote(line)}, has no place in a bet tree.`,
  }),
  noSuchSituation: (name: string): Said => ({
    code: 'profile-situation',
    message: `${quote(name)} is not a situation.`,
    hint: 'A situation is what was done before the flop, as open, call, 3bet, and where: BTN.open, heads-up BTN.open.2.',
  }),
} as const;
