/** All that Study → Equity remembers. Views read it; only the controller and its computing change it. */
import type { EquityAnswer, SpotError } from '@ploscope/poker';
import type { Draft } from './spot/draft.ts';
import type { History } from './spot/history.ts';
import type { DetailName, EquityNews, Precision, SpotReport } from './work/protocol.ts';

export type Run =
  /** Nothing to do: answered, or the spot is not whole yet. */
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly news: EquityNews | null }
  /** Stopped by the player; goes on at the next edit or on demand. */
  | { readonly kind: 'stopped'; readonly news: EquityNews | null }
  | { readonly kind: 'refused'; readonly error: SpotError; readonly tooLarge: boolean }
  | { readonly kind: 'crashed'; readonly message: string };

export interface Answered {
  /** The question it answers; see `questionKey`. */
  readonly key: string;
  readonly answer: EquityAnswer;
  /** Row on the screen of each player of the answer, for names and colours. */
  readonly rows: readonly number[];
  readonly draft: Draft;
}

export interface Reading {
  readonly report: SpotReport;
  readonly rows: readonly number[];
  readonly draft: Draft;
}

export type DetailRun = 'idle' | 'running' | 'stopped' | { readonly refused: string };

export interface StudyState {
  readonly history: History<Draft>;
  readonly precision: Precision;
  readonly reading: Reading | null;
  readonly run: Run;
  /** The last answer found; stale while its key is not the current question's. */
  readonly answered: Answered | null;
  readonly detail: DetailName;
  readonly detailRun: DetailRun;
  /** Details found for `answered.key`. */
  readonly details: Readonly<Partial<Record<DetailName, EquityAnswer>>>;
}

/** Nothing speaks against computing the spot that was read. */
export function isWell({ report }: Reading): boolean {
  return report.problem === null && report.hands.every((hand) => hand.error === null);
}

export const draftOf = (state: StudyState): Draft => state.history.present;

/** One question, one key: the same spot at the same precision. */
export function questionKey(spot: unknown, precision: Precision): string {
  return `${precision} ${JSON.stringify(spot)}`;
}
