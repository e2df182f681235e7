/**
 * Hands played at random by the rules, as often folded and as seldom raised as hands are: for tests, and for imports that
 * are measured. The same seed plays the same hands.
 */
import {
  apply,
  can,
  cardsDue,
  formatCards,
  type Game,
  HOLE_CARDS,
  isContending,
  type Operation,
  openingPosts,
  openTable,
  type Settlement,
  settle,
  showOrder,
  type TableSetup,
  type TableState,
} from '@ploscope/poker';

export interface RandomHand {
  readonly number: number;
  /** Seconds since 1970. */
  readonly playedS: number;
  readonly setup: TableSetup;
  readonly names: readonly string[];
  readonly hero: number;
  readonly operations: readonly Operation[];
  /** `states[i]` is before operation `i`. */
  readonly states: readonly TableState[];
  readonly settlement: Settlement;
}

export type Chance = () => number;

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const GAMES: readonly Game[] = ['plo4', 'plo4', 'plo4', 'plo4', 'plo5', 'plo6', 'holdem'];
const BLINDS = [
  [50, 100],
  [100, 200],
  [250, 500],
] as const;
const SEASON_S = 1_735_689_600;
const DECK = 52;

export function randomHand(number: number, chance: Chance): RandomHand {
  const below = (count: number): number => Math.floor(chance() * count);
  const players = 2 + below(5);
  const game = GAMES[below(GAMES.length)] ?? 'plo4';
  const [smallBlind, bigBlind] = BLINDS[below(BLINDS.length)] ?? BLINDS[0];
  const setup: TableSetup = {
    game,
    betting: game === 'holdem' ? 'no-limit' : 'pot-limit',
    opening: 'preflop',
    boards: 1,
    smallBlind,
    bigBlind,
    stacks: Array.from({ length: players }, () => bigBlind * (chance() < 0.2 ? 8 + below(20) : 80 + below(140))),
  };
  const deck = shuffled(chance);
  const operations: Operation[] = [];
  const states: TableState[] = [];
  let state = openTable(setup);
  const play = (operation: Operation): void => {
    const next = apply(state, operation);
    if (!next.ok) throw new Error(`${JSON.stringify(operation)}: ${next.error.message}`);
    operations.push(operation);
    states.push(state);
    state = next.value;
  };
  for (const posted of openingPosts(setup)) play(posted);
  for (let player = 0; player < players; player++) {
    play({ kind: 'deal', player, cards: deck.splice(0, HOLE_CARDS[game]) });
  }
  while (state.phase === 'betting' || state.phase === 'dealing') {
    if (state.phase === 'dealing') play({ kind: 'board', board: 0, cards: deck.splice(0, cardsDue(state, 0)) });
    else play(decision(state, chance));
  }
  if (state.phase === 'showdown') {
    for (const player of showOrder(state)) {
      if (isContending(state, player)) play({ kind: 'show', player, cards: state.hands[player] ?? [] });
    }
  }
  const settled = settle(state);
  if (!settled.ok) throw new Error(`${settled.error.message} ${formatCards(state.boards[0] ?? [])}`);
  const hero = below(players);
  // The hero is always the same person; the others come from a pool of regulars.
  const regulars = below(400);
  const names = setup.stacks.map((_, player) => (player === hero ? 'Hero' : `regular ${regulars + player * 7}`));
  const playedS = SEASON_S + (number % 1_000_000) * 41 + below(20);
  return { number, playedS, setup, names, hero, operations, states, settlement: settled.value };
}

function decision(state: TableState, chance: Chance): Operation {
  const choices = can(state);
  if (choices === null) throw new Error('it is nobody’s turn');
  const { player, check, bet } = choices;
  const word = chance();
  const isPreflop = state.street === 'preflop';
  const wantsRaise = word < (isPreflop ? 0.16 : check ? 0.35 : 0.12);
  if (bet !== null && wantsRaise) {
    const size = chance() < 0.3 ? bet.most : bet.least + Math.floor(chance() * (bet.most - bet.least + 1));
    return { kind: 'bet', player, to: size };
  }
  if (check) return { kind: 'check', player };
  return word < (isPreflop ? 0.42 : 0.5) ? { kind: 'call', player } : { kind: 'fold', player };
}

function shuffled(chance: Chance): number[] {
  const deck = Array.from({ length: DECK }, (_, card) => card);
  for (let i = deck.length - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1));
    [deck[i], deck[j]] = [deck[j] as number, deck[i] as number];
  }
  return deck;
}
