/** What may be done at a node: checks, folds and calls, and the amounts its sizes come to. */
import { fail, type Result, succeed } from '../../result.ts';
import type { SolveSpot } from '../../spot/solve-spot.ts';
import type { SpotError } from '../../spot/spot.ts';
import { atField } from '../../spot/spot-form.ts';
import { say } from '../../text/en.ts';
import { type Street, streetsFrom } from '../streets.ts';
import { amountsAt } from './amounts.ts';
import type { TreeAction } from './bet-tree.ts';
import type { Position } from './position.ts';
import { type SizeList, type SizeLists, sizeListsOn } from './size-lists.ts';

/** The decisions of one street of a spot. */
export const decisionsOn = (
  spot: SolveSpot,
  street: Street,
): ((position: Position) => Result<readonly TreeAction[], SpotError>) => {
  const lists = sizeListsOn(spot, street);
  const rules = { ...spot, potLimit: spot.game !== 'holdem' };
  const streets = streetsFrom(street).length;
  return (position) => {
    const { player, committed, onStreet, bets } = position;
    const own = onStreet[player];
    const other = onStreet[1 - player] ?? 0;
    const allIn = spot.stack - committed[player] + own;
    const passive: TreeAction[] =
      bets === 0
        ? [{ kind: 'check', label: 'x', to: 0, allIn: false }]
        : [
            { kind: 'fold', label: 'f', to: own, allIn: false },
            { kind: 'call', label: 'c', to: other, allIn: other === allIn },
          ];
    if (bets > 0 && spot.maxRaises !== null && bets > spot.maxRaises) return succeed(passive);
    const list = listAt(lists, position);
    const pot = spot.pot + committed[0] + committed[1];
    const amounts = amountsAt({ pot, own, other, allIn, streets }, list.sizes, rules);
    if ('most' in amounts) {
      const text = list.texts[amounts.size] ?? '';
      const said = say.raiseAbovePot(text, amounts.to, amounts.most, position.line);
      return fail(atField(`${list.field}[${amounts.size}]`, said, text));
    }
    const kind = bets === 0 ? 'bet' : 'raise';
    const letter = bets === 0 ? 'b' : 'r';
    return succeed([
      ...passive,
      ...amounts.map((to): TreeAction => ({ kind, label: `${letter}${to}`, to, allIn: to === allIn })),
    ]);
  };
};

/** A bet by OOP into the player who bet or raised last on the street before is a donk. */
const listAt = ({ bets, raises, donks }: SizeLists, { player, bets: made, aggressor }: Position): SizeList => {
  if (made > 0) return raises[player];
  return player === 0 && aggressor === 1 && donks !== null ? donks : bets[player];
};
