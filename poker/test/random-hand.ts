/**
 * Random hands that the rules allow, of every kind: two to ten players, every game, both ways of betting, antes, blinds,
 * straddles, late and dead chips, bomb pots, short stacks, chips of the house, one board, two, or several run-outs.
 *
 * Chips are few, so that odd chips and all-ins come often. At every decision what `can` offers must be allowed, and what
 * lies one chip outside must not be.
 */
import { GAMES, HOLE_CARDS } from '../src/games.ts';
import { can, isBettingOver } from '../src/table/betting.ts';
import { cardsDue } from '../src/table/dealing.ts';
import type { Decision, Operation } from '../src/table/operation.ts';
import { openingPosts } from '../src/table/posts.ts';
import type { TableSetup } from '../src/table/setup.ts';
import { isContending } from '../src/table/showdown.ts';
import { apply, openTable, verify } from '../src/table/table.ts';
import type { TableState } from '../src/table/table-state.ts';
import type { Dealer } from './random.ts';

export interface RandomHand {
  readonly setup: TableSetup;
  readonly log: readonly Operation[];
  /** Before the first operation and after each. */
  readonly states: readonly TableState[];
  readonly end: TableState;
}

/** Throws where the rules contradict themselves. */
export const randomHand = (dealer: Dealer): RandomHand => {
  const setup = randomSetup(dealer);
  const log: Operation[] = [];
  let state = openTable(setup);
  const states = [state];
  const add = (operation: Operation): void => {
    const next = apply(state, operation);
    if (!next.ok) throw new Error(`${JSON.stringify(operation)} refused: ${next.error.message}`);
    state = next.value;
    log.push(operation);
    states.push(state);
  };

  const deck = dealer.deal(52);
  const hands = setup.stacks.map(() => deck.splice(0, HOLE_CARDS[setup.game]));
  const known = setup.stacks.map(() => dealer.next() < 0.7);
  for (const post of randomPosts(setup, dealer)) add(post);
  for (const [player, cards] of hands.entries()) add({ kind: 'deal', player, cards: known[player] ? cards : [] });
  while (state.phase !== 'over') {
    if (state.phase === 'betting') add(randomDecision(state, dealer));
    else if (state.phase === 'dealing') add(earlyShow(state, hands, dealer) ?? randomDealing(state, deck, dealer));
    else if (state.phase === 'showdown') add(randomShowing(state, hands, dealer));
    else throw new Error(`stuck while ${state.phase}`);
  }
  return { setup, log, states, end: state };
};

const randomSetup = ({ pick, whole, next }: Dealer): TableSetup => {
  const game = pick(GAMES);
  const boards = next() < 0.25 ? 2 : 1;
  const most = Math.min(10, Math.floor((52 - 5 * boards) / HOLE_CARDS[game]));
  const bigBlind = whole(1, 8);
  const deep = pick([1, 3, 10, 30]);
  return {
    game,
    betting: pick(['pot-limit', 'no-limit'] as const),
    opening: next() < 0.2 ? 'flop' : 'preflop',
    boards,
    smallBlind: whole(0, bigBlind),
    bigBlind,
    stacks: Array.from({ length: whole(2, most) }, () => whole(1, deep * bigBlind)),
    ...(next() < 0.05 ? { fromHouse: whole(1, 5) } : {}),
  };
};

const randomPosts = (setup: TableSetup, { pick, whole, next }: Dealer): Operation[] => {
  const straddles = Array.from({ length: pick([0, 0, 0, 1, 2, 3]) }, (_, i) => setup.bigBlind * 2 ** (i + 1));
  const ante = pick([0, 0, 1, setup.bigBlind]);
  const by = pick(['everybody', 'big-blind'] as const);
  const posts: Operation[] = openingPosts(setup, { ante: { chips: ante, by }, straddles });
  const player = whole(0, setup.stacks.length - 1);
  const paid = posts.reduce((sum, one) => (one.kind === 'post' && one.player === player ? sum + one.chips : sum), 0);
  const chips = Math.min(setup.bigBlind, (setup.stacks[player] ?? 0) - paid);
  if (chips <= 0 || setup.opening === 'flop' || next() < 0.8) return posts;
  return [...posts, { kind: 'post', player, as: pick(['late', 'dead'] as const), chips }];
};

const randomDecision = (state: TableState, { pick, whole, next }: Dealer): Decision => {
  const choices = can(state);
  if (choices === null) throw new Error('betting, and nobody can do anything');
  const { player, check, call, bet } = choices;
  const kinds: Decision[] = [{ kind: 'fold', player }];
  if (check) kinds.push({ kind: 'check', player }, { kind: 'check', player });
  if (call !== null) kinds.push({ kind: 'call', player, chips: call }, { kind: 'call', player, chips: call });
  if (bet !== null) {
    const to = pick([bet.least, bet.most, whole(bet.least, bet.most)]);
    kinds.push({ kind: 'bet', player, to });
    if (next() < 0.3) kinds.push({ kind: 'bet', player, to: bet.most }, { kind: 'bet', player, to: bet.least });
  }
  for (const offered of kinds) insist(state, offered, true);
  for (const outside of justOutside(state)) insist(state, outside, false);
  return pick(kinds);
};

const justOutside = (state: TableState): Decision[] => {
  const choices = can(state);
  if (choices === null) return [];
  const { player, check, call, bet } = choices;
  const next = (player + 1) % state.stacks.length;
  return [
    { kind: 'fold', player: next },
    { kind: 'check', player: check ? next : player },
    { kind: 'call', player, chips: (call ?? 0) + 1 },
    ...(call === null ? [] : [{ kind: 'call', player, chips: call - 1 } as const]),
    { kind: 'bet', player, to: (bet?.least ?? state.highest + 1) - (bet === null ? 0 : 1) },
    { kind: 'bet', player, to: (bet?.most ?? state.highest) + 1 },
  ];
};

const insist = (state: TableState, decision: Decision, allowed: boolean): void => {
  if ((verify(state, decision) === null) === allowed) return;
  throw new Error(`${JSON.stringify(decision)} is ${allowed ? 'refused' : 'allowed'} in ${JSON.stringify(state)}`);
};

const randomDealing = (state: TableState, deck: number[], { pick, next }: Dealer): Operation => {
  if (isBettingOver(state) && next() < 0.4) {
    const run: Operation = { kind: 'run', times: pick([1, 2, 2, 3]) };
    if (verify(state, run) === null) return run;
  }
  const board = pick([...state.boards.keys()].filter((one) => cardsDue(state, one) > 0));
  return { kind: 'board', board, cards: deck.splice(0, cardsDue(state, board)) };
};

/** Where nobody can act any more, hands may lie open before the board does. */
const earlyShow = (state: TableState, hands: readonly number[][], { next, pick }: Dealer): Operation | null => {
  if (!isBettingOver(state) || next() < 0.7) return null;
  const left = [...hands.keys()].filter((player) => isContending(state, player) && !state.shown[player]);
  if (left.length === 0) return null;
  const player = pick(left);
  return { kind: 'show', player, cards: hands[player] ?? [] };
};

const randomShowing = (state: TableState, hands: readonly number[][], { pick, next }: Dealer): Operation => {
  const left = [...hands.keys()].filter((player) => isContending(state, player) && !state.shown[player]);
  const player = pick(left);
  const muck: Operation = { kind: 'muck', player };
  if (next() < 0.25 && verify(state, muck) === null) return muck;
  return { kind: 'show', player, cards: hands[player] ?? [] };
};
