/** What the bench asks of its process of sockets, and what that tells. */

export interface SocketPlan {
  readonly url: string;
  /** `auth` of each player's handshake. */
  readonly players: readonly object[];
  readonly socketsEach: number;
  readonly newsPerSecond: number;
  /** Requests that each bring news of `id` to all sockets of one player. */
  readonly news: readonly {
    readonly id: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  }[];
}

export interface SocketFigures {
  readonly held: number;
  readonly openedMs: number;
  readonly heard: number;
  readonly wanted: number;
  readonly perSecond: number;
  readonly p99Ms: number;
}
