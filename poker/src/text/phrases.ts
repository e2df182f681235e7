/** Parts of sentences that several of them share. */
import { GAME_NAMES, type Game } from '../games.ts';

export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** Said alike to whoever types words, sends documents, or picks from a list. */
export const chooseGame = (cards: number, game: Game): string =>
  `For hands of ${cards} cards choose ${GAME_NAMES[game]} (game ${game}).`;

/** Quoted text, cut so that a sentence stays one: texts may be 100,000 characters long. */
export const quote = (text: string): string => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
