/**
 * What a seat is called, by how many were dealt in.
 *
 * Names are counted back from the button, so that the cutoff of four players is the cutoff of nine: what a position means
 * is who acts behind it. Heads-up the button is `BTN`, although it posts the small blind. When nobody posts the small
 * blind (its player left), the table has the names of one player more, without `SB`.
 */
import type { PlayedHand } from '../hand-history/played-hand.ts';

/** In the order in which they act after the flop. */
export const POSITIONS = ['SB', 'BB', 'UTG', 'UTG1', 'UTG2', 'UTG3', 'LJ', 'HJ', 'CO', 'BTN'] as const;
export type Position = (typeof POSITIONS)[number];

/** Those between the big blind and the button, by how many they are. */
const BETWEEN: readonly (readonly Position[])[] = [
  [],
  ['CO'],
  ['HJ', 'CO'],
  ['UTG', 'HJ', 'CO'],
  ['UTG', 'LJ', 'HJ', 'CO'],
  ['UTG', 'UTG1', 'LJ', 'HJ', 'CO'],
  ['UTG', 'UTG1', 'UTG2', 'LJ', 'HJ', 'CO'],
  ['UTG', 'UTG1', 'UTG2', 'UTG3', 'LJ', 'HJ', 'CO'],
];

/** Positions of `players` in the order of play after the flop, a small blind among them or not. */
export const positionNames = (players: number, hasSmallBlind = true): readonly Position[] => {
  if (players === 2) return ['BB', 'BTN'];
  const blinds: readonly Position[] = hasSmallBlind ? ['SB', 'BB'] : ['BB'];
  const between = Math.min(players - blinds.length - 1, BETWEEN.length - 1);
  return [...blinds, ...(BETWEEN[between] ?? []), 'BTN'];
};

/** Positions of the hand's players, by player. */
export const positionsOf = ({ players, operations }: PlayedHand): readonly Position[] => {
  const smallBlindIsGone = operations.some(
    (operation) => operation.kind === 'post' && operation.player === 0 && operation.as === 'big-blind',
  );
  return positionNames(players.length, !smallBlindIsGone);
};
