/**
 * What happens in an Ignition hand, line by line: `UTG+1 [ME] : Raises $33.92 to $35.42`. Lines about seats, deposits and
 * prizes are passed over.
 */
import { handMistakes } from '../../../text/en-hands.ts';
import { readAmount } from '../../reading/amount.ts';
import { lastBracketed, readCards } from '../../reading/card-text.ts';
import type { HandDraft, SeatIndex } from '../../reading/hand-draft.ts';
import { PLACE, type Places } from './places.ts';

const STREET = /^\*\*\* (?:FLOP|TURN|RIVER) \*\*\* \[/;
const HOLE_CARDS = '*** HOLE CARDS ***';
const LONGEST = 300;
/** What may stand between a word and its amount. */
const ASIDE = /\((?:timeout|auto)\)| chip info/gi;

export class CourseReader {
  readonly #draft: HandDraft;
  readonly #places: Places;
  /** Before the deal, all-in is a blind or an ante. */
  #isDealt = false;
  readonly #antes = new Set<SeatIndex>();

  readonly #hasAntes: boolean;

  constructor(draft: HandDraft, places: Places, lines: readonly string[]) {
    this.#draft = draft;
    this.#places = places;
    this.#hasAntes = lines.some((line) => line.includes(': Ante chip '));
  }

  line(line: string): void {
    if (line.length > LONGEST) return;
    if (line.startsWith(HOLE_CARDS)) this.#isDealt = true;
    else if (STREET.test(line)) this.#board(line);
    else {
      const place = PLACE.exec(line);
      const player = place === null ? -1 : this.#places.findIndex(({ name }) => name === place[1]);
      if (place === null || player < 0) return;
      const doing = line.slice(place[0].length).replace(/^: */, '').replace(ASIDE, '');
      this.#doing(doing, player, line);
    }
  }

  #board(line: string): void {
    const cards = readCards(lastBracketed(line) ?? '');
    if (cards === null) this.#draft.fail('unreadable', handMistakes.unreadableCards(line));
    else this.#draft.board(null, [], cards, line);
  }

  #doing(doing: string, player: SeatIndex, line: string): void {
    const found = DOINGS.find(([words]) => doing.slice(0, words.length).toLowerCase() === words);
    if (found === undefined) return;
    const rest = doing.slice(found[0].length);
    const draft = this.#draft;
    found[1]({
      draft,
      player,
      line,
      amount: () => this.#amount(rest, line),
      raiseTo: () => this.#raiseTo(player, rest, line),
      knowCards: () => this.#withCards(rest, line, (cards) => draft.knowCards(player, cards, line)),
      ante: () => this.#antes.add(player),
      postBoth: (chips) => this.#postBoth(player, chips),
      allIn: (chips) => this.#allIn(player, chips),
    });
  }

  #amount(text: string, line: string): number {
    const chips = readAmount(text, this.#draft.head.money.decimals);
    if (chips === null) this.#draft.fail('unreadable', handMistakes.unreadableAmount(line));
    return chips ?? 0;
  }

  /** `$33.92 to $35.42`: what is added, and what it is to; old files have the second alone. */
  #raiseTo(player: SeatIndex, text: string, line: string): number {
    const at = text.indexOf(' to ');
    if (at < 0) return this.#amount(text, line);
    const to = this.#amount(text.slice(at + ' to '.length), line);
    const added = this.#amount(text, line);
    const before = this.#draft.chips.betOf(player);
    if (before + added !== to) this.#draft.fail('mismatch', handMistakes.raiseOtherwise(line));
    return to;
  }

  #withCards(text: string, line: string, use: (cards: readonly number[]) => void): void {
    const cards = readCards(text.slice(0, text.indexOf(']')));
    if (cards === null) this.#draft.fail('unreadable', handMistakes.unreadableCards(line));
    else use(cards);
  }

  /** Both blinds at once: the small one is dead. */
  #postBoth(player: SeatIndex, chips: number): void {
    const late = Math.min(chips, this.#draft.head.bigBlind);
    const dead = late === chips && chips <= this.#draft.head.smallBlind ? chips : chips - late;
    if (dead > 0) this.#draft.post(player, 'dead', dead);
    if (chips > dead) this.#draft.post(player, 'late', chips - dead);
  }

  /** Whatever is left: an ante, a blind, a bet, a call, or more than a call. */
  #allIn(player: SeatIndex, chips: number): void {
    const draft = this.#draft;
    if (!this.#isDealt) {
      const isAnte = this.#hasAntes && !this.#antes.has(player);
      const isBig = this.#places[player]?.name === 'Big Blind';
      if (isAnte) this.#antes.add(player);
      draft.post(player, isAnte ? 'ante' : isBig ? 'big-blind' : 'small-blind', chips);
      return;
    }
    const bet = draft.chips.betOf(player);
    const highest = draft.chips.highestBet;
    const facing = draft.boards.hasAny ? highest : Math.max(highest, draft.head.bigBlind);
    if (facing > bet && bet + chips <= facing) draft.call(player, chips);
    else draft.betTo(player, bet + chips);
  }
}

interface Doing {
  readonly draft: HandDraft;
  readonly player: SeatIndex;
  readonly line: string;
  readonly amount: () => number;
  readonly raiseTo: () => number;
  readonly knowCards: () => void;
  readonly ante: () => void;
  readonly postBoth: (chips: number) => void;
  readonly allIn: (chips: number) => void;
}

const smallBlind = ({ draft, player, amount }: Doing): void =>
  draft.post(player, draft.chips.hasSmallBlind ? 'dead' : 'small-blind', amount());
const bigBlind = ({ draft, player, amount }: Doing): void =>
  draft.post(player, draft.chips.hasBigBlind ? 'late' : 'big-blind', amount());
const call = ({ draft, player, amount }: Doing): void => draft.call(player, amount());
const bet = ({ draft, player, amount }: Doing): void => draft.betTo(player, draft.chips.betOf(player) + amount());
const raise = ({ draft, player, raiseTo }: Doing): void => draft.betTo(player, raiseTo());
const collect = ({ draft, player, amount }: Doing): void => draft.chips.collect(player, amount());

/** Words in lower case; longer ones before those they begin with. */
const DOINGS: readonly (readonly [words: string, read: (doing: Doing) => void])[] = [
  ['ante/small blind ', smallBlind],
  ['small blind ', smallBlind],
  ['big blind/bring in ', bigBlind],
  ['big blind ', bigBlind],
  [
    'ante chip ',
    ({ draft, player, amount, ante }) => {
      ante();
      draft.post(player, 'ante', amount());
    },
  ],
  ['posts chip ', ({ draft, player, amount }) => draft.post(player, 'late', amount())],
  ['posts dead chip ', ({ amount, postBoth }) => postBoth(amount())],
  ['card dealt to a spot [', ({ knowCards }) => knowCards()],
  ['fold', ({ draft, player }) => draft.fold(player)],
  ['check', ({ draft, player }) => draft.check(player)],
  ['calls ', call],
  ['call ', call],
  ['bets ', bet],
  ['bet ', bet],
  ['raises ', raise],
  ['all-in(raise) ', raise],
  ['all-in(raise-timeout) ', raise],
  ['all-in ', ({ amount, allIn }) => allIn(amount())],
  ['return uncalled portion of bet ', ({ draft, player, amount }) => draft.chips.giveBack(player, amount())],
  // The best five cards stand there; the hand itself was told when it was dealt.
  ['showdown [', ({ draft, player, line }) => draft.show(player, draft.cardsOf(player), line)],
  [
    'mucks [',
    ({ draft, player, knowCards }) => {
      knowCards();
      draft.muck(player);
    },
  ],
  ['hand result-side pot ', collect],
  ['hand result ', collect],
];
