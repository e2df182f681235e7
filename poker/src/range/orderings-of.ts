/** Which percentage orderings a range speaks of. */
import type { Game } from '../games.ts';
import type { OrderingName } from '../ordering/ordering.ts';
import type { RangeExpr } from './expression.ts';
import type { Range } from './range.ts';

export const orderingName = (game: Game, opponents: 1 | 5): OrderingName => `${game}-${opponents}`;

/** Names of the orderings that must be loaded before the range can be counted. `100%` needs none. */
export const orderingsOf = (range: Range): OrderingName[] => {
  const names = new Set<OrderingName>();
  collect(range.expr, range.game, names);
  return [...names];
};

const collect = (expr: RangeExpr, game: Game, names: Set<OrderingName>): void => {
  switch (expr.kind) {
    case 'percent':
      if (expr.from > 0 || expr.to < 100) names.add(orderingName(game, expr.opponents));
      break;
    case 'or':
      for (const term of expr.terms) collect(term, game, names);
      break;
    case 'and':
      for (const part of expr.parts) collect(part, game, names);
      break;
    case 'minus':
      for (const part of [expr.from, ...expr.without]) collect(part, game, names);
      break;
    case 'weight':
    case 'group':
      collect(expr.of, game, names);
      break;
    case 'cards':
      break;
  }
};
