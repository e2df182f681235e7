/** What a player is told whose jobs hold too much. */
import { sayBytes } from './bytes.ts';

export const sayStorage = {
  full: (held: number, limit: number): { message: string; hint: string } => ({
    message: `Your jobs hold ${sayBytes(held, 'up')} of the ${sayBytes(limit, 'down')} this server keeps for one player.`,
    hint: 'Delete jobs you no longer need, on the page Jobs or with `ploscope jobs delete`.',
  }),
} as const;
