/** What a player is told of a solve that this server cannot compute. */
import { sayBytes } from './bytes.ts';

/** What the solve is like that was too large: each of it opens a way out. */
export interface TooLarge {
  readonly byBucket: boolean;
  readonly insistsOnExact: boolean;
  readonly insistsOnWide: boolean;
  readonly hasLocks: boolean;
  readonly isRiver: boolean;
}

export const saySolve = {
  tooMuchMemory: (needed: number, allowed: number): string =>
    `This solve takes at least ${sayBytes(needed, 'up')} of memory, and this server gives one solve ${sayBytes(allowed, 'down')}.`,
  smaller: ({ byBucket, insistsOnExact, insistsOnWide, hasLocks, isRiver }: TooLarge): string => {
    const ways = [
      ...(insistsOnExact ? ['leave the method at auto'] : []),
      ...(insistsOnWide ? ['leave the storage at auto'] : []),
      ...(hasLocks ? ['leave out the locks'] : []),
      'narrow the ranges',
      'write fewer sizes',
      ...(byBucket ? ['take fewer buckets'] : []),
      ...(isRiver ? [] : ['start on a later street']),
      'or solve it on a machine of your own with `ploscope solve --max-memory`',
    ];
    const text = ways.join(', ');
    return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
  },
} as const;
