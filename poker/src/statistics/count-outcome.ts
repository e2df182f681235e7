/** Statistics of what hands came to, and of the sizes of bets. Readers’ words: `text/en-statistics.ts`. */
import type { HandStreet } from '../table/table-state.ts';
import type { CountedStatistic, Counting } from './counting.ts';
import { type HandCourse, isContinuing, potPercent } from './hand-course.ts';

const sawFlop = ({ streets }: HandCourse, player: number): boolean => streets.flop?.seenBy.includes(player) === true;

const wentToShowdown = ({ showdown, left }: HandCourse, player: number): boolean => showdown && left.includes(player);

/** By the cards or by folds: for one who cashed out, the house is paid in the player’s place. */
const wonChips = ({ replay }: HandCourse, player: number): boolean =>
  replay.settlement.awards.some((award) => award.player === player);

/** Raises to so many big blinds, in hundredths, when so many raises came before; over a straddle sizes are others. */
const raiseTo = (raisesBefore: number): Counting => ({
  per: 'action',
  street: 'preflop',
  ask: ({ kind, raisers, to }, { replay, straddles }) =>
    kind === 'raise' && raisers.length === raisesBefore && straddles === 0
      ? Math.round((to / replay.hand.bigBlind) * 100)
      : null,
});

const cbetSize = (street: HandStreet): Counting => ({
  per: 'action',
  street,
  ask: (action, { streets }) =>
    action.kind === 'bet' && isContinuing(action.player, street, streets) ? Math.round(potPercent(action)) : null,
});

const raiseSize: Counting = {
  per: 'action',
  street: 'postflop',
  ask: (action) => (action.kind === 'raise' ? Math.round(potPercent(action)) : null),
};

export const OUTCOME = [
  {
    key: 'saw-flop',
    group: 'showdown',
    unit: 'share',
    band: [26, 36],
    counting: { per: 'player', ask: sawFlop },
  },
  {
    key: 'wtsd',
    group: 'showdown',
    unit: 'share',
    band: [26, 33],
    counting: {
      per: 'player',
      ask: (course, player) => (sawFlop(course, player) ? wentToShowdown(course, player) : null),
    },
  },
  {
    key: 'w$sd',
    group: 'showdown',
    unit: 'share',
    band: [50, 55],
    source: 'assopoker.com, Pot Limit Omaha: le statistiche fondamentali dell’HUD',
    counting: {
      per: 'player',
      ask: (course, player) => (wentToShowdown(course, player) ? wonChips(course, player) : null),
    },
  },
  {
    key: 'wwsf',
    group: 'showdown',
    unit: 'share',
    band: [42, 50],
    counting: { per: 'player', ask: (course, player) => (sawFlop(course, player) ? wonChips(course, player) : null) },
  },
  { key: 'open-size', group: 'sizes', unit: 'big-blinds', band: [2.5, 3.5], counting: raiseTo(0) },
  { key: '3-bet-size', group: 'sizes', unit: 'big-blinds', band: [9, 12], counting: raiseTo(1) },
  { key: 'cbet-size-flop', group: 'sizes', unit: 'pot-percent', band: [40, 75], counting: cbetSize('flop') },
  { key: 'cbet-size-turn', group: 'sizes', unit: 'pot-percent', band: [55, 90], counting: cbetSize('turn') },
  { key: 'cbet-size-river', group: 'sizes', unit: 'pot-percent', band: [60, 95], counting: cbetSize('river') },
  { key: 'raise-size', group: 'sizes', unit: 'pot-percent', band: [70, 100], counting: raiseSize },
] as const satisfies readonly CountedStatistic<string>[];
