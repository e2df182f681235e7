/**
 * What the bars show at this moment: the answer, the last answer while a newer one is on its way, or, once a
 * computation takes a while, its equities so far.
 */
import { type Draft, toSpot } from '../spot/draft.ts';
import type { Answered, Run } from '../state.ts';

export interface ShownPlayer {
  /** Row on the screen, for name and colour. */
  readonly row: number;
  readonly input: string;
  readonly equity: number;
  /** Null while it is only so far. */
  readonly win: number | null;
  readonly tie: number | null;
  readonly wins: number | null;
  readonly ties: number | null;
  readonly standardError: number | null;
}

export interface Shown {
  readonly kind: 'fresh' | 'stale' | 'soFar';
  readonly players: readonly ShownPlayer[];
}

/** A computation shorter than this shows the previous answer until it is done: no flicker. */
const LONG_MS = 400;

export function shownPlayers(now: {
  readonly draft: Draft;
  readonly rows: readonly number[];
  readonly answered: Answered | null;
  readonly fresh: boolean;
  readonly run: Run;
}): Shown | null {
  const { draft, rows, answered, fresh, run } = now;
  const news = run.kind === 'running' || run.kind === 'stopped' ? run.news : null;
  if (!fresh && news !== null && news.elapsedMs > LONG_MS && news.equities.length === rows.length) {
    const hands = toSpot(draft).spot.hands;
    return {
      kind: 'soFar',
      players: rows.map((row, at) => ({
        row,
        input: hands[at] ?? '',
        equity: news.equities[at] ?? Number.NaN,
        win: null,
        tie: null,
        wins: null,
        ties: null,
        standardError: news.standardError,
      })),
    };
  }
  if (answered === null) return null;
  return {
    kind: fresh ? 'fresh' : 'stale',
    players: answered.answer.players.map((player, at) => ({ ...player, row: answered.rows[at] ?? at })),
  };
}
