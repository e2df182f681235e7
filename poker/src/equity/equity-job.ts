/**
 * From a spot to the kernel's job: what was written becomes cards and combos.
 *
 * A range of one live hand becomes that hand and a range of every live hand becomes `random`, so that the kernel can
 * choose its best method.
 */
import type { EquityJob, PlayerRange } from '@ploscope/kernel';
import { type Card, parseCards } from '../cards.ts';
import { GAME_NAMES, HOLE_CARDS } from '../games.ts';
import type { OrderingName, Orderings } from '../ordering/ordering.ts';
import { rangeCombos } from '../range/combos.ts';
import { measureRange } from '../range/count.ts';
import { orderingsOf } from '../range/orderings-of.ts';
import { fail, type Result, type Said, succeed, textError } from '../result.ts';
import { parseEntry } from '../spot/entry.ts';
import type { Spot, SpotError } from '../spot/spot.ts';
import { say } from '../text/en.ts';
import { conflictOf } from './conflicts.ts';

export interface EquityOptions {
  /** What `orderingsOfSpot` names. */
  readonly orderings?: Orderings;
  /** `auto` by default: exact where it fits `budgetMs`. */
  readonly method?: EquityJob['method'];
  /** Standard error to stop at, as a share. 0.0005 (0.05 %) by default; 0 when `trials` or `timeMs` is given alone. */
  readonly precision?: number;
  /** Deals to stop at; no limit by default. */
  readonly trials?: number;
  /** Wall time to stop at; no limit by default. */
  readonly timeMs?: number;
  /** Estimated time up to which `auto` stays exact; 10 s by default. */
  readonly budgetMs?: number;
  /** 1 by default. */
  readonly seed?: number;
  readonly detail?: Partial<EquityJob['detail']>;
  /** Asked now and then while ranges are worked out; once true, the job is refused with `too-slow`. */
  readonly isOver?: () => boolean;
  /** Refuse ranges of more combos than this in all; no limit by default. */
  readonly maxCombos?: number;
}

const DEFAULT_PRECISION = 0.0005;
const DEFAULT_BUDGET_MS = 10_000;
const DEFAULT_SEED = 1;

/** The orderings a spot's ranges speak of; load them before `equityJob`. */
export const orderingsOfSpot = (spot: Spot): OrderingName[] => {
  const names = new Set<OrderingName>();
  for (const hand of spot.hands) {
    const entry = parseEntry(hand, spot.game);
    if (!entry.ok || entry.value.kind !== 'range') continue;
    for (const name of orderingsOf(entry.value.range)) names.add(name);
  }
  return [...names];
};

/**
 * The job of a spot that `parseSpot` accepted. Codes: `empty`, `impossible`, `ordering-missing`, `too-many-combos` and
 * `too-slow` name the player; `option` names the option; and those of cards and ranges for a spot that was not parsed.
 */
export const equityJob = (spot: Spot, options: EquityOptions = {}): Result<EquityJob, SpotError> => {
  const bad = badOption(options);
  if (bad !== null) return fail({ ...textError(say.badOption(bad), 0, 0), field: bad });
  const known: Card[] = [];
  const boards: Uint8Array[] = [];
  let dead = new Uint8Array(0);
  for (const field of ['board', 'board2', 'dead'] as const) {
    const text = spot[field];
    if (text === null) continue;
    const cards = parseCards(text);
    if (!cards.ok) return fail({ ...cards.error, field });
    known.push(...cards.value);
    if (field === 'dead') dead = Uint8Array.from(cards.value);
    else boards.push(Uint8Array.from(cards.value));
  }
  const players: PlayerRange[] = [];
  let budget = options.maxCombos ?? Number.POSITIVE_INFINITY;
  for (const index of spot.hands.keys()) {
    const player = playerOf(spot, index, known, options, budget);
    if (!player.ok) return player;
    if (player.value.kind === 'range') budget -= player.value.cards.length / HOLE_CARDS[spot.game];
    players.push(player.value);
  }
  const conflict = conflictOf(players, HOLE_CARDS[spot.game]);
  if (conflict !== null) {
    const { player, said } = conflict;
    return fail({ ...textError(said, 0, spot.hands[player]?.length ?? 0), field: `hands[${player}]` });
  }
  const { method = 'auto', trials, timeMs, budgetMs = DEFAULT_BUDGET_MS, seed = DEFAULT_SEED, detail } = options;
  const precision = options.precision ?? (trials === undefined && timeMs === undefined ? DEFAULT_PRECISION : 0);
  return succeed({
    game: spot.game,
    players,
    boards,
    dead,
    method,
    stop: {
      standardError: precision,
      trials: trials ?? Number.MAX_SAFE_INTEGER,
      timeMs: timeMs ?? Number.POSITIVE_INFINITY,
    },
    budgetMs,
    seed: seed >>> 0,
    detail: { madeHands: false, nextCards: false, combos: false, ...detail },
  });
};

const badOption = (options: EquityOptions): string | null => {
  const positive = ['precision', 'trials', 'timeMs', 'budgetMs', 'maxCombos'] as const;
  return positive.find((name) => options[name] !== undefined && !((options[name] ?? 0) > 0)) ?? null;
};

const playerOf = (
  spot: Spot,
  index: number,
  known: readonly Card[],
  { orderings, isOver }: EquityOptions,
  maxCombos: number,
): Result<PlayerRange, SpotError> => {
  const text = spot.hands[index] ?? '';
  const field = `hands[${index}]`;
  const refuse = (said: Said): Result<PlayerRange, SpotError> => fail({ ...textError(said, 0, text.length), field });
  const entry = parseEntry(text, spot.game);
  if (!entry.ok) return fail({ ...entry.error, field });
  if (entry.value.kind === 'random') return succeed({ kind: 'random' });
  if (entry.value.kind === 'hand') {
    return succeed({ kind: 'hand', cards: Uint8Array.from(entry.value.cards, ({ card }) => card) });
  }
  const { range } = entry.value;
  const missing = orderingsOf(range).find((name) => orderings?.has(name) !== true);
  if (missing !== undefined) return refuse(say.orderingMissing(missing));
  const view = {
    known,
    ...(orderings === undefined ? {} : { orderings }),
    ...(isOver === undefined ? {} : { isOver }),
  };
  const { combos, all, even } = measureRange(range, view);
  if (isOver?.() === true) return refuse(say.tooSlow());
  if (combos === 0) {
    const fitsNone = known.length === 0 || measureRange(range, { ...view, known: [] }).combos === 0;
    return refuse(fitsNone ? say.noHandFits(GAME_NAMES[spot.game]) : say.emptyPlayer());
  }
  if (combos === all && even) return succeed({ kind: 'random' });
  if (combos > maxCombos) return refuse(say.tooManyCombos(combos, maxCombos));
  const { cards, weights } = rangeCombos(range, view);
  if (isOver?.() === true) return refuse(say.tooSlow());
  return succeed(combos === 1 ? { kind: 'hand', cards } : { kind: 'range', cards, weights });
};
