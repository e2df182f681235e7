/**
 * A range walked over the hands of its game, rank multiset by rank multiset, never hand by hand.
 *
 * For each multiset `judge` says the weight of all its hands, or `DEPENDS` after filling in the weight of each orbit of
 * suit assignments. Cards known to be elsewhere do not disturb the judging; they only thin out each orbit's members.
 */
import { type Card, rankOf, suitOf } from '../cards.ts';
import { choose } from '../games.ts';
import type { Composition, Orbits } from '../space/compositions.ts';
import { compositionAt, type HandSpace, handSpace } from '../space/hand-space.ts';
import { makeEvaluator } from './evaluate.ts';
import { DEPENDS, type Evaluator, type SpaceHand } from './evaluator.ts';
import type { Range, RangeView } from './range.ts';

export class RangeWalk {
  readonly space: HandSpace;
  readonly known: number;
  /** Should the walk end early? */
  readonly isOver: () => boolean;
  /** Weight of each orbit after `judge` answered `DEPENDS`. */
  readonly orbitWeights = new Uint8Array(4096);
  /** Of the multiset judged last. */
  orbits: Orbits;
  composition: Composition;
  private multiset = 0;
  private readonly evaluator: Evaluator;
  private readonly hand: SpaceHand;
  /** Suits of each rank still in the deck, as bits. */
  private readonly live = new Uint8Array(13).fill(15);

  constructor(range: Range, view: RangeView) {
    this.space = handSpace(range.game);
    this.evaluator = makeEvaluator(range, view.orderings);
    const known = new Set<Card>(view.known ?? []);
    for (const card of known) this.live[rankOf(card)] = (this.live[rankOf(card)] ?? 0) & ~(1 << suitOf(card));
    this.known = known.size;
    this.isOver = view.isOver ?? (() => false);
    this.composition = compositionAt(this.space, 0);
    this.orbits = this.composition.orbits(this.evaluator.fixedSuits);
    this.hand = {
      cards: this.space.cards,
      ranks: this.space.ranks,
      ranksFrom: 0,
      suits: this.composition.suits,
      suitsFrom: 0,
      rankSet: 0,
      suitCounts: 0,
      multiset: 0,
      assignment: 0,
      handClass: 0,
    };
  }

  /** Weight 0…100 of every hand of the multiset, or `DEPENDS`, with `orbits` and `orbitWeights` filled in. */
  judge(multiset: number): number {
    const { hand, space } = this;
    this.multiset = multiset;
    this.composition = compositionAt(space, multiset);
    hand.multiset = multiset;
    hand.ranksFrom = multiset * space.cards;
    hand.rankSet = 0;
    for (let i = 0; i < space.cards; i++) hand.rankSet |= 1 << (space.ranks[hand.ranksFrom + i] ?? 0);
    const weight = this.evaluator.onRanks(hand);
    if (weight !== DEPENDS) return weight;
    const { composition } = this;
    this.orbits = composition.orbits(this.evaluator.fixedSuits);
    hand.suits = composition.suits;
    const firstClass = space.firstClass[multiset] ?? 0;
    const { first } = this.orbits;
    for (let orbit = 0; orbit < first.length; orbit++) {
      const assignment = first[orbit] ?? 0;
      hand.assignment = assignment;
      hand.suitsFrom = assignment * space.cards;
      hand.suitCounts = composition.suitCounts[assignment] ?? 0;
      hand.handClass = firstClass + (composition.classOf[assignment] ?? 0);
      this.orbitWeights[orbit] = this.evaluator.onHand(hand);
    }
    return DEPENDS;
  }

  /** Hands of the multiset that use no known card. */
  liveHands(multiset: number): number {
    const { parts } = compositionAt(this.space, multiset);
    let product = 1;
    let at = multiset * this.space.cards;
    for (const part of parts) {
      product *= choose(SUITS_IN[this.live[this.space.ranks[at] ?? 0] ?? 0] ?? 0, part);
      at += part;
    }
    return product;
  }

  /** Are all its hands live? */
  isUntouched(multiset: number): boolean {
    const from = multiset * this.space.cards;
    for (let i = 0; i < this.space.cards; i++) if (this.live[this.space.ranks[from + i] ?? 0] !== 15) return false;
    return true;
  }

  /** Does the assignment of the multiset judged last use no known card? */
  isLive(assignment: number): boolean {
    const { parts, masks } = this.composition;
    let at = this.multiset * this.space.cards;
    for (let group = 0; group < parts.length; group++) {
      const live = this.live[this.space.ranks[at] ?? 0] ?? 0;
      if (((masks[assignment * parts.length + group] ?? 0) & ~live) !== 0) return false;
      at += parts[group] ?? 0;
    }
    return true;
  }

  /** Live hands of one orbit of the multiset judged last. */
  liveInOrbit(orbit: number, untouched: boolean): number {
    const start = this.orbits.starts[orbit] ?? 0;
    const end = this.orbits.starts[orbit + 1] ?? 0;
    if (untouched) return end - start;
    let count = 0;
    for (let i = start; i < end; i++) if (this.isLive(this.orbits.members[i] ?? 0)) count += 1;
    return count;
  }
}

/** Suits in a set of suits. */
const SUITS_IN = Uint8Array.from(
  { length: 16 },
  (_, set) => (set & 1) + ((set >> 1) & 1) + ((set >> 2) & 1) + (set >> 3),
);
