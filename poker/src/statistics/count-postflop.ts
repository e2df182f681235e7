/** Statistics of flop, turn and river. What each counts is said to readers in `text/en-statistics.ts`. */
import type { PlayerIndex } from '../table/operation.ts';
import type { HandStreet } from '../table/table-state.ts';
import type { ActionQuestion, CountedStatistic, Counting } from './counting.ts';
import { type HandCourse, isContinuing, type PlayedAction, streetBefore } from './hand-course.ts';

const on = (street: HandStreet, ask: ActionQuestion): Counting => ({ per: 'hand', street, ask });

const isUnbet = ({ raisers }: PlayedAction): boolean => raisers.length === 0;

/** Can still act: has not folded and has chips. */
const isLive = ({ before }: PlayedAction, player: PlayerIndex): boolean =>
  before.folded[player] !== true && (before.stacks[player] ?? 0) > 0;

const cbet = (street: HandStreet): Counting =>
  on(street, (action, { streets }) =>
    isUnbet(action) && isContinuing(action.player, street, streets) ? action.kind === 'bet' : null,
  );

/** The only bet so far is a continuation bet. */
const facesCbet = ({ raisers, street }: PlayedAction, { streets }: HandCourse): boolean =>
  raisers.length === 1 && raisers[0] === streets[street]?.cbettor;

const foldToCbet = (street: HandStreet): Counting =>
  on(street, (action, course) => (facesCbet(action, course) ? action.kind === 'fold' : null));

const raiseCbet = (street: HandStreet): Counting =>
  on(street, (action, course) => (facesCbet(action, course) && action.couldRaise ? action.kind === 'raise' : null));

/** Acts before whoever bet or raised last on the street before, and nobody has bet. */
const donk = (street: HandStreet): Counting =>
  on(street, (action, { streets }) => {
    const before = streetBefore(street);
    const aggressor = before === null ? undefined : streets[before]?.raisers.at(-1);
    const isFaced = aggressor !== undefined && aggressor > action.player && isLive(action, aggressor);
    return isFaced && isUnbet(action) && action.earlier.length === 0 ? action.kind === 'bet' : null;
  });

/** The first time that a bet comes back after one's own check. */
const checkRaise = (street: HandStreet): Counting =>
  on(street, ({ earlier, raisers, couldRaise, kind }) =>
    earlier.length === 1 && earlier[0] === 'check' && raisers.length > 0 && couldRaise ? kind === 'raise' : null,
  );

/** Nobody bet on the street before, though somebody had raised or bet earlier: who did so last, or null. */
const gaveUp = (street: HandStreet, { streets }: HandCourse): PlayerIndex | null => {
  let before = streetBefore(street);
  if (before === null || before === 'preflop' || (streets[before]?.raisers.length ?? 0) > 0) return null;
  while (before !== null) {
    const aggressor = streets[before]?.raisers.at(-1);
    if (aggressor !== undefined) return aggressor;
    before = streetBefore(before);
  }
  return null;
};

const probe = (street: HandStreet): Counting =>
  on(street, (action, course) => {
    const aggressor = gaveUp(street, course);
    const isFaced = aggressor !== null && aggressor > action.player && isLive(action, aggressor);
    return isFaced && isUnbet(action) && action.earlier.length === 0 ? action.kind === 'bet' : null;
  });

const delayedCbet: Counting = on('turn', (action, course) =>
  isUnbet(action) && action.earlier.length === 0 && gaveUp('turn', course) === action.player
    ? action.kind === 'bet'
    : null,
);

/** Called the flop's continuation bet in position, and whoever made it has checked the turn. */
const float: Counting = on('turn', (action, { streets }) => {
  const { cbettor = null, raisers = [], actions = [] } = streets.flop ?? {};
  if (cbettor === null || raisers.length > 1 || cbettor >= action.player) return null;
  const called = actions.some(({ player, kind }) => player === action.player && kind === 'call');
  const checked = streets.turn?.actions.some(
    ({ player, kind, operation }) => player === cbettor && kind === 'check' && operation < action.operation,
  );
  return called && checked === true && isUnbet(action) ? action.kind === 'bet' : null;
});

/** Whoever raised last before the flop has checked it to a player who acts behind. */
const betMissedCbet: Counting = on('flop', (action, { streets }) => {
  const { player, operation, earlier } = action;
  const aggressor = streets.preflop?.raisers.at(-1);
  if (aggressor === undefined || aggressor >= player || earlier.length > 0 || !isUnbet(action)) return null;
  const checked = streets.flop?.actions.some((one) => one.player === aggressor && one.operation < operation);
  return checked === true ? action.kind === 'bet' : null;
});

/** Made the first bet, and somebody has raised it. */
const foldToRaise = (street: HandStreet): Counting =>
  on(street, ({ raisers, player, kind }) => (raisers.length === 2 && raisers[0] === player ? kind === 'fold' : null));

/** The first bet of the street, not yet raised. */
const foldToBet = (street: HandStreet): Counting =>
  on(street, ({ raisers, kind }) => (raisers.length === 1 && kind !== 'bet' ? kind === 'fold' : null));

/** Bets and raises, of all that is not a check. */
const frequency = (street: HandStreet | 'postflop'): Counting => ({
  per: 'action',
  street,
  ask: ({ kind }) => (kind === 'check' ? null : kind === 'bet' || kind === 'raise'),
});

/** Bets and raises to calls. */
const factor = (street: HandStreet | 'postflop'): Counting => ({
  per: 'action',
  street,
  ask: ({ kind }) => (kind === 'check' || kind === 'fold' ? null : kind !== 'call'),
});

export const POSTFLOP = [
  { key: 'cbet-flop', group: 'c-bet', unit: 'share', band: [45, 65], counting: cbet('flop') },
  { key: 'cbet-turn', group: 'c-bet', unit: 'share', band: [40, 58], counting: cbet('turn') },
  { key: 'cbet-river', group: 'c-bet', unit: 'share', band: [38, 58], counting: cbet('river') },
  { key: 'delayed-cbet', group: 'c-bet', unit: 'share', band: [35, 55], counting: delayedCbet },
  { key: 'fold-to-cbet-flop', group: 'facing', unit: 'share', band: [38, 54], counting: foldToCbet('flop') },
  { key: 'fold-to-cbet-turn', group: 'facing', unit: 'share', band: [36, 52], counting: foldToCbet('turn') },
  { key: 'fold-to-cbet-river', group: 'facing', unit: 'share', band: [42, 60], counting: foldToCbet('river') },
  { key: 'raise-cbet-flop', group: 'facing', unit: 'share', band: [11, 20], counting: raiseCbet('flop') },
  { key: 'raise-cbet-turn', group: 'facing', unit: 'share', band: [8, 16], counting: raiseCbet('turn') },
  { key: 'raise-cbet-river', group: 'facing', unit: 'share', band: [5, 13], counting: raiseCbet('river') },
  { key: 'fold-to-raise-flop', group: 'facing', unit: 'share', band: [18, 36], counting: foldToRaise('flop') },
  { key: 'fold-to-raise-turn', group: 'facing', unit: 'share', band: [22, 42], counting: foldToRaise('turn') },
  { key: 'fold-to-river-bet', group: 'facing', unit: 'share', band: [44, 60], counting: foldToBet('river') },
  { key: 'donk-flop', group: 'attack', unit: 'share', band: [3, 14], counting: donk('flop') },
  { key: 'donk-turn', group: 'attack', unit: 'share', band: [3, 12], counting: donk('turn') },
  { key: 'donk-river', group: 'attack', unit: 'share', band: [4, 14], counting: donk('river') },
  { key: 'check-raise-flop', group: 'attack', unit: 'share', band: [9, 18], counting: checkRaise('flop') },
  { key: 'check-raise-turn', group: 'attack', unit: 'share', band: [7, 15], counting: checkRaise('turn') },
  { key: 'check-raise-river', group: 'attack', unit: 'share', band: [4, 12], counting: checkRaise('river') },
  { key: 'probe-turn', group: 'attack', unit: 'share', band: [32, 50], counting: probe('turn') },
  { key: 'probe-river', group: 'attack', unit: 'share', band: [28, 48], counting: probe('river') },
  { key: 'bet-missed-cbet', group: 'attack', unit: 'share', band: [38, 58], counting: betMissedCbet },
  { key: 'float-turn', group: 'attack', unit: 'share', band: [40, 62], counting: float },
  { key: 'aggression-frequency', group: 'aggression', unit: 'share', band: [34, 48], counting: frequency('postflop') },
  { key: 'aggression-frequency-flop', group: 'aggression', unit: 'share', band: [36, 50], counting: frequency('flop') },
  { key: 'aggression-frequency-turn', group: 'aggression', unit: 'share', band: [34, 48], counting: frequency('turn') },
  {
    key: 'aggression-frequency-river',
    group: 'aggression',
    unit: 'share',
    band: [28, 44],
    counting: frequency('river'),
  },
  { key: 'aggression-factor', group: 'aggression', unit: 'factor', band: [1.6, 3], counting: factor('postflop') },
  { key: 'aggression-factor-flop', group: 'aggression', unit: 'factor', band: [1.7, 3.2], counting: factor('flop') },
  { key: 'aggression-factor-turn', group: 'aggression', unit: 'factor', band: [1.5, 3], counting: factor('turn') },
  { key: 'aggression-factor-river', group: 'aggression', unit: 'factor', band: [1.3, 2.8], counting: factor('river') },
] as const satisfies readonly CountedStatistic<string>[];
