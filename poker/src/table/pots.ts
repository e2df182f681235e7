/**
 * Pots out of what everybody put in: a main pot, and a side pot above each player who was all-in for less.
 *
 * What counts for the level of a player are bets, and antes where everybody paid one. Dead chips, and an ante that some
 * players pay for all, belong to the main pot whole; so does what the house gives. A bet above what anybody else put in
 * comes back.
 */
import type { PlayerIndex } from './operation.ts';
import type { TableState } from './table-state.ts';

export interface BarePot {
  readonly chips: number;
  /** Who has not folded and put in as much as this pot asks for. */
  readonly contenders: readonly PlayerIndex[];
}

export interface Pots {
  /** Bets that nobody called, by player. */
  readonly returned: readonly number[];
  readonly pots: readonly BarePot[];
}

export const potsOf = (state: TableState): Pots => {
  const levels = levelsOf(state);
  const returned = takeBack(levels, state.folded);
  const given = state.setup.fromHouse ?? 0;
  const aside = state.paid.reduce((sum, paid, i) => sum + paid - (levels[i] ?? 0) - (returned[i] ?? 0), given);

  const live = levels.map((_, player) => player).filter((player) => !state.folded[player]);
  const steps = [...new Set(live.map((player) => levels[player] ?? 0))].sort((a, b) => a - b);
  const pots: BarePot[] = [];
  let below = 0;
  let dead = aside;
  for (const [index, step] of steps.entries()) {
    // Chips of folded players above everybody who is left belong to the last pot.
    const upTo = index === steps.length - 1 ? Infinity : step;
    const chips = levels.reduce((sum, level) => sum + Math.max(0, Math.min(level, upTo) - below), dead);
    const contenders = live.filter((player) => (levels[player] ?? 0) >= step);
    if (chips > 0) pots.push({ chips, contenders });
    dead = 0;
    below = step;
  }
  return { returned, pots };
};

const levelsOf = (state: TableState): number[] => {
  const antesCount = state.antes.every((ante) => ante > 0);
  return state.paid.map((paid, i) => paid - (state.dead[i] ?? 0) - (antesCount ? 0 : (state.antes[i] ?? 0)));
};

/** Cuts the highest level down to the second, unless its player folded; what was cut, by player. */
const takeBack = (levels: number[], folded: readonly boolean[]): number[] => {
  const returned = levels.map(() => 0);
  const highest = Math.max(...levels);
  const player = levels.indexOf(highest);
  const second = Math.max(0, ...levels.filter((_, other) => other !== player));
  if (highest > second && !folded[player]) {
    returned[player] = highest - second;
    levels[player] = second;
  }
  return returned;
};
