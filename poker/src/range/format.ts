/** A range written back in its canonical spelling; reading that again gives the same range. */
import type { RangeExpr } from './expression.ts';
import type { Range } from './range.ts';

export const formatRange = (range: Range): string => formatExpr(range.expr);

/** The canonical spelling of a part. */
export const formatExpr = (expr: RangeExpr): string => {
  switch (expr.kind) {
    case 'or':
      return expr.terms.map(formatExpr).join(', ');
    case 'and':
      return expr.parts.map(formatExpr).join(':');
    case 'minus':
      return [expr.from, ...expr.without].map(formatExpr).join('!');
    case 'weight':
      return `${formatExpr(expr.of)}@${expr.weight}`;
    case 'group':
      return `(${formatExpr(expr.of)})`;
    case 'percent': {
      const from = expr.from === 0 ? '' : `${expr.from}%-`;
      return `${from}${expr.to}%${expr.opponents === 5 ? '6h' : ''}`;
    }
    case 'cards':
      return expr.text;
  }
};
