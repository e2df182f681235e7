/** Weights put together, and where their rounding to whole percents shows. */
import type { RangeExpr } from './expression.ts';

/** Product of two weights; what is in both stays in, however light. */
export const share = (a: number, b: number): number =>
  a === 0 || b === 0 ? 0 : Math.max(1, Math.round((a * b) / 100));

/** Off by more than this part of itself, a product is told of. */
const MUCH = 0.1;

/** The weights `outer` and one inside `of` whose product is far from what is kept; null when all are near. */
export const roundedWeight = (of: RangeExpr, outer: number, known: WeightsKnown): number | null => {
  for (const inner of weightsOf(of, known)) {
    const product = (inner * outer) / 100;
    if (Math.abs(share(inner, outer) - product) > MUCH * product) return inner;
  }
  return null;
};

/** Weights of parts already looked at, so that nesting costs nothing twice. */
export type WeightsKnown = WeakMap<RangeExpr, ReadonlySet<number>>;

/** Weights that a hand may get. */
const weightsOf = (expr: RangeExpr, known: WeightsKnown): ReadonlySet<number> => {
  const found = known.get(expr) ?? findWeights(expr, known);
  known.set(expr, found);
  return found;
};

const findWeights = (expr: RangeExpr, known: WeightsKnown): ReadonlySet<number> => {
  switch (expr.kind) {
    case 'group':
      return weightsOf(expr.of, known);
    case 'minus':
      return weightsOf(expr.from, known);
    case 'weight':
      return products(weightsOf(expr.of, known), new Set([expr.weight]));
    case 'or':
      return new Set(expr.terms.flatMap((term) => [...weightsOf(term, known)]));
    case 'and':
      return expr.parts.map((part) => weightsOf(part, known)).reduce(products);
    case 'cards':
    case 'percent':
      return new Set([100]);
  }
};

const products = (some: ReadonlySet<number>, others: ReadonlySet<number>): ReadonlySet<number> =>
  new Set([...some].flatMap((a) => [...others].map((b) => share(a, b))));
