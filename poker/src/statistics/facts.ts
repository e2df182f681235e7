/**
 * What is known of a played hand, for one of its players: what filters ask about and what a list of hands shows on a
 * line. Worked out once, when the hand is imported; plain values only, so that each can be a column. Chips are minor
 * units of the hand's money.
 */
import type { MadeHand } from '@ploscope/kernel';
import { formatCards } from '../cards.ts';
import type { Game } from '../games.ts';
import type { Site } from '../hand-history/played-hand.ts';
import { canBeRanked, madeHand, strengthOf } from '../table/made-hand.ts';
import type { PlayerIndex } from '../table/operation.ts';
import { HAND_STREETS, type HandStreet } from '../table/table-state.ts';
import type { HandCourse } from './hand-course.ts';
import { lineInShort } from './line-in-short.ts';
import type { Position } from './positions.ts';
import { type PotType, potTypeOf } from './pot-type.ts';
import { rakeShares } from './rake-share.ts';
import { stakesOf } from './stakes.ts';
import { type Texture, textureOf } from './texture.ts';

/** Raised whenever a fact is worked out differently, so that stored facts can be told from newer ones. */
export const FACTS_VERSION = 1;

export type MadeStreet = Exclude<HandStreet, 'preflop'>;

export interface HandFacts {
  readonly version: typeof FACTS_VERSION;

  // The hand
  readonly site: Site;
  readonly id: string;
  readonly playedAt: string | null;
  readonly table: string;
  readonly tournament: boolean;
  readonly game: Game;
  readonly currency: string;
  readonly decimals: number;
  /** `$0.50/$1`; see `stakes.ts`. */
  readonly stakes: string;
  readonly smallBlind: number;
  readonly bigBlind: number;
  readonly players: number;
  /** Of all who were dealt in, in the order of play after the flop. */
  readonly names: readonly string[];
  readonly potType: PotType;
  readonly straddled: boolean;
  /** Who saw the flop, all-in or not; 0 where there was none. */
  readonly flopPlayers: number;
  /** The last street that was dealt. */
  readonly street: HandStreet;
  readonly showdown: boolean;
  /** All pots together, without bets that came back. */
  readonly pot: number;
  /** Taken out of the pots, fees beside the rake with it. */
  readonly rake: number;
  /** Text of each board, as `Ks9d4c2h2d`; none where there was no flop. */
  readonly boards: readonly string[];
  /** Of each board’s flop. */
  readonly textures: readonly Texture[];

  // The player
  readonly player: PlayerIndex;
  readonly name: string;
  readonly isHero: boolean;
  readonly position: Position;
  /** Before anything was posted. */
  readonly stack: number;
  /** As `AsAhKsKh`, in the order dealt; '' where they are not known. */
  readonly cards: string;
  /**
   * What the cards made on each street that the player saw, one entry for each board; a street is not there when it was
   * not seen or the cards are not known.
   */
  readonly made: Readonly<Partial<Record<MadeStreet, readonly MadeHand[]>>>;
  /** The same for the last of these streets: what was held in the end. */
  readonly madeAtEnd: readonly MadeHand[];
  readonly sawFlop: boolean;
  /** The last to act after the flop, among those who saw it; null for those who did not. */
  readonly inPosition: boolean | null;
  /** Where the player folded, or else the last street dealt. */
  readonly lastStreet: HandStreet;
  readonly foldedOn: HandStreet | null;
  readonly wentToShowdown: boolean;
  /** Street on which the last chip went in; null where some were left. */
  readonly allIn: HandStreet | null;
  /** Chips got out of the pots. */
  readonly won: number;
  readonly net: number;
  /** The same in big blinds, unrounded. */
  readonly netBb: number;
  /** The player’s part of the rake by what was put in; see `rake-share.ts`. */
  readonly rakeShare: number;
  /** `R3.5 c / x B75 c`; see `line-in-short.ts`. */
  readonly line: string;
}

export const factsOf = (course: HandCourse, player: PlayerIndex): HandFacts => {
  const { replay, final, positions } = course;
  const { hand, settlement } = replay;
  const boards = final.boards.filter((board) => board.length > 0);
  const seenBy = course.streets.flop?.seenBy ?? [];
  const sawFlop = seenBy.includes(player);
  const fold = course.actions.find((action) => action.player === player && action.kind === 'fold');
  const street = lastStreetOf(course);
  const net = settlement.net[player] ?? 0;
  const made = madeBy(course, player);
  return {
    version: FACTS_VERSION,
    site: hand.site,
    id: hand.id,
    playedAt: hand.playedAt,
    table: hand.table,
    tournament: hand.tournament !== null,
    game: hand.game,
    currency: hand.money.currency,
    decimals: hand.money.decimals,
    stakes: stakesOf(hand),
    smallBlind: hand.smallBlind,
    bigBlind: hand.bigBlind,
    players: hand.players.length,
    names: hand.players.map(({ name }) => name),
    potType: potTypeOf(course),
    straddled: course.straddles > 0,
    flopPlayers: seenBy.length,
    street,
    showdown: course.showdown,
    pot: settlement.pots.reduce((sum, { chips }) => sum + chips, 0),
    rake: settlement.pots.reduce((sum, { rake }) => sum + rake, 0),
    boards: boards.map(formatCards),
    textures: boards.map(textureOf).filter((texture) => texture !== null),
    player,
    name: hand.players[player]?.name ?? '',
    isHero: hand.hero === player,
    position: positions[player] ?? 'BTN',
    stack: hand.players[player]?.stack ?? 0,
    cards: formatCards(final.hands[player] ?? []),
    made,
    madeAtEnd: made.river ?? made.turn ?? made.flop ?? [],
    sawFlop,
    inPosition: sawFlop ? player === Math.max(...seenBy) : null,
    lastStreet: fold?.street ?? street,
    foldedOn: fold?.street ?? null,
    wentToShowdown: course.showdown && course.left.includes(player),
    allIn: allInStreet(course, player),
    won: settlement.won[player] ?? 0,
    net,
    netBb: hand.bigBlind > 0 ? net / hand.bigBlind : 0,
    rakeShare: rakeShares(replay)[player] ?? 0,
    line: lineInShort(course, player),
  };
};

const lastStreetOf = ({ streets }: HandCourse): HandStreet =>
  HAND_STREETS.findLast((street) => streets[street] !== undefined) ?? 'preflop';

const BOARD_CARDS: Readonly<Record<MadeStreet, number>> = { flop: 3, turn: 4, river: 5 };

const madeBy = ({ final, streets, replay }: HandCourse, player: PlayerIndex): HandFacts['made'] => {
  const made: Partial<Record<MadeStreet, readonly MadeHand[]>> = {};
  const { game } = replay.hand;
  const hand = final.hands[player] ?? [];
  for (const street of ['flop', 'turn', 'river'] as const) {
    if (streets[street]?.seenBy.includes(player) !== true) continue;
    const boards = final.boards.map((board) => board.slice(0, BOARD_CARDS[street]));
    if (boards.some((board) => !canBeRanked(game, hand, board))) continue;
    made[street] = boards.map((board) => madeHand(strengthOf(game, hand, board)));
  }
  return made;
};

/** The street of the first state in which a player who has not folded has nothing left. */
const allInStreet = ({ replay }: HandCourse, player: PlayerIndex): HandStreet | null => {
  const state = replay.states.find(
    ({ stacks, folded, paid }) => stacks[player] === 0 && folded[player] !== true && (paid[player] ?? 0) > 0,
  );
  return state?.street ?? null;
};
