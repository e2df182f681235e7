/**
 * Played hands for tests, written as players write them: `r300 f c [Ks7d2c] x b450 f`.
 *
 * Whose turn it is, the rules say. `f` folds, `x` checks, `c` calls, `r300` and `b450` go to so many chips, `[Ks7d2c]` is
 * the next card or cards (`[…|…]` of two boards), `run2` deals the rest twice, `cash-out0:900` takes chips from the house.
 * Blinds are 50/100 and stacks 10,000 unless told.
 */
import { readFileSync } from 'node:fs';
import type { Game } from '../src/games.ts';
import { HandCutter } from '../src/hand-history/cut-hands.ts';
import type { HandPlayer, PlayedHand } from '../src/hand-history/played-hand.ts';
import { type Replay, replay } from '../src/hand-history/replay.ts';
import { SITE_FORMATS } from '../src/hand-history/sites/site-formats.ts';
import { courseOf, type HandCourse } from '../src/statistics/hand-course.ts';
import { can } from '../src/table/betting.ts';
import type { Operation } from '../src/table/operation.ts';
import { openingPosts } from '../src/table/posts.ts';
import type { TableSetup } from '../src/table/setup.ts';
import { apply, openTable } from '../src/table/table.ts';
import type { TableState } from '../src/table/table-state.ts';
import { cardsIn } from './play.ts';

export interface Table {
  readonly game?: Game;
  readonly betting?: PlayedHand['betting'];
  readonly stacks?: readonly number[];
  readonly ante?: number;
  readonly straddles?: readonly number[];
  readonly bombPot?: boolean;
  readonly boards?: 1 | 2;
  /** Cards by player; '' for none seen. */
  readonly hands?: readonly string[];
  readonly hero?: number;
  readonly rake?: number;
  readonly playedAt?: string;
}

/** Players by number or with a table of their own. */
export const handOf = (players: number, script: string, table: Table = {}): PlayedHand => {
  const { game = 'plo4', betting = 'pot-limit', ante = 0, boards = 1, bombPot = false } = table;
  const stacks = table.stacks ?? Array.from({ length: players }, () => 10_000);
  const opening = bombPot ? 'flop' : 'preflop';
  const setup: TableSetup = { game, betting, opening, boards, smallBlind: 50, bigBlind: 100, stacks };
  const posts = { ante: { chips: ante, by: 'everybody' as const }, straddles: table.straddles ?? [] };
  const operations: Operation[] = openingPosts(setup, posts);
  stacks.forEach((_, player) => {
    operations.push({ kind: 'deal', player, cards: cardsIn(table.hands?.[player] ?? '') });
  });
  let state = operations.reduce(after, openTable(setup));
  for (const word of script.split(/\s+/).filter((one) => one !== '')) {
    for (const operation of operationsOf(word, state)) {
      operations.push(operation);
      state = after(state, operation);
    }
  }
  return {
    hand: 'hand/1',
    site: 'pokerstars',
    id: '1',
    playedAt: table.playedAt ?? '2026-11-21T10:30:00Z',
    table: 'Test',
    seats: players,
    tournament: null,
    money: { currency: 'USD', decimals: 2 },
    game,
    betting,
    opening,
    boards,
    smallBlind: 50,
    bigBlind: 100,
    ante,
    players: stacks.map((stack, player): HandPlayer => ({ name: `P${player}`, seat: player + 1, stack })),
    hero: table.hero ?? null,
    operations,
    told: { pot: null, rake: table.rake ?? 0, fees: null, won: null, returned: null, pots: null, stacks: null },
  };
};

const after = (state: TableState, operation: Operation): TableState => {
  const next = apply(state, operation);
  if (!next.ok) throw new Error(`${JSON.stringify(operation)}: ${next.error.code}`);
  return next.value;
};

const operationsOf = (word: string, state: TableState): Operation[] => {
  const player = can(state)?.player ?? -1;
  if (word === 'f') return [{ kind: 'fold', player }];
  if (word === 'x') return [{ kind: 'check', player }];
  if (word === 'c') return [{ kind: 'call', player }];
  if (/^[rb]\d+$/.test(word)) return [{ kind: 'bet', player, to: Number(word.slice(1)) }];
  if (/^run\d$/.test(word)) return [{ kind: 'run', times: Number(word.slice(3)) }];
  const cashOut = /^cash-out(\d):(\d+)$/.exec(word);
  if (cashOut !== null) return [{ kind: 'cash-out', player: Number(cashOut[1]), chips: Number(cashOut[2]) }];
  const boards = /^\[(.*)\]$/.exec(word)?.[1]?.split('|');
  if (boards === undefined) throw new Error(`${word} is no word of a test hand.`);
  return boards.map((text, board) => ({ kind: 'board', board, cards: cardsIn(text) }));
};

const replayOf = (hand: PlayedHand): Replay => {
  const played = replay(hand);
  if (!played.ok) throw new Error(played.error.message);
  return played.value;
};

export const play = (players: number, script: string, table: Table = {}): HandCourse =>
  courseOf(replayOf(handOf(players, script, table)));

/** Hands of a file in `golden/hands`, as far as they can be played. */
export const fixtures = (name: string): HandCourse[] => {
  const courses: HandCourse[] = [];
  const cutter = new HandCutter(SITE_FORMATS);
  const text = readFileSync(new URL(`../golden/hands/${name}`, import.meta.url), 'utf8');
  for (const cut of [...cutter.feed(text), ...cutter.end()]) {
    const hand = cut.ok ? cut.format.parse(cut.lines) : null;
    const played = hand?.ok === true ? replay(hand.value) : null;
    if (played?.ok === true) courses.push(courseOf(played.value));
  }
  return courses;
};
