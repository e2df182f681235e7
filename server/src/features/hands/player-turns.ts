/** One thing at a time for each player, in the order asked; a fixed number wait, the next is told to come back. */

export class PlayerTurns {
  readonly #waiting: number;
  readonly #held = new Map<string, { count: number; last: Promise<unknown> }>();

  /** `waiting`: how many of one player's may wait. */
  constructor(waiting: number) {
    this.#waiting = waiting;
  }

  /** Null where as many wait as may. Rejects with what `work` rejects with. */
  async run<T>(userId: string, work: () => Promise<T>): Promise<T | null> {
    const held = this.#held.get(userId) ?? { count: 0, last: Promise.resolve() };
    if (held.count > this.#waiting) return null;
    held.count += 1;
    this.#held.set(userId, held);
    const turn = held.last.then(work, work);
    held.last = turn;
    try {
      return await turn;
    } finally {
      held.count -= 1;
      if (held.count === 0) this.#held.delete(userId);
    }
  }

  /** Resolves with true when it is the player's turn, which lasts until `end`; with false where as many wait as may. */
  hold(userId: string, end: Promise<unknown>): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const turn = this.run(userId, () => {
        resolve(true);
        return end;
      });
      turn.then((ended) => ended === null && resolve(false), reject);
    });
  }
}
