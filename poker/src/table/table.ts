/**
 * The rules of the table: a hand is its setup and a log of operations, and every operation makes a new state.
 *
 * `verify` says whether a state allows an operation, `apply` makes the next state of it, `can` offers what the player whose
 * turn it is may do. All three go by one rule for each kind of operation (`RULES`): nothing is offered that would be
 * refused, nothing is applied that was not verified. Between operations the table moves on by itself: turns, streets, and
 * the end. Nothing here throws, whatever it is given.
 */
import { HOLE_CARDS } from '../games.ts';
import { fail, type Result, succeed } from '../result.ts';
import { decide, isBettingOver, liveCount, nextToAct, refuseDecision } from './betting.ts';
import { deal, dealBoard, refuseBoard, refuseDeal, refuseRun, run, WHOLE_BOARD } from './dealing.ts';
import type { Operation } from './operation.ts';
import { post, refusePost, withBigBlind } from './posts.ts';
import { type Refusal, refusal } from './refusal.ts';
import type { TableSetup } from './setup.ts';
import { cashOut, isContending, muck, refuseCashOut, refuseMuck, refuseShow, show } from './showdown.ts';
import { HAND_STREETS, type HandStreet, type Phase, type TableState } from './table-state.ts';

const MIN_SEATED = 2;
const MAX_SEATED = 10;
const DECK = 52;

/** What is wrong with a setup, or null. */
export const verifySetup = (setup: TableSetup): Refusal | null => {
  const { boards, game, stacks, smallBlind, bigBlind, fromHouse } = setup;
  const cards = stacks.length * HOLE_CARDS[game] + boards * WHOLE_BOARD;
  if (stacks.length < MIN_SEATED || stacks.length > MAX_SEATED || cards > DECK) {
    return refusal('players', [], String(stacks.length));
  }
  const wrong = stacks.find((stack) => !isAmount(stack));
  if (wrong !== undefined) return refusal('stacks', [], String(wrong));
  if (fromHouse !== undefined && !isAmount(fromHouse)) return refusal('chips', [], String(fromHouse));
  return isAmount(bigBlind) && (smallBlind === 0 || isAmount(smallBlind))
    ? null
    : refusal('blinds', [smallBlind, bigBlind]);
};

/** The state before the first operation; the setup is one that `verifySetup` has nothing against. */
export const openTable = (setup: TableSetup): TableState => {
  const each = <T>(value: T): T[] => setup.stacks.map(() => value);
  return {
    setup,
    phase: 'posting',
    street: 'preflop',
    actor: null,
    stacks: setup.stacks,
    bets: each(0),
    paid: each(0),
    antes: each(0),
    dead: each(0),
    dealt: each(false),
    folded: each(false),
    shown: each(false),
    mucked: each(false),
    hands: each([]),
    boards: Array.from({ length: setup.boards }, () => []),
    highest: 0,
    leastRaise: setup.bigBlind,
    lastBlind: null,
    aggressor: null,
    acted: each(false),
    cashedOut: each(null),
  };
};

/** Why the state does not allow the operation, or null. */
export const verify = (state: TableState, operation: Operation): Refusal | null => {
  const rule = ruleOf(operation);
  if (rule === undefined) return refusal('operation', [], String(operation.kind));
  const { player, chips } = operation as { readonly player?: number; readonly chips?: number };
  if (rule.ofPlayer && !(Number.isInteger(player) && state.stacks[player as number] !== undefined)) {
    return refusal('no-player', [], String(player));
  }
  if ((rule.chips || chips !== undefined) && !isAmount(chips)) return refusal('chips', [], String(chips));
  if (rule.phase !== null && state.phase !== rule.phase) return refusal('not-now', [], rule.name);
  return rule.refuse(state, operation);
};

/** The state after the operation, or why it is not allowed. */
export const apply = (state: TableState, operation: Operation): Result<TableState, Refusal> => {
  const refused = verify(state, operation);
  if (refused !== null) return fail(refused);
  return succeed(moveOn((ruleOf(operation) as Rule).after(state, operation), operation));
};

interface Rule<Kind extends Operation = Operation> {
  /** As in “This is not the time to …”. */
  readonly name: string;
  /** Null where it is more than one; `refuse` knows then. */
  readonly phase: Phase | null;
  /** Does somebody do it, and does it need an amount? */
  readonly ofPlayer: boolean;
  readonly chips: boolean;
  readonly refuse: (state: TableState, operation: Kind) => Refusal | null;
  readonly after: (state: TableState, operation: Kind) => TableState;
}

type Of<Kind> = Extract<Operation, { readonly kind: Kind }>;

const decision = (name: string) =>
  ({ name, phase: 'betting', ofPlayer: true, chips: false, refuse: refuseDecision, after: decide }) as const;

const RULES: { readonly [Kind in Operation['kind']]: Rule<Of<Kind>> } = {
  post: { name: 'post', phase: 'posting', ofPlayer: true, chips: true, refuse: refusePost, after: post },
  deal: { name: 'deal a hand', phase: 'posting', ofPlayer: true, chips: false, refuse: refuseDeal, after: deal },
  board: {
    name: 'deal the board',
    phase: 'dealing',
    ofPlayer: false,
    chips: false,
    refuse: refuseBoard,
    after: dealBoard,
  },
  fold: decision('fold'),
  check: decision('check'),
  call: decision('call'),
  bet: decision('bet'),
  run: { name: 'deal several times', phase: 'dealing', ofPlayer: false, chips: false, refuse: refuseRun, after: run },
  show: { name: 'show cards', phase: null, ofPlayer: true, chips: false, refuse: refuseShow, after: show },
  muck: { name: 'give up cards', phase: 'showdown', ofPlayer: true, chips: false, refuse: refuseMuck, after: muck },
  'cash-out': { name: 'cash out', phase: null, ofPlayer: true, chips: true, refuse: refuseCashOut, after: cashOut },
};

/** Each rule is found by the kind of operation it is for, which is more than the types can say. */
const ruleOf = (operation: Operation): Rule | undefined =>
  Object.hasOwn(RULES, operation.kind) ? (RULES[operation.kind] as unknown as Rule) : undefined;

const isAmount = (chips: number | undefined): boolean => Number.isSafeInteger(chips) && (chips as number) > 0;

/** Passes on the turn, ends the street, opens the next, ends the hand: all that follows by itself from an operation. */
const moveOn = (state: TableState, operation: Operation): TableState => {
  switch (state.phase) {
    case 'posting':
      return state.dealt.every(Boolean) ? openBetting(state) : state;
    case 'betting':
      return passTurn(state, (operation as Of<'fold'>).player + 1);
    case 'dealing':
      return operation.kind === 'board' ? reachStreet(state) : state;
    case 'showdown':
      return { ...state, phase: showdownOrOver(state) };
    case 'over':
      return state;
  }
};

const openBetting = (state: TableState): TableState => {
  if (state.setup.opening === 'flop') return { ...state, phase: 'dealing' };
  const open = withBigBlind(state);
  return passTurn({ ...open, phase: 'betting' }, open.lastBlind === null ? 0 : open.lastBlind + 1);
};

const passTurn = (state: TableState, from: number): TableState => {
  if (liveCount(state) === 1) return { ...state, phase: 'over', actor: null };
  const actor = nextToAct(state, from);
  return actor === null ? endStreet(state) : { ...state, actor };
};

const endStreet = (state: TableState): TableState => {
  const isLast = state.boards.every((board) => board.length === WHOLE_BOARD);
  return {
    ...state,
    phase: isLast ? showdownOrOver(state) : 'dealing',
    actor: null,
    bets: state.bets.map(() => 0),
    highest: 0,
    leastRaise: state.setup.bigBlind,
    aggressor: isLast ? state.aggressor : null,
    acted: state.acted.map(() => false),
  };
};

/** A street is reached when every board has its cards; then betting goes on, if anybody can bet. */
const reachStreet = (state: TableState): TableState => {
  const length = Math.min(...state.boards.map((board) => board.length));
  const street = streetOf(length);
  if (street === state.street) return state;
  const reached = { ...state, street };
  if (!isBettingOver(state)) return passTurn({ ...reached, phase: 'betting' }, 0);
  return length === WHOLE_BOARD ? { ...reached, phase: showdownOrOver(reached) } : reached;
};

/** Hands that nobody has to wait for lie open already, or were given up. */
const showdownOrOver = (state: TableState): Phase =>
  state.shown.every((shown, player) => shown || !isContending(state, player)) ? 'over' : 'showdown';

const streetOf = (cards: number): HandStreet => HAND_STREETS[Math.max(0, cards - 2)] ?? 'river';
