/**
 * A played hand, played again by the rules: every state it goes through and what it comes to. Where the rules come to
 * something else than the source told, that is an error with both figures.
 */
import type { Operation } from '../table/operation.ts';
import type { Settlement } from '../table/settlement.ts';
import type { TableState } from '../table/table-state.ts';
import type { PlayedHand } from './played-hand.ts';

export interface Replay {
  readonly hand: PlayedHand;
  /** `states[0]` is before the first operation, `states[i + 1]` after operation `i`. */
  readonly states: readonly TableState[];
  readonly settlement: Settlement;
}

/** One operation between the states around it. */
export interface ReplayStep {
  readonly operation: Operation;
  readonly before: TableState;
  readonly after: TableState;
}
