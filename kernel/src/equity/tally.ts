// What an equity run counts, as one flat array of f64: parts computed anywhere are added up.
//
// Every sum is in units of deals (weighted when combos are). Parts are always added in their order, so that a job gives
// the same answer on any number of threads.

import { type EquityJob, MADE_HANDS } from '../job.ts';

const JOINT = 6;
/** Two sums for the error, six joint shares, and two sums for the error of each. */
const PER_PLAYER = 2 + 3 * JOINT;

export class TallyLayout {
  readonly players: number;
  readonly boards: number;
  /** Entries of a tally. */
  readonly size: number;
  private readonly perBoard: number;
  private readonly made: boolean;
  private readonly next: boolean;

  constructor(job: EquityJob) {
    this.players = job.players.length;
    this.boards = job.boards.length;
    this.made = job.detail.madeHands;
    this.next = job.detail.nextCards;
    this.perBoard =
      1 + this.players * (3 + (this.made ? MADE_HANDS.length : 0)) + (this.next ? 52 * (1 + this.players) : 0);
    this.size = 4 + this.players * PER_PLAYER + this.boards * this.perBoard;
  }

  /** Run-outs enumerated, or deals sampled. */
  readonly trials = 0;
  /** Weighted deals behind the joint shares. */
  readonly jointDeals = 1;
  /** Clusters sampled, and the sum of their squared weights. */
  readonly clusters = 2;
  readonly weightSquares = 3;

  /** Sum over clusters of the player's squared shares. */
  shareSquares(player: number): number {
    return 4 + player;
  }
  /** Sum over clusters of the player's shares times the cluster's weight. */
  shareWeights(player: number): number {
    return 4 + this.players + player;
  }
  /** First of six: deals in which the player takes all, ¾, ½, ¼, none of two boards, or another share. */
  joint(player: number): number {
    return 4 + this.players * 2 + player * JOINT;
  }
  /** First of six: sums over clusters of the squares of those counts. */
  jointSquares(player: number): number {
    return 4 + this.players * (2 + JOINT) + player * JOINT;
  }
  /** First of six: sums over clusters of those counts times the cluster's weight. */
  jointWeights(player: number): number {
    return 4 + this.players * (2 + 2 * JOINT) + player * JOINT;
  }
  /** Weighted deals behind one board's shares. */
  deals(board: number): number {
    return 4 + this.players * PER_PLAYER + board * this.perBoard;
  }
  /** First of three: pots, wins and ties of a player on one board. */
  shares(board: number, player: number): number {
    return this.deals(board) + 1 + player * 3;
  }
  /** First of nine: deals in which the player shows each made hand. */
  madeHands(board: number, player: number): number {
    return this.deals(board) + 1 + this.players * 3 + player * MADE_HANDS.length;
  }
  /** First of 52: deals in which each card came next. */
  nextDeals(board: number): number {
    return this.deals(board) + 1 + this.players * (3 + (this.made ? MADE_HANDS.length : 0));
  }
  /** First of 52: the player's pots when each card came next. */
  nextShares(board: number, player: number): number {
    return this.nextDeals(board) + 52 * (1 + player);
  }
}

/** Adds `part` to `sum`, entry by entry. */
export function addTally(sum: Float64Array, part: Float64Array): void {
  for (let i = 0; i < sum.length; i++) sum[i]! += part[i]!;
}
