/** What `ploscope show` shows, before it is text, CSV or JSON. */
import type { SolvedView } from '@ploscope/kernel/host/node';
import type { NodeSums, Plos, Seat, TreeNode } from '@ploscope/poker';
import type { HandRow } from './hand-rows.ts';
import type { Place } from './place.ts';

/** A kind of hands. */
export interface KindRow {
  readonly key: string;
  readonly label: string;
  readonly sums: NodeSums;
}

/** The place after one more card. */
export interface CardRow {
  /** As a line writes it: one card, or on two boards one for each. */
  readonly card: string;
  /** OOP's and IP's. */
  readonly sums: readonly [NodeSums, NodeSums];
  /** As a share of the pot where the street was solved again. */
  readonly solvedAgain: number | null;
  /** Whether its strategies are those of buckets. */
  readonly bucketed: boolean;
}

export type Body =
  | { readonly kind: 'none' }
  | { readonly kind: 'category' | 'suits'; readonly rows: readonly KindRow[] }
  | { readonly kind: 'hands'; readonly rows: Iterable<HandRow>; readonly count: number }
  /** `next` is the first node of the next street. */
  | { readonly kind: 'card'; readonly rows: readonly CardRow[]; readonly next: TreeNode };

export interface Shown {
  readonly plos: Plos;
  readonly place: Place;
  readonly view: SolvedView;
  /** Whose hands are shown. */
  readonly seat: Seat;
  /** OOP's and IP's. */
  readonly sums: readonly [NodeSums, NodeSums];
  readonly body: Body;
  /** What was solved again was asked for; else it was not in the file. */
  readonly wantedAgain: boolean;
}

/** The actions whose figures the rows of hands have. */
export function actionsOf({ place, seat }: Shown): TreeNode['actions'] {
  return place.found.kind === 'act' && place.found.player === seat ? place.found.actions : [];
}
