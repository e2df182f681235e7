/**
 * Is an unknown value a document `hand/1`? Asked of what comes from outside (a file that this program is said to have
 * written), and only about its form: whether the hand can have been played is for `replay.ts`.
 */
import { isGame } from '../games.ts';
import { BETTINGS } from '../table/setup.ts';
import { HAND_VERSION, type PlayedHand, SITES } from './played-hand.ts';

type Check = (value: unknown) => boolean;

export const isPlayedHand = (value: unknown): value is PlayedHand => {
  if (!isHand(value)) return false;
  const { players, hero, told, operations } = value as unknown as PlayedHand;
  const sits = (player: number): boolean => player < players.length;
  const lists = [told.won, told.returned, told.stacks];
  return (
    (hero === null || sits(hero)) &&
    lists.every((list) => list === null || list.length === players.length) &&
    operations.every((operation) => !('player' in operation) || sits(operation.player))
  );
};

const isText: Check = (value) => typeof value === 'string';
const isWhole: Check = (value) => Number.isSafeInteger(value);
const isCount: Check = (value) => isWhole(value) && (value as number) >= 0;
const isCard: Check = (value) => isCount(value) && (value as number) < 52;
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const isOneOf =
  (values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

/** An object with these fields and no others. */
const isObject =
  (fields: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check =>
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const given = value as Record<string, unknown>;
    return (
      Object.keys(given).every((key) => Object.hasOwn(fields, key) || Object.hasOwn(optional, key)) &&
      Object.entries(fields).every(([key, check]) => Object.hasOwn(given, key) && check(given[key])) &&
      Object.entries(optional).every(([key, check]) => given[key] === undefined || check(given[key]))
    );
  };

const POST_KINDS = ['ante', 'small-blind', 'big-blind', 'straddle', 'late', 'dead'];
const HAND_CARDS = listOf(isCard);

const OPERATIONS: Readonly<Record<string, Check>> = {
  post: isObject({ kind: isText, player: isCount, as: isOneOf(POST_KINDS), chips: isCount }),
  deal: isObject({ kind: isText, player: isCount, cards: HAND_CARDS }),
  board: isObject({ kind: isText, board: isCount, cards: HAND_CARDS }),
  fold: isObject({ kind: isText, player: isCount }),
  check: isObject({ kind: isText, player: isCount }),
  call: isObject({ kind: isText, player: isCount }, { chips: isCount }),
  bet: isObject({ kind: isText, player: isCount, to: isCount }),
  run: isObject({ kind: isText, times: isCount }),
  show: isObject({ kind: isText, player: isCount, cards: HAND_CARDS }),
  muck: isObject({ kind: isText, player: isCount }),
  'cash-out': isObject({ kind: isText, player: isCount, chips: isCount }),
};

const isOperation: Check = (value) => {
  if (typeof value !== 'object' || value === null) return false;
  const kind = (value as Record<string, unknown>).kind;
  return typeof kind === 'string' && Object.hasOwn(OPERATIONS, kind) && (OPERATIONS[kind] as Check)(value);
};

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

const isHand = isObject(
  {
    hand: isOneOf([HAND_VERSION]),
    site: isOneOf(SITES),
    id: isText,
    playedAt: orNull((value) => typeof value === 'string' && MOMENT.test(value)),
    table: isText,
    seats: orNull(isCount),
    tournament: orNull(isObject({ id: isText, buyIn: isText })),
    money: isObject({ currency: isText, decimals: (value) => isCount(value) && (value as number) <= 8 }),
    game: isGame,
    betting: isOneOf(BETTINGS),
    opening: isOneOf(['preflop', 'flop']),
    boards: isOneOf([1, 2]),
    smallBlind: isCount,
    bigBlind: isCount,
    ante: isCount,
    players: listOf(isObject({ name: isText, seat: isWhole, stack: isCount })),
    hero: orNull(isCount),
    operations: listOf(isOperation),
    told: isObject({
      pot: orNull(isCount),
      rake: orNull(isCount),
      fees: orNull(isCount),
      won: orNull(listOf(isCount)),
      returned: orNull(listOf(isCount)),
      pots: orNull(listOf(isCount)),
      stacks: orNull(listOf(isCount)),
    }),
  },
  { fromHouse: isCount },
);
