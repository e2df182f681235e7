/**
 * A bet tree for every depth of stacks with which a spot is solved in about ten minutes, on two cores and with ranges of
 * some 10 % in PLO4. PLO5 and PLO6 have so many more hands that their trees are leaner, and their ranges must be narrower.
 *
 * The time of a solve goes with the ends of the river where hands are compared, times combos. So does the memory. As many
 * ends as fit are spent on the tree.
 */
import { parseCards } from '../../cards.ts';
import type { Game } from '../../games.ts';
import type { SolveSpot, StreetSizes } from '../../spot/solve-spot.ts';
import { SPOT_VERSION } from '../../spot/spot.ts';
import { openingStreet, type Street, streetsFrom } from '../streets.ts';
import { buildTree } from '../tree/build-tree.ts';
import { HOLDEM_TREES, OMAHA_TREES } from './ladders.ts';
import { type PresetTree, withTree } from './preset-tree.ts';

/** Showdowns of the river, over all lines. Hold'em keeps every combo of the river, so that memory is what ends there. */
export const MOST_RIVER_ENDS: Readonly<Record<Game, number>> = { plo4: 60, plo5: 40, plo6: 40, holdem: 68 };

/** A turn of two boards has 1,892 pairs of rivers with two rankings each; a flop has 2,352 rivers with one. */
const TWO_BOARDS = 2352 / (2 * 1892);

/** Showdowns of the river that fit. A river by itself is solved in a moment on two boards too. */
export const mostRiverEnds = (game: Game, from: Street, boards: 1 | 2): number =>
  boards === 2 && from !== 'river' ? Math.floor(MOST_RIVER_ENDS[game] * TWO_BOARDS) : MOST_RIVER_ENDS[game];

/** The fullest tree that fits. `spr`: what each player has left, in pots. Streets before `from` have no sizes. */
export const tenMinuteTree = (game: Game, spr: number, from: Street = 'flop', boards: 1 | 2 = 1): PresetTree => {
  const trees = (game === 'holdem' ? HOLDEM_TREES : OMAHA_TREES).map((tree) => startingOn(tree, from));
  const most = mostRiverEnds(game, from, boards);
  return trees.find((tree) => riverEnds(trial(game, spr, from, tree)) <= most) ?? trees.at(-1)!;
};

/** A spot with that tree in place of its own. Its board and its chips must have been read. */
export const withTenMinuteTree = (spot: SolveSpot): SolveSpot => {
  const board = parseCards(spot.board);
  const from = openingStreet(board.ok ? board.value.length : 0) ?? 'flop';
  return withTree(spot, tenMinuteTree(spot.game, spot.stack / spot.pot, from, spot.board2 === null ? 1 : 2));
};

/** Showdowns of the river, over all lines; Infinity where the tree is too large to be built. */
export const riverEnds = (spot: SolveSpot): number => {
  const tree = buildTree(spot);
  if (!tree.ok) return Number.POSITIVE_INFINITY;
  return tree.value.streets.at(-1)!.nodes.filter(({ kind }) => kind === 'showdown').length;
};

/** Nobody bets into a bettor of the street before on the first street, so donks begin one later. */
export const startingOn = (tree: PresetTree, from: Street): PresetTree => {
  const streets = streetsFrom(from);
  return {
    ...tree,
    bets: only(tree.bets, streets),
    raises: only(tree.raises, streets),
    donks: only(tree.donks, streets.slice(1)),
  };
};

const only = (sizes: StreetSizes, streets: readonly Street[]): StreetSizes =>
  Object.fromEntries(Object.entries(sizes).filter(([street]) => streets.some((one) => one === street)));

const BOARDS: Readonly<Record<Street, string>> = { flop: '7h8d2c', turn: '7h8d2c4s', river: '7h8d2c4sTh' };
/** Large enough that rounding to whole chips makes no difference. */
const POT_CHIPS = 10_000;

/** A spot of that depth; its cards and ranges make no difference. */
const trial = (game: Game, spr: number, from: Street, tree: PresetTree): SolveSpot => {
  const side = { range: '*', bets: {}, raises: {} };
  const spot: SolveSpot = {
    ploscope: SPOT_VERSION,
    game,
    board: BOARDS[from],
    board2: null,
    dead: '',
    pot: POT_CHIPS,
    stack: Math.max(1, Math.round(POT_CHIPS * spr)),
    rake: { rate: 0, cap: null },
    oop: { ...side, donks: {} },
    ip: side,
    addAllIn: 0,
    forceAllIn: 0,
    merge: 0,
    maxRaises: null,
    minBet: 1,
    locks: [],
  };
  return withTree(spot, tree);
};
