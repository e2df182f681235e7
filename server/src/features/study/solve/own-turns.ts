/**
 * One work of each player at a time: the next of the same player waits behind it and takes no place of anybody else. Who
 * asks for the very same again while it is under way, because the answer was lost, gets what the first comes to.
 */

/** Works of one player that may wait for the one under way. */
const MOST_WAITING = 4;

export interface OwnTurns<T> {
  /** `sameAs` is equal for what is the same; null for what is never. Null where too many of this player's wait. */
  run(userId: string, sameAs: string | null, work: () => Promise<T>): Promise<T> | null;
}

export function createOwnTurns<T>(): OwnTurns<T> {
  const lines = new Map<string, { length: number; last: Promise<unknown> }>();
  const underWay = new Map<string, Promise<T>>();
  return {
    run(userId, sameAs, work) {
      const name = sameAs === null ? null : `${userId} ${sameAs}`;
      const same = name === null ? undefined : underWay.get(name);
      if (same !== undefined) return same;
      const line = lines.get(userId) ?? { length: 0, last: Promise.resolve() };
      if (line.length > MOST_WAITING) return null;
      const done = line.last.then(work, work).finally(() => {
        line.length -= 1;
        if (line.length === 0) lines.delete(userId);
        if (name !== null) underWay.delete(name);
      });
      line.length += 1;
      line.last = done;
      lines.set(userId, line);
      if (name !== null) underWay.set(name, done);
      return done;
    },
  };
}
