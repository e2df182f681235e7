/** The chips of a hand while it is read: what each player has bet on the street, and what the source says of the end. */
import type { PostKind } from '../../table/operation.ts';
import type { Told } from '../played-hand.ts';

/** A bet that nobody called. */
export interface Uncalled {
  readonly player: number;
  readonly chips: number;
}

export class DraftChips {
  /** The source's own figures, where it has them. */
  pot: number | null = null;
  rake: number | null = null;
  fees: number | null = null;
  pots: number[] | null = null;
  /** The source has lines for bets that came back, so that none means that none did. */
  tellsReturned = true;
  ante = 0;
  hasSmallBlind = false;
  hasBigBlind = false;
  /** What the big blind had to post, or all that was left. */
  postedBigBlind = 0;
  readonly #bets: number[] = [];
  readonly #won: number[] = [];
  readonly #returned: number[] = [];
  readonly #cashedOut: (number | null)[] = [];
  #tellsWon = false;
  #uncalled: Uncalled | null = null;

  addPlayer(): void {
    this.#bets.push(0);
    this.#won.push(0);
    this.#returned.push(0);
    this.#cashedOut.push(null);
  }

  get hasBlinds(): boolean {
    return this.hasSmallBlind || this.hasBigBlind;
  }

  /** On this street. */
  betOf(player: number): number {
    return this.#bets[player]!;
  }

  get highestBet(): number {
    return Math.max(...this.#bets);
  }

  post(player: number, as: PostKind, chips: number): void {
    if (as === 'ante') this.ante = Math.max(this.ante, chips);
    else if (as !== 'dead') this.#bets[player]! += chips;
    if (as === 'small-blind') this.hasSmallBlind = true;
    if (as !== 'big-blind') return;
    this.hasBigBlind = true;
    this.postedBigBlind = chips;
  }

  add(player: number, chips: number): void {
    this.#bets[player]! += chips;
  }

  betTo(player: number, to: number): void {
    this.#bets[player] = to;
  }

  endStreet(): void {
    this.#uncalled ??= this.#uncalledOnStreet();
    this.#bets.fill(0);
  }

  /** What the last highest bet has above the second highest; null when it was called. Only the last can be uncalled. */
  get uncalled(): Uncalled | null {
    return this.#uncalled ?? this.#uncalledOnStreet();
  }

  #uncalledOnStreet(): Uncalled | null {
    const highest = this.highestBet;
    const player = this.#bets.indexOf(highest);
    const second = Math.max(0, ...this.#bets.filter((_, index) => index !== player));
    return highest > second ? { player, chips: highest - second } : null;
  }

  // What the source says of the end.

  collect(player: number, chips: number): void {
    this.#tellsWon = true;
    this.#won[player]! += chips;
  }

  /** So far. */
  wonBy(player: number): number {
    return this.#won[player]!;
  }

  get collected(): number {
    return this.#won.reduce((sum, chips) => sum + chips, 0);
  }

  giveBack(player: number, chips: number): void {
    this.#returned[player]! += chips;
  }

  /** `chips` for what could still be won; negative for what is paid for such an offer out of what is won. */
  cashOut(player: number, chips: number): void {
    this.#tellsWon = true;
    this.#cashedOut[player] = (this.#cashedOut[player] ?? 0) + chips;
  }

  /** What was received for offers of the house, less what was paid for them. */
  offeredTo(player: number): number {
    return this.#cashedOut[player] ?? 0;
  }

  /** All that a player gets who cashed out; null for others. */
  cashedOut(player: number): number | null {
    const chips = this.#cashedOut[player] ?? null;
    return chips === null ? null : chips + this.#won[player]!;
  }

  get hasReturned(): boolean {
    return this.#returned.some((chips) => chips > 0);
  }

  gets(player: number): boolean {
    return this.#won[player]! > 0 || (this.#cashedOut[player] ?? null) !== null;
  }

  /** By player, in the order given. */
  told(order: readonly number[]): Told {
    return {
      pot: this.pot,
      rake: this.rake,
      fees: this.fees,
      won: this.#tellsWon ? order.map((player) => this.cashedOut(player) ?? this.#won[player]!) : null,
      returned: this.tellsReturned ? order.map((player) => this.#returned[player]!) : null,
      pots: this.pots,
      stacks: null,
    };
  }
}
