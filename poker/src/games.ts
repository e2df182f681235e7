/** The games the room knows, their names, and how many hands each can deal. */
import { type Game, HOLE_CARDS } from '@ploscope/kernel';

export type { Game };
export { HOLE_CARDS };

export const GAMES = ['plo4', 'plo5', 'plo6', 'holdem'] as const satisfies readonly Game[];

export const DEFAULT_GAME: Game = 'plo4';

export const MIN_PLAYERS = 2;

/** The deck has room for seven hands of six cards and a board, not for eight. */
export const maxPlayers = (game: Game): number => (game === 'plo6' ? 7 : 8);

export const GAME_NAMES: Readonly<Record<Game, string>> = {
  plo4: 'PLO4',
  plo5: 'PLO5',
  plo6: 'PLO6',
  holdem: 'Hold’em',
};

export const isGame = (value: unknown): value is Game => GAMES.some((game) => game === value);

/** n choose k; 0 where that makes no sense. Exact for a deck of cards. */
export const choose = (n: number, k: number): number => {
  if (k < 0 || k > n) return 0;
  let product = 1;
  for (let i = 1; i <= k; i++) product = (product * (n - k + i)) / i;
  return Math.round(product);
};

/** Hands that can be dealt when `known` cards are out of the deck: 270,725 of PLO4. */
export const comboCount = (game: Game, known = 0): number => choose(52 - known, HOLE_CARDS[game]);
