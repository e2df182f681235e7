/** The poker room's face: cards, hands, ranges, orderings, spots, and equity jobs and answers. No Node, no DOM. */
import type { EquityJob, EquityResult, JobError } from '@ploscope/kernel';
import type { EquityAnswer } from './equity/answer.ts';
import type { Game } from './games.ts';
import type { Ordering, OrderingName, Orderings } from './ordering/ordering.ts';
import type { Range, RangeView } from './range/range.ts';
import { fail, type Result, type TextError } from './result.ts';
import type { Spot, SpotError } from './spot/spot.ts';

export {
  type Card,
  cardOf,
  formatCard,
  formatCards,
  parseCard,
  parseCards,
  RANKS,
  rankOf,
  SUITS,
  suitOf,
} from './cards.ts';
export type { EquityAnswer, PlayerAnswer } from './equity/answer.ts';
export {
  comboCount,
  DEFAULT_GAME,
  GAME_NAMES,
  GAMES,
  type Game,
  HOLE_CARDS,
  isGame,
  MIN_PLAYERS,
  maxPlayers,
} from './games.ts';
export { formatHand, parseHand } from './hands.ts';
export type { Ordering, OrderingHeader, OrderingName, Orderings } from './ordering/ordering.ts';
export type { Range, RangeView } from './range/range.ts';
export type { Result, TextError } from './result.ts';
export type { Spot, SpotError } from './spot/spot.ts';

const later: TextError = { code: 'not-built', message: 'Not built yet.', at: 0, end: 0, hint: null };

// --- The signatures that follow are settled; their bodies arrive one by one. ---

export const parseRange = (_text: string, _game: Game): Result<Range, TextError> => fail(later);
export const formatRange = (range: Range): string => range.text;
export const orderingsOf = (_range: Range): OrderingName[] => [];
export const parseOrdering = (_bytes: Uint8Array): Result<Ordering, { code: string; message: string }> => fail(later);
export const countRange = (_range: Range, _view: RangeView = {}): { combos: number; share: number } => ({
  combos: 0,
  share: 0,
});
/** Hands `AsAhKsKh`, from high ranks to low; `offset` 0 and `limit` all by default. */
export const listRange = (_range: Range, _view: RangeView & { offset?: number; limit?: number } = {}): string[] => [];
/** The kernel's form: `cards` are combos × hole cards ascending within each combo and combos ascending; `weights` null when all equal. */
export const rangeCombos = (
  _range: Range,
  _view: RangeView = {},
): { cards: Uint8Array; weights: Uint8Array | null; combos: number } => ({
  cards: new Uint8Array(0),
  weights: null,
  combos: 0,
});

export interface CategoryNode {
  /** Stable within its parent, for paths and React keys: `all`, `one-pair`, `2-2`, `AAKT`. */
  readonly key: string;
  readonly label: string;
  readonly level: 'range' | 'pairs' | 'suits' | 'connection' | 'ranks' | 'hand';
  readonly combos: number;
  /** Share of the range, 0…1. */
  readonly share: number;
  /** Worked out when called; empty for a hand. */
  readonly children: () => readonly CategoryNode[];
}
export const categoryTree = (_range: Range, _view: RangeView = {}): CategoryNode => ({
  key: 'all',
  label: '',
  level: 'range',
  combos: 0,
  share: 0,
  children: () => [],
});

export const parseSpot = (_value: unknown): Result<Spot, SpotError> => fail({ ...later, field: '' });
export const canonicalSpot = (spot: Spot): string => JSON.stringify(spot);
export const spotId = async (_spot: Spot): Promise<string> => '';
export const formatPermalink = (_spot: Spot): string => '';
export const parsePermalink = (_fragment: string): Result<Spot, SpotError> => fail({ ...later, field: '' });
export const orderingsOfSpot = (_spot: Spot): OrderingName[] => [];

export interface EquityOptions {
  readonly orderings?: Orderings;
  /** `auto` by default: exact where it fits `budgetMs`. */
  readonly method?: EquityJob['method'];
  /** Standard error to stop at, as a share; 0.0005 (0.05 %) by default, 0 when only `trials` is given. */
  readonly precision?: number;
  readonly trials?: number;
  readonly timeMs?: number;
  readonly budgetMs?: number;
  readonly seed?: number;
  readonly detail?: Partial<EquityJob['detail']>;
}
export const equityJob = (_spot: Spot, _options: EquityOptions = {}): Result<EquityJob, SpotError> =>
  fail({ ...later, field: '' });
export const equityAnswer = (spot: Spot, _job: EquityJob, result: EquityResult): EquityAnswer => ({
  ...result,
  game: spot.game,
  players: [],
});
export const jobErrorText = (error: JobError, _spot: Spot): SpotError => ({
  ...later,
  code: error.code,
  message: error.message,
  field: error.player === null ? '' : `hands[${error.player}]`,
});
