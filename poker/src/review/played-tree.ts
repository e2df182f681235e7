/**
 * The bet tree of a review: every size that was really played, exactly, and beside it as many others as are solved soon.
 *
 * What was played stands in chips (`60c`), so that the line of the hand has its own nodes. The others come from the
 * ladders that spots are given trees from, whose thresholds are off here: they would move or merge amounts. Where an
 * ordinary first bet is nearly the one that was made, it makes room for it.
 */

import { parseSize } from '../solve/parse-size.ts';
import { HOLDEM_TREES, OMAHA_TREES } from '../solve/presets/ladders.ts';
import { type PresetTree, withTree } from '../solve/presets/preset-tree.ts';
import { riverEnds, startingOn } from '../solve/presets/ten-minutes.ts';
import type { Street } from '../solve/streets.ts';
import type { SolveSide, SolveSpot, StreetSizes } from '../spot/solve-spot.ts';
import type { HeadsUpStreet, PlayedAction } from './heads-up-street.ts';

/** Showdowns of the river over all lines: what is solved within a minute or so, on a flop within ten. */
const MOST_ENDS = {
  flop: { plo4: 60, plo5: 40, plo6: 40, holdem: 68 },
  turn: { plo4: 30, plo5: 20, plo6: 20, holdem: 68 },
  river: { plo4: 60, plo5: 40, plo6: 30, holdem: 200 },
} as const;
/** On two boards a turn has 1,892 pairs of rivers in place of 48 rivers. */
const MOST_ENDS_OF_TWO_BOARDS = 9;
/** An ordinary bet within this part of the one that was made is left out. */
const NEAR = 0.15;

/** The spot with the fullest tree that fits and holds what was played. */
export const withPlayedTree = (spot: SolveSpot, { street, boards, played }: HeadsUpStreet): SolveSpot => {
  const most = boards.length > 1 && street === 'turn' ? MOST_ENDS_OF_TWO_BOARDS : MOST_ENDS[street][spot.game];
  const ladder = spot.game === 'holdem' ? HOLDEM_TREES : OMAHA_TREES;
  let found = spot;
  for (const rung of ladder) {
    found = withPlayed(withTree(spot, { ...startingOn(rung, street), ...exactly(rung, played) }), street, played);
    if (riverEnds(found) <= most) return found;
  }
  return found;
};

/** Thresholds off, and as many raises as there were. */
const exactly = ({ maxRaises }: PresetTree, played: readonly PlayedAction[]) => {
  const raises = new Map<Street, number>();
  for (const { kind, street } of played) if (kind === 'raise') raises.set(street, (raises.get(street) ?? 0) + 1);
  return { forceAllIn: 0, merge: 0, maxRaises: maxRaises === null ? null : Math.max(maxRaises, ...raises.values()) };
};

const withPlayed = (spot: SolveSpot, first: Street, played: readonly PlayedAction[]): SolveSpot => {
  let { oop, ip } = spot;
  for (const action of played) {
    if (action.kind !== 'bet' && action.kind !== 'raise') continue;
    const { street } = action;
    const add = (side: SolveSide): SolveSide => {
      if (action.kind === 'raise') return { ...side, raises: adding(side.raises, street, [], action.to) };
      // Only the first street's bets are made into one pot, so only there another is nearly the same.
      const near = street === first ? nearSizes(side.bets[first] ?? [], spot.pot, action.to) : [];
      return { ...side, bets: adding(side.bets, street, near, action.to) };
    };
    if (action.seat === 1) ip = add(ip);
    else {
      const mayDonk = action.kind === 'bet' && oop.donks[street] !== undefined;
      oop = { ...oop, ...add(oop), donks: mayDonk ? adding(oop.donks, street, [], action.to) : oop.donks };
    }
  }
  return { ...spot, oop, ip };
};

const adding = (sizes: StreetSizes, street: Street, without: readonly string[], chips: number): StreetSizes => {
  const played = `${chips}c`;
  const kept = (sizes[street] ?? []).filter((size) => !without.includes(size) && size !== played);
  return { ...sizes, [street]: [...kept, played] };
};

/** Parts of the pot that are nearly the bet that was made. */
const nearSizes = (sizes: readonly string[], pot: number, to: number): readonly string[] =>
  sizes.filter((text) => {
    const size = parseSize(text, { raise: false, potLimit: false });
    return size.ok && size.value.kind === 'percent' && Math.abs((pot * size.value.percent) / 100 - to) <= NEAR * to;
  });
