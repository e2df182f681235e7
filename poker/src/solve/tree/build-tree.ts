/**
 * The bet tree of a spot, built street by street.
 *
 * A player who faces no bet checks or bets, one who faces a bet folds, calls or raises; a call, or a check behind,
 * ends the street. Where the stacks are in, the cards are dealt out to a showdown.
 */
import { type Card, parseCards } from '../../cards.ts';
import { fail, type Result, succeed } from '../../result.ts';
import type { SolveSpot } from '../../spot/solve-spot.ts';
import type { SpotError } from '../../spot/spot.ts';
import { atField } from '../../spot/spot-form.ts';
import { say } from '../../text/en.ts';
import { openingStreet, type Street, streetsFrom } from '../streets.ts';
import type { BetTree, TreeNode, TreeStreet } from './bet-tree.ts';
import { decisionsOn } from './decision.ts';
import { afterAction, afterDeal, type Position, START } from './position.ts';
import { heaviestList } from './size-lists.ts';

/** Nodes of one street. A larger tree could be neither solved nor read. */
const MAX_NODES = 65_000;
/** In a row on one street, so that no line grows without end where each raise is by a chip. */
const MAX_RAISES = 100;

/**
 * The tree of a spot that `parseSolveSpot` accepted. Codes: `tree-size`, `tree-empty`, `size-above-pot`, and those of
 * cards.
 */
export const buildTree = (spot: SolveSpot): Result<BetTree, SpotError> => {
  const known: Card[] = [];
  for (const field of ['board', 'board2', 'dead'] as const) {
    const cards = parseCards(spot[field] ?? '');
    if (!cards.ok) return fail({ ...cards.error, field });
    known.push(...cards.value);
  }
  const opening = streetOfSpot(spot);
  if (!opening.ok) return opening;
  const streets: TreeStreet[] = [];
  let starts: readonly Position[] = [START];
  for (const street of streetsFrom(opening.value)) {
    const built = buildStreet(spot, street, opening.value, starts);
    if (!built.ok) return built;
    streets.push(built.value.street);
    starts = built.value.next;
  }
  if (!streets.some(({ nodes }) => nodes.some(({ actions }) => actions.some(({ kind }) => kind === 'bet')))) {
    return fail(atField('oop.bets', say.treeEmpty(streets.map(() => 'x-x').join('-[*]-'))));
  }
  const boards = spot.board2 === null ? 1 : 2;
  return succeed({ game: spot.game, boards, pot: spot.pot, stack: spot.stack, known, streets });
};

/** The street a spot opens on. Codes: `solve-board`, and those of cards. */
const streetOfSpot = ({ board }: SolveSpot): Result<Street, SpotError> => {
  const cards = parseCards(board);
  const count = cards.ok ? cards.value.length : 0;
  const street = openingStreet(count);
  return street === null ? fail(atField('board', say.solveBoard(count), board)) : succeed(street);
};

/** One tree for each start, and where the next street starts. */
const buildStreet = (
  spot: SolveSpot,
  street: Street,
  opening: Street,
  starts: readonly Position[],
): Result<{ readonly street: TreeStreet; readonly next: readonly Position[] }, SpotError> => {
  const isLast = street === 'river';
  const actionsAt = decisionsOn(spot, street);
  const entries: number[] = [];
  const nodes: TreeNode[] = [];
  const positions: Position[] = [];
  const next: Position[] = [];
  for (const start of starts) {
    entries.push(positions.length);
    positions.push(start);
    while (nodes.length < positions.length) {
      const position = positions[nodes.length]!;
      const { kind, line, player, committed, onStreet } = position;
      if (positions.length > MAX_NODES) {
        const field = heaviestList(spot, opening, street);
        return fail(atField(field, say.tooManyNodes(street, MAX_NODES, field)));
      }
      if (position.bets > MAX_RAISES + 1) {
        const field = heaviestList(spot, street, street);
        return fail(atField(field, say.tooManyRaises(street, MAX_RAISES, field)));
      }
      const actions = kind === 'act' ? actionsAt(position) : succeed([]);
      if (!actions.ok) return actions;
      const first = kind === 'deal' ? next.length : kind === 'act' ? positions.length : 0;
      const pot = spot.pot + committed[0] + committed[1];
      nodes.push({ kind, line, player, pot, committed, onStreet, actions: actions.value, first });
      if (kind === 'deal') next.push(afterDeal(position, spot.stack, street === 'turn'));
      for (const action of actions.value) positions.push(afterAction(position, action, isLast));
    }
  }
  return succeed({ street: { street, entries, nodes }, next });
};
