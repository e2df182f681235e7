/** Statistics of the betting before the flop. What each counts is said to readers in `text/en-statistics.ts`. */
import type { ActionQuestion, CountedStatistic, Counting } from './counting.ts';
import type { HandCourse, PlayedAction } from './hand-course.ts';
import type { Position } from './positions.ts';

const preflop = (ask: ActionQuestion): Counting => ({ per: 'hand', street: 'preflop', ask });

const positionOf = ({ player }: PlayedAction, { positions }: HandCourse): Position => positions[player] ?? 'BTN';

/** Raising first in; heads-up is left out, where the button opens as nobody does at a full table. */
const opens = (...positions: readonly Position[]): Counting =>
  preflop((action, course) =>
    course.positions.length > 2 &&
    action.isFirstIn &&
    action.toCall > 0 &&
    action.couldRaise &&
    (positions.length === 0 || positions.includes(positionOf(action, course)))
      ? action.kind === 'raise'
      : null,
  );

const STEALERS: readonly Position[] = ['CO', 'BTN', 'SB'];

/** Faces an open from the cutoff, the button or the small blind, nobody else in the pot. */
const facesSteal = (position: Position): Counting =>
  preflop((action, course) => {
    const [opener, ...others] = action.raisers;
    if (opener === undefined || others.length > 0 || action.callers.length > 0 || course.straddles > 0) return null;
    if (positionOf(action, course) !== position || action.earlier.length > 0) return null;
    const open = course.streets.preflop?.actions.find(({ kind }) => kind === 'raise');
    const isSteal = open?.isFirstIn === true && open.toCall > 0 && STEALERS.includes(course.positions[opener] ?? 'UTG');
    return isSteal && course.positions.length > 2 ? action.kind === 'fold' : null;
  });

export const PREFLOP = [
  {
    key: 'vpip',
    group: 'preflop',
    unit: 'share',
    band: [24, 32],
    counting: preflop(({ kind }) => kind === 'call' || kind === 'raise'),
  },
  {
    key: 'pfr',
    group: 'preflop',
    unit: 'share',
    band: [17, 24],
    counting: preflop(({ kind, couldRaise }) => (couldRaise ? kind === 'raise' : null)),
  },
  {
    key: 'limp',
    group: 'preflop',
    unit: 'share',
    band: [0, 6],
    counting: preflop(({ raisers, toCall, kind, earlier }) =>
      raisers.length === 0 && toCall > 0 && earlier.length === 0 ? kind === 'call' : null,
    ),
  },
  {
    key: 'limp-fold',
    group: 'preflop',
    unit: 'share',
    band: [10, 35],
    counting: preflop(({ raisers, earlier, kind }) =>
      raisers.length === 1 && earlier.length === 1 && earlier[0] === 'call' ? kind === 'fold' : null,
    ),
  },
  {
    key: 'cold-call',
    group: 'preflop',
    unit: 'share',
    band: [8, 15],
    counting: preflop(({ raisers, before, player, earlier, kind }) =>
      raisers.length > 0 && before.bets[player] === 0 && earlier.length === 0 ? kind === 'call' : null,
    ),
  },
  { key: 'rfi', group: 'open', unit: 'share', band: [25, 36], counting: opens() },
  {
    key: 'rfi-early',
    group: 'open',
    unit: 'share',
    band: [14, 20],
    counting: opens('UTG', 'UTG1', 'UTG2', 'UTG3', 'LJ'),
  },
  { key: 'rfi-hj', group: 'open', unit: 'share', band: [17, 24], counting: opens('HJ') },
  { key: 'rfi-co', group: 'open', unit: 'share', band: [25, 33], counting: opens('CO') },
  { key: 'rfi-btn', group: 'open', unit: 'share', band: [40, 55], counting: opens('BTN') },
  { key: 'rfi-sb', group: 'open', unit: 'share', band: [30, 50], counting: opens('SB') },
  {
    key: '3-bet',
    group: 'three-bet',
    unit: 'share',
    band: [6, 11],
    counting: preflop(({ raisers, couldRaise, kind }) =>
      raisers.length === 1 && couldRaise ? kind === 'raise' : null,
    ),
  },
  {
    key: 'squeeze',
    group: 'three-bet',
    unit: 'share',
    band: [5, 10],
    counting: preflop(({ raisers, callers, couldRaise, kind }) =>
      raisers.length === 1 && callers.length > 0 && couldRaise ? kind === 'raise' : null,
    ),
  },
  {
    key: 'fold-to-3-bet',
    group: 'three-bet',
    unit: 'share',
    band: [15, 35],
    counting: preflop(({ raisers, player, kind }) =>
      raisers.length === 2 && raisers[0] === player ? kind === 'fold' : null,
    ),
  },
  {
    key: '4-bet',
    group: 'three-bet',
    unit: 'share',
    band: [4, 12],
    counting: preflop(({ raisers, couldRaise, kind }) =>
      raisers.length === 2 && couldRaise ? kind === 'raise' : null,
    ),
  },
  {
    key: 'fold-to-4-bet',
    group: 'three-bet',
    unit: 'share',
    band: [5, 30],
    counting: preflop(({ raisers, player, kind }) =>
      raisers.length === 3 && raisers[1] === player ? kind === 'fold' : null,
    ),
  },
  {
    key: 'steal',
    group: 'blinds',
    unit: 'share',
    band: [32, 46],
    counting: preflop((action, course) => {
      const couldOpen = action.isFirstIn && action.toCall > 0 && action.couldRaise;
      if (course.straddles > 0 || course.positions.length < 3 || !couldOpen) return null;
      return STEALERS.includes(positionOf(action, course)) ? action.kind === 'raise' : null;
    }),
  },
  { key: 'fold-sb-to-steal', group: 'blinds', unit: 'share', band: [65, 80], counting: facesSteal('SB') },
  { key: 'fold-bb-to-steal', group: 'blinds', unit: 'share', band: [30, 50], counting: facesSteal('BB') },
] as const satisfies readonly CountedStatistic<string>[];
