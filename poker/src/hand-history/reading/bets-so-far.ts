/**
 * What lies in front of each player while a hand is read or written: as much of the betting as tells a check from a call
 * and a raise to from a raise by. Whether any of it is allowed is the rules’ business (`table`), not asked here.
 */
import type { Operation, PlayerIndex } from '../../table/operation.ts';

export class BetsSoFar {
  readonly #behind: number[];
  readonly #bets: number[];
  readonly #bigBlind: number;
  #highest = 0;

  constructor(stacks: readonly number[], bigBlind: number) {
    this.#behind = [...stacks];
    this.#bets = stacks.map(() => 0);
    this.#bigBlind = bigBlind;
  }

  /** What a call costs the player now, who may have less than it takes. */
  toCall(player: PlayerIndex): number {
    return Math.max(0, Math.min(this.#highest - this.bet(player), this.behind(player)));
  }

  /** Whether there is a bet that the player has not matched. */
  faces(player: PlayerIndex): boolean {
    return this.#highest > this.bet(player);
  }

  bet(player: PlayerIndex): number {
    return this.#bets[player] ?? 0;
  }

  behind(player: PlayerIndex): number {
    return this.#behind[player] ?? 0;
  }

  get highest(): number {
    return this.#highest;
  }

  follow(operation: Operation): void {
    if (operation.kind === 'post') this.#post(operation);
    else if (operation.kind === 'call') this.#add(operation.player, operation.chips ?? this.toCall(operation.player));
    else if (operation.kind === 'bet') this.#add(operation.player, operation.to - this.bet(operation.player));
    else if (operation.kind === 'board') this.#nextStreet();
  }

  #post(post: Extract<Operation, { kind: 'post' }>): void {
    if (post.as === 'ante' || post.as === 'dead') {
      this.#behind[post.player] = this.behind(post.player) - post.chips;
      return;
    }
    this.#add(post.player, post.chips);
    // A blind that is short must be called in full all the same.
    if (post.as === 'big-blind') this.#highest = Math.max(this.#highest, this.#bigBlind);
  }

  #add(player: PlayerIndex, chips: number): void {
    this.#behind[player] = this.behind(player) - chips;
    this.#bets[player] = this.bet(player) + chips;
    this.#highest = Math.max(this.#highest, this.bet(player));
  }

  #nextStreet(): void {
    this.#bets.fill(0);
    this.#highest = 0;
  }
}
