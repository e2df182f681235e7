/**
 * The rounds of an Open Hand History as operations: posts first, then the deal, then what happened street by street. A
 * raise is written there as what was added, here as what it is to.
 *
 * A street that comes twice is a second board: dealt in one go when nobody could act any more (flag `Run_It_Twice`), or
 * the other board of a game with two.
 */
import { type Card, parseCard } from '../../../cards.ts';
import type { Operation, PlayerIndex, PostKind } from '../../../table/operation.ts';
import { documentMistakes } from '../../../text/en-hand-documents.ts';
import { BetsSoFar } from '../../reading/bets-so-far.ts';
import type { Amounts } from './amounts.ts';
import type { JsonFields } from './json-fields.ts';

export interface RoundsAround {
  /** Ids of the players in the order of play. */
  readonly ids: readonly number[];
  readonly amounts: Amounts;
  readonly stacks: readonly number[];
  readonly bigBlind: number;
  readonly holeCards: number;
}

const STREETS = ['Flop', 'Turn', 'River'];
const RUN_IT_TWICE = 'Run_It_Twice';

const POSTS: Readonly<Record<string, PostKind>> = {
  'Post Ante': 'ante',
  'Post SB': 'small-blind',
  'Post BB': 'big-blind',
  Straddle: 'straddle',
  'Post Dead': 'dead',
  'Post Extra Blind': 'late',
  'Add to Pot': 'dead',
};

/** Of blinds there is one each; another one is posted by somebody who comes in, or comes back. */
const SECOND: Partial<Record<PostKind, PostKind>> = { 'small-blind': 'dead', 'big-blind': 'late' };

/** The house adds to the pot, where no player is named. */
export const isFromHouse = (action: JsonFields): boolean =>
  action.raw('action') === 'Add to Pot' && (action.raw('player_id') ?? null) === null;

export const boardsOf = (ohh: JsonFields): 1 | 2 => {
  const flops = ohh.list('rounds').filter((round) => round.raw('street') === 'Flop').length;
  return flops > 1 && !ohh.texts('flags').includes(RUN_IT_TWICE) ? 2 : 1;
};

export const readRounds = (ohh: JsonFields, around: RoundsAround): readonly Operation[] => {
  const reader = new RoundReader(around);
  for (const round of ohh.list('rounds')) reader.round(round);
  reader.cashOuts(ohh);
  return reader.operations(ohh.texts('flags').includes(RUN_IT_TWICE));
};

class RoundReader {
  readonly #around: RoundsAround;
  readonly #bets: BetsSoFar;
  readonly #posts: Operation[] = [];
  readonly #course: Operation[] = [];
  readonly #hands: (readonly Card[])[];
  /** How often each street was dealt. */
  readonly #dealt = new Map<string, number>();

  constructor(around: RoundsAround) {
    this.#around = around;
    this.#bets = new BetsSoFar(around.stacks, around.bigBlind);
    this.#hands = around.ids.map(() => []);
  }

  operations(isRun: boolean): readonly Operation[] {
    const deals = this.#hands.map((cards, player): Operation => ({ kind: 'deal', player, cards }));
    return [...this.#posts, ...deals, ...(isRun ? withRun(this.#course) : this.#course)];
  }

  round(round: JsonFields): void {
    const street = round.text('street') ?? '';
    const cards = this.#cards(round);
    if (STREETS.includes(street) && cards.length > 0) {
      const board = this.#dealt.get(street) ?? 0;
      this.#dealt.set(street, board + 1);
      this.#do({ kind: 'board', board, cards });
    }
    for (const action of round.list('actions')) this.#action(action);
  }

  /** What players took from the house stands with what was won. */
  cashOuts(ohh: JsonFields): void {
    for (const wins of ohh.list('pots').flatMap((pot) => pot.list('player_wins'))) {
      const chips = this.#around.amounts.of(wins, 'cashout_amount') ?? 0;
      const player = this.#around.ids.indexOf(wins.whole('player_id') ?? Number.NaN);
      if (chips > 0 && player >= 0) this.#do({ kind: 'cash-out', player, chips });
    }
  }

  #action(action: JsonFields): void {
    const name = action.text('action') ?? '';
    if (IDLE.includes(name) || isFromHouse(action)) return;
    const player = this.#around.ids.indexOf(action.whole('player_id') ?? Number.NaN);
    const post = POSTS[name];
    if (player < 0) action.refuse(documentMistakes.noSuchPlayer(`${name}: ${action.text('player_id') ?? ''}`));
    else if (post !== undefined) this.#post(action, player, post);
    else {
      const cards = this.#cards(action);
      if (name !== 'Shows Cards') this.#know(player, cards);
      const operation = this.#operation(action, name, player, cards);
      if (operation !== null) this.#do(operation);
      else if (name !== 'Dealt Cards') action.refuse(documentMistakes.badAction(name));
    }
  }

  #operation(action: JsonFields, name: string, player: PlayerIndex, cards: readonly Card[]): Operation | null {
    switch (name) {
      case 'Fold':
        return { kind: 'fold', player };
      case 'Check':
        return { kind: 'check', player };
      case 'Call':
        return { kind: 'call', player, chips: this.#amount(action) };
      case 'Bet':
      case 'Raise':
        return { kind: 'bet', player, to: this.#bets.bet(player) + this.#amount(action) };
      case 'Shows Cards':
        return { kind: 'show', player, cards: cards.length > 0 ? cards : (this.#hands[player] ?? []) };
      case 'Mucks Cards':
        return { kind: 'muck', player };
      default:
        return null;
    }
  }

  #post(action: JsonFields, player: PlayerIndex, kind: PostKind): void {
    const isSecond = this.#posts.some((post) => post.kind === 'post' && post.as === kind);
    const chips = this.#amount(action);
    if (chips === 0) return;
    const post: Operation = { kind: 'post', player, as: isSecond ? (SECOND[kind] ?? kind) : kind, chips };
    this.#posts.push(post);
    this.#bets.follow(post);
  }

  #know(player: PlayerIndex, cards: readonly Card[]): void {
    if (cards.length === this.#around.holeCards) this.#hands[player] = cards;
  }

  #do(operation: Operation): void {
    this.#course.push(operation);
    this.#bets.follow(operation);
  }

  #amount(action: JsonFields): number {
    const chips = this.#around.amounts.of(action, 'amount');
    if (chips === null) action.refuse(documentMistakes.badField('amount'));
    return chips ?? 0;
  }

  #cards(fields: JsonFields): readonly Card[] {
    const words = fields.texts('cards');
    const cards: Card[] = [];
    for (const word of words) {
      const card = parseCard(word);
      if (card.ok) cards.push(card.value);
      else if (!UNSEEN.test(word)) fields.refuse(documentMistakes.badCards(word));
    }
    return cards;
  }
}

const UNSEEN = /^(?:\?+|x+|)$/i;
/** What does not touch the hand. */
const IDLE = ['Added Chips', 'Sits Down', 'Stands Up', 'Player Adjustment'];

/** With the decision to deal the rest several times where the boards part. */
const withRun = (course: readonly Operation[]): readonly Operation[] => {
  const times = Math.max(0, ...course.map((operation) => (operation.kind === 'board' ? operation.board + 1 : 0)));
  const second = course.filter((operation) => operation.kind === 'board' && operation.board === 1);
  if (times < 2) return course;
  // The second board has only what was dealt twice: so many boards before it are the first of those.
  const firsts = course.filter((operation) => operation.kind === 'board' && operation.board === 0);
  const from = firsts[firsts.length - second.length];
  const at = from === undefined ? course.length : course.indexOf(from);
  return [...course.slice(0, at), { kind: 'run', times }, ...course.slice(at)];
};
