/**
 * A hand while it is read from a site's lines. Reader after reader tells what a line says, in the order of the text and
 * with players by the order of their seats; `finish` makes the document of it: who was dealt in, everybody in the order of
 * play, hole cards where they are dealt, hands shown at the end.
 *
 * The first thing that is wrong is kept with its line, and nothing after it counts. Nothing is asked of the rules.
 */
import { type Card, formatCards } from '../../cards.ts';
import { HOLE_CARDS } from '../../games.ts';
import { fail, type Result, succeed } from '../../result.ts';
import type { Operation, PlayerIndex, PostKind } from '../../table/operation.ts';
import type { Post } from '../../table/posts.ts';
import { handMistakes } from '../../text/en-hands.ts';
import { type HandError, type HandErrorCode, handError } from '../hand-error.ts';
import { HAND_VERSION, type PlayedHand } from '../played-hand.ts';
import { sameCards } from './card-text.ts';
import { DraftBoards } from './draft-boards.ts';
import { DraftChips } from './draft-chips.ts';
import { orderOfPlay } from './seating.ts';

/** What the first lines say. */
export type DraftHead = Pick<
  PlayedHand,
  | 'site'
  | 'id'
  | 'playedAt'
  | 'table'
  | 'seats'
  | 'tournament'
  | 'money'
  | 'game'
  | 'betting'
  | 'smallBlind'
  | 'bigBlind'
>;

/** A place in the list of seats, in the order in which they were told. */
export type SeatIndex = number;

interface DraftPlayer {
  readonly seat: number;
  readonly name: string;
  readonly stack: number;
  /** Was dealt cards, as far as anything tells so. */
  isIn: boolean;
  hasFolded: boolean;
  cards: readonly Card[];
  /** At the showdown: hands in the order in which they were shown or thrown away. */
  end: 'shown' | 'mucked' | null;
}

const LEAST_PLAYERS = 2;
const MOST_PLAYERS = 10;
/** More than any table has, with those who only watch. */
const MOST_SEATS = 20;

export class HandDraft {
  readonly head: DraftHead;
  /** The number of the seat, taken or not. */
  button: number | null = null;
  /** 0-based line that is being read, for errors. */
  line = 0;
  /** The end of the hand was reached. */
  isWhole = false;
  /** Chips that the house put into the pot. */
  fromHouse = 0;
  /** Who took an insurance and has not paid for it yet. */
  awaitsPremium: SeatIndex | null = null;
  error: HandError | null = null;
  readonly chips = new DraftChips();
  readonly boards = new DraftBoards();
  readonly #players: DraftPlayer[] = [];
  /** Longest name first. */
  readonly #byLength: SeatIndex[] = [];
  /** Posts first; `player` is a seat's index until the hand is finished. */
  readonly #posts: Post[] = [];
  readonly #course: Operation[] = [];
  readonly #ends: SeatIndex[] = [];
  hero: SeatIndex | null = null;
  #openHands = 0;
  #hasDecided = false;
  #beganOnFlop = false;

  constructor(head: DraftHead) {
    this.head = head;
  }

  /** Keeps the first mistake. */
  fail(code: HandErrorCode, message: string): void {
    this.error ??= handError(code, message, this.line);
  }

  // Who sits at the table.

  addSeat(seat: number, name: string, stack: number): void {
    if (this.#players.length === MOST_SEATS) this.fail('unreadable', handMistakes.playersInHand(MOST_SEATS + 1));
    if (this.#players.some((player) => player.name === name)) this.fail('unreadable', handMistakes.sameNameTwice(name));
    if (this.#players.some((player) => player.seat === seat)) this.fail('unreadable', handMistakes.sameSeatTwice(seat));
    const shorter = this.#byLength.findIndex((index) => this.#players[index]!.name.length < name.length);
    this.#byLength.splice(shorter < 0 ? this.#byLength.length : shorter, 0, this.#players.length);
    this.#players.push({ seat, name, stack, isIn: false, hasFolded: false, cards: [], end: null });
    this.chips.addPlayer();
  }

  get playerCount(): number {
    return this.#players.length;
  }

  nameOf(player: SeatIndex): string {
    return this.#players[player]!.name;
  }

  /** Hole cards as far as they are known by now; none where they are not. */
  cardsOf(player: SeatIndex): readonly Card[] {
    return this.#players[player]!.cards;
  }

  /** -1 when nobody is called so. */
  named(name: string): SeatIndex {
    return this.#players.findIndex((player) => player.name === name);
  }

  /** -1 when nobody sits there. */
  onSeat(seat: number): SeatIndex {
    return this.#players.findIndex((player) => player.seat === seat);
  }

  /**
   * Whose name stands at `from` with `behind` behind it, -1 for nobody's. Names may contain anything, blanks and colons
   * too, so the longest that fits is meant.
   */
  nameAt(line: string, behind: string, from = 0): SeatIndex {
    for (const index of this.#byLength) {
      const { name } = this.#players[index]!;
      if (line.startsWith(name, from) && line.startsWith(behind, from + name.length)) return index;
    }
    return -1;
  }

  /**
   * Whose cards the source shows at the deal. Where it shows several, it is nobody's own.
   */
  dealtTo(player: SeatIndex): void {
    this.dealIn(player);
    this.hero = this.#openHands === 0 ? player : null;
    this.#openHands += 1;
  }

  /** Was dealt in, though no line of the course names this player. */
  dealIn(player: SeatIndex): void {
    this.#players[player]!.isIn = true;
  }

  // What happens, in the order of the text.

  post(player: SeatIndex, as: PostKind, chips: number): void {
    this.dealIn(player);
    if (this.#hasDecided || this.boards.hasAny) this.fail('against-rules', handMistakes.latePost(this.nameOf(player)));
    this.chips.post(player, as, chips);
    const last = this.#posts.at(-1);
    if (as === 'straddle' && last?.as === as && last.player === player) {
      // Straddled again: one straddle of so much is the same.
      this.#posts[this.#posts.length - 1] = { ...last, chips: last.chips + chips };
    } else {
      this.#posts.push({ kind: 'post', player, as, chips });
    }
  }

  fold(player: SeatIndex): void {
    this.#players[player]!.hasFolded = true;
    this.#decide({ kind: 'fold', player });
  }

  check(player: SeatIndex): void {
    this.#decide({ kind: 'check', player });
  }

  /** `chips`: what was added. */
  call(player: SeatIndex, chips: number): void {
    this.chips.add(player, chips);
    this.#decide({ kind: 'call', player, chips });
  }

  /** To so many chips on this street. */
  betTo(player: SeatIndex, to: number): void {
    this.chips.betTo(player, to);
    this.#decide({ kind: 'bet', player, to });
  }

  /**
   * Raises by so much to so much. Sites tell both, so that one of them wrong is noticed; what a raise is counted from when
   * the big blind is short differs among them, and some programs that convert histories write `to` twice.
   */
  raiseTo(player: SeatIndex, by: number, to: number, line: string): void {
    const { highestBet, postedBigBlind } = this.chips;
    const bases = [0, highestBet, Math.max(highestBet, this.head.bigBlind), this.boards.hasAny ? 0 : postedBigBlind];
    if (bases.includes(to - by)) this.betTo(player, to);
    else this.fail('mismatch', handMistakes.raiseFigures(line));
  }

  /** The flop, turn or river: of the only board, or of one of several (`ordinal` from 0). `before` is what lay there. */
  board(ordinal: number | null, before: readonly Card[], cards: readonly Card[], line: string): void {
    if (!this.#hasDecided && !this.boards.hasAny) this.#beganOnFlop = !this.chips.hasBlinds;
    const board = this.boards.deal(ordinal, before, cards, this.#course.length);
    if (board === null) {
      this.fail('unreadable', handMistakes.boardCards(line));
      return;
    }
    this.chips.endStreet();
    this.#course.push({ kind: 'board', board, cards });
  }

  /** What the hand has is known, whoever saw it; twice is no harm while both are the same. */
  knowCards(player: SeatIndex, cards: readonly Card[], line: string): void {
    this.dealIn(player);
    const wanted = HOLE_CARDS[this.head.game];
    const known = this.#players[player]!;
    // Sites let players show one card of several; that is not a hand.
    if (cards.length < wanted) return;
    if (cards.length > wanted) {
      this.fail('unreadable', handMistakes.holeCardsOf(known.name, wanted, cards.length));
    } else if (known.cards.length === 0) {
      known.cards = cards;
    } else if (!sameCards(known.cards, cards)) {
      this.fail('mismatch', handMistakes.otherCards(formatCards(known.cards), formatCards(cards), line));
    }
  }

  show(player: SeatIndex, cards: readonly Card[], line: string): void {
    this.knowCards(player, cards, line);
    const known = this.#players[player]!;
    if (known.cards.length > 0) this.#end(player, 'shown');
  }

  muck(player: SeatIndex): void {
    this.dealIn(player);
    this.#end(player, 'mucked');
  }

  #end(player: SeatIndex, how: 'shown' | 'mucked'): void {
    const known = this.#players[player]!;
    if (known.end === null && !known.hasFolded) this.#ends.push(player);
    // Of two run-outs a hand may be thrown away on one and shown on the other.
    known.end = known.end === 'shown' ? 'shown' : how;
  }

  #decide(operation: Operation & { readonly player: SeatIndex }): void {
    this.dealIn(operation.player);
    this.#hasDecided = true;
    this.boards.decide();
    this.#course.push(operation);
  }

  /** Somebody has acted, or was seen to be dealt cards. */
  get hasHoleCards(): boolean {
    return this.#hasDecided || this.#openHands > 0;
  }

  /** A gift of the house, which some sites count into the pot that they tell and some do not. */
  giveFromHouse(chips: number): void {
    this.fromHouse += chips;
  }

  // The document.

  finish(): Result<PlayedHand, HandError> {
    if (!this.isWhole) this.fail('incomplete', handMistakes.noSummary());
    if (this.awaitsPremium !== null) this.fail('incomplete', handMistakes.noPremium());
    const dealt = this.#players.map((_, index) => index).filter((index) => this.#players[index]!.isIn);
    this.line = 0;
    if (dealt.length < LEAST_PLAYERS || dealt.length > MOST_PLAYERS) {
      this.fail('unreadable', handMistakes.playersInHand(dealt.length));
    }
    if (this.#lacksSmallBlind(dealt)) this.fail('against-rules', handMistakes.noSmallBlind());
    if (this.error !== null) return fail(this.error);

    const { pot, rake, fees, collected } = this.chips;
    if (this.fromHouse > 0 && pot !== null && pot + this.fromHouse === collected + (rake ?? 0) + (fees ?? 0)) {
      this.chips.pot = pot + this.fromHouse;
    }
    const seated = dealt.map((index) => this.#players[index]!);
    const smallBlind = dealt.indexOf(this.#poster('small-blind'));
    const order = orderOfPlay(seated, this.button, smallBlind < 0 ? null : smallBlind).map((i) => dealt[i]!);
    const indexOf: PlayerIndex[] = [];
    for (const [index, seat] of order.entries()) indexOf[seat] = index;
    return succeed({
      hand: HAND_VERSION,
      ...this.head,
      opening: this.#beganOnFlop ? 'flop' : 'preflop',
      boards: this.boards.isDouble ? 2 : 1,
      ante: this.chips.ante,
      ...(this.fromHouse === 0 ? {} : { fromHouse: this.fromHouse }),
      players: order.map((index) => {
        const { name, seat, stack } = this.#players[index]!;
        return { name, seat, stack };
      }),
      hero: this.hero === null ? null : (indexOf[this.hero] ?? null),
      operations: renumber(this.#operations(order), indexOf),
      told: this.chips.told(order),
    });
  }

  /** Of several players the small blind may be missing, when a seat is empty; of two it never is, unless an ante took all. */
  #lacksSmallBlind(dealt: readonly SeatIndex[]): boolean {
    const { hasBigBlind, hasSmallBlind, ante } = this.chips;
    const isPosted = hasSmallBlind || !hasBigBlind || this.head.smallBlind === 0;
    return !isPosted && dealt.length === 2 && dealt.every((index) => this.#players[index]!.stack > ante);
  }

  #poster(as: PostKind): SeatIndex {
    return this.#posts.find((post) => post.as === as)?.player ?? -1;
  }

  /** With seats for players. */
  #operations(order: readonly SeatIndex[]): Operation[] {
    const run = this.boards.run;
    const course = [...this.#course];
    if (run !== null) course.splice(run.at, 0, { kind: 'run', times: run.times });
    return [
      ...this.#posts,
      ...order.map((player): Operation => ({ kind: 'deal', player, cards: this.#dealtCards(player) })),
      ...course,
      ...this.#ending(order),
    ];
  }

  /** Hands that are shown at the showdown are not known before; of other hands this is the only place. */
  #dealtCards(player: SeatIndex): readonly Card[] {
    const { cards, end, hasFolded } = this.#players[player]!;
    const isShownLater = this.#hasShowdown() && end === 'shown' && !hasFolded && player !== this.hero;
    return isShownLater ? [] : cards;
  }

  #hasShowdown(): boolean {
    return this.#players.filter(({ isIn, hasFolded }) => isIn && !hasFolded).length > 1;
  }

  #ending(order: readonly SeatIndex[]): Operation[] {
    if (!this.#hasShowdown()) return [];
    const left = order.filter((player) => !this.#players[player]!.hasFolded);
    const cashOuts = left
      .filter((player) => this.chips.cashedOut(player) !== null)
      .map((player): Operation => ({ kind: 'cash-out', player, chips: this.chips.cashedOut(player)! }));
    const ends = this.#ends.map((player): Operation => {
      const { end, cards } = this.#players[player]!;
      return end === 'shown' ? { kind: 'show', player, cards } : { kind: 'muck', player };
    });
    // Who neither shows nor wins has thrown the hand away; not every site says so.
    const silent = left
      .filter((player) => this.#players[player]!.end === null && !this.chips.gets(player))
      .map((player): Operation => ({ kind: 'muck', player }));
    return [...cashOuts, ...ends, ...silent];
  }
}

/** The operations are the draft's own, so that they are changed where they stand: a file has millions of them. */
const renumber = (operations: Operation[], indexOf: readonly PlayerIndex[]): readonly Operation[] => {
  for (const operation of operations as { player?: number }[]) {
    if (operation.player !== undefined) operation.player = indexOf[operation.player]!;
  }
  return operations;
};
