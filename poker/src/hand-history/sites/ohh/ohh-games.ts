/**
 * Names of games in Open Hand History. It has one for Omaha however many cards are dealt, so the cards that somebody was
 * dealt or showed say which.
 */
import type { Game } from '../../../games.ts';
import type { JsonFields } from './json-fields.ts';

const OMAHA: Readonly<Record<number, Game>> = { 4: 'plo4', 5: 'plo5', 6: 'plo6' };

/** What is said of limits that are not played. */
export const NOT_PLAYED = { fixedLimit: 'fixed limit', capped: 'a cap on bets' } as const;

/** Null for another game. */
export const gameOf = (ohh: JsonFields): Game | null => {
  const type = ohh.text('game_type');
  if (type === 'Holdem') return 'holdem';
  if (type !== 'Omaha') return null;
  let most = 0;
  for (const round of ohh.list('rounds')) {
    for (const action of round.list('actions')) most = Math.max(most, action.texts('cards').length);
  }
  return OMAHA[Math.max(most, 4)] ?? null;
};

export const gameTypeOf = (game: Game): 'Holdem' | 'Omaha' => (game === 'holdem' ? 'Holdem' : 'Omaha');
