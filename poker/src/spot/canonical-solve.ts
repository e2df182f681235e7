/**
 * One spelling and one id for a spot that is solved, however it was typed; see `canonical.ts` for cards and ranges.
 *
 * Sizes stand in their order, each once; empty lists are left out except for donks, where an empty list says that there
 * is no donk; lock shares are shares of 1; locks are ordered by their lines.
 */
import { formatLine, parseLine } from '../solve/parse-line.ts';
import { formatSize, orderSizes, parseSize, type Size } from '../solve/parse-size.ts';
import { STREETS } from '../solve/streets.ts';
import { canonicalBoard, canonicalCards, canonicalEntry } from './canonical.ts';
import { sha256Hex } from './sha256.ts';
import type { LockShares, SolveSide, SolveSpot, SpotLock, StreetSizes } from './solve-spot.ts';

/** The spot in its one spelling. */
export const canonicalSolveSpot = (spot: SolveSpot): SolveSpot => ({
  ploscope: spot.ploscope,
  game: spot.game,
  board: canonicalBoard(spot.board),
  board2: spot.board2 === null ? null : canonicalBoard(spot.board2),
  dead: canonicalCards(spot.dead),
  pot: spot.pot,
  stack: spot.stack,
  rake: { rate: spot.rake.rate, cap: spot.rake.cap },
  oop: { ...canonicalSide(spot.oop, spot), donks: canonicalSizes(spot.oop.donks, { raise: false, keepEmpty: true }) },
  ip: canonicalSide(spot.ip, spot),
  addAllIn: spot.addAllIn,
  forceAllIn: spot.forceAllIn,
  merge: spot.merge,
  maxRaises: spot.maxRaises,
  minBet: spot.minBet,
  locks: spot.locks
    .map((lock) => canonicalLock(lock, spot))
    .sort((a, b) => (a.line < b.line ? -1 : a.line > b.line ? 1 : 0)),
});

/** Canonical JSON: fixed keys in fixed order, no space. */
export const formatSolveSpot = (spot: SolveSpot): string => JSON.stringify(canonicalSolveSpot(spot));

/** 64 hexadecimal digits. */
export const solveSpotId = async (spot: SolveSpot): Promise<string> => sha256Hex(formatSolveSpot(spot));

const canonicalSide = (side: SolveSide, { game }: SolveSpot): SolveSide => ({
  range: canonicalEntry(side.range, game),
  bets: canonicalSizes(side.bets, { raise: false, keepEmpty: false }),
  raises: canonicalSizes(side.raises, { raise: true, keepEmpty: false }),
});

const canonicalSizes = (
  by: StreetSizes,
  { raise, keepEmpty }: { readonly raise: boolean; readonly keepEmpty: boolean },
): StreetSizes => {
  const sizes: { -readonly [street in keyof StreetSizes]: readonly string[] } = {};
  for (const street of STREETS) {
    const texts = by[street];
    if (texts === undefined || (texts.length === 0 && !keepEmpty)) continue;
    const read = texts.map((text) => parseSize(text, { raise, potLimit: false }));
    const known = read.flatMap((size): Size[] => (size.ok ? [size.value] : []));
    sizes[street] = known.length === texts.length ? orderSizes(known).map(formatSize) : texts;
  }
  return sizes;
};

const canonicalLock = ({ line, actions, hands }: SpotLock, { game }: SolveSpot): SpotLock => {
  const steps = parseLine(line);
  return {
    line: steps.ok ? formatLine(steps.value) : line,
    actions: actions === null ? null : canonicalShares(actions),
    hands: hands.map((hand) => ({ range: canonicalEntry(hand.range, game), actions: canonicalShares(hand.actions) })),
  };
};

/** Actions that are never taken need not be named. Labels of one letter first, then amounts. */
const canonicalShares = (shares: LockShares): LockShares =>
  Object.fromEntries(
    Object.entries(shares)
      .filter(([, share]) => share > 0)
      .sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1)),
  );
