/** A node of the bet tree with what the nodes behind it depend on, and how play moves on from it. */
import type { BySeat, Seat, TreeAction, TreeNode } from './bet-tree.ts';

export interface Position {
  readonly kind: TreeNode['kind'];
  readonly line: string;
  /** Who acts, or who folded. */
  readonly player: Seat;
  /** Chips each put in since the start. */
  readonly committed: BySeat;
  /** Chips each put in on this street. */
  readonly onStreet: BySeat;
  /** Bets and raises of this street so far. */
  readonly bets: number;
  /** Who bet or raised last on this street, or on the one before while nobody has; null for nobody. */
  readonly aggressor: Seat | null;
}

/** The first node of a spot. */
export const START: Position = {
  kind: 'act',
  line: '',
  player: 0,
  committed: [0, 0],
  onStreet: [0, 0],
  bets: 0,
  aggressor: null,
};

/** `x-b60` and `c` are `x-b60-c`. */
const joinLine = (line: string, token: string): string => (line === '' ? token : `${line}-${token}`);

const other = (seat: Seat): Seat => (seat === 0 ? 1 : 0);

/** Where an action leads. On the last street a call or a check behind is a showdown, before it the next card comes. */
export const afterAction = (position: Position, action: TreeAction, isLast: boolean): Position => {
  const { player } = position;
  const line = joinLine(position.line, action.label);
  if (action.kind === 'fold') return { ...position, kind: 'fold', line };
  const added = action.to - position.onStreet[player];
  const paid = {
    line,
    committed: add(position.committed, player, added),
    onStreet: add(position.onStreet, player, added),
  };
  if (action.kind === 'bet' || action.kind === 'raise') {
    return { ...position, ...paid, player: other(player), bets: position.bets + 1, aggressor: player };
  }
  if (action.kind === 'check' && player === 0) return { ...position, ...paid, player: 1 };
  return { ...position, ...paid, player: 0, kind: isLast ? 'showdown' : 'deal' };
};

/** Where the next card leads. Nothing is left to decide when the stacks are in. */
export const afterDeal = (position: Position, stack: number, isLast: boolean): Position => ({
  kind: position.committed[0] < stack ? 'act' : isLast ? 'showdown' : 'deal',
  line: joinLine(position.line, '[*]'),
  player: 0,
  committed: position.committed,
  onStreet: [0, 0],
  bets: 0,
  aggressor: position.bets > 0 ? position.aggressor : null,
});

const add = (chips: BySeat, seat: Seat, added: number): BySeat =>
  seat === 0 ? [chips[0] + added, chips[1]] : [chips[0], chips[1] + added];
