// The percentage orderings, from the data beside the bundle.

import { readFileSync } from 'node:fs';
import { type OrderingName, type Orderings, parseOrdering } from '@ploscope/poker';

export type OrderingsOf = (names: readonly OrderingName[]) => Orderings;

export function orderingFile(name: OrderingName): URL {
  return new URL(`./data/${name}.bin`, import.meta.url);
}

export const loadOrderings: OrderingsOf = (names) =>
  new Map(
    names.map((name) => {
      const read = parseOrdering(readFileSync(orderingFile(name)));
      if (!read.ok) throw new Error(`${name} is no ordering`);
      return [name, read.value];
    }),
  );
