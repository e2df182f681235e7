// Games without a decision, for what every spot has: who meets whom, and who wins when all is checked down.

import { DEAL, FOLD, SHOWDOWN, singleNode } from './forest.ts';
import type { Game, Position } from './game.ts';

const MEETING = singleNode(FOLD, [1, 0, 1]);
const COMPARED = singleNode(SHOWDOWN, [1, 0.5, 0]);
const DEALT = singleNode(DEAL, [0, 0, 0]);

/** Pairs that can be held together, as a part of all pairs, below which f32 sums are nothing but rounding. */
export const LEAST_MET = 1e-6;

/** Worth is the opposing reach a hand meets. */
export function meetingGame(game: Game): Game {
  return { ...game, start: { ...game.start, forest: MEETING, names: null, locks: [], branches: [], boards: 0 } };
}

/** Worth is the reach met times the share of the pot won when all is checked down. */
export function checkedDownGame(game: Game): Game {
  return { ...game, start: checkedDown(game.start) };
}

function checkedDown(position: Position): Position {
  const { branches } = position;
  return {
    ...position,
    forest: branches ? DEALT : COMPARED,
    names: null,
    locks: [],
    branches: branches?.map((branch) => ({ ...branch, position: () => checkedDown(branch.position()) })) ?? null,
  };
}
