/** The sizes of a spot, read: which list holds at which decision, and what the list is called in the document. */
import type { SolveSpot, StreetSizes } from '../../spot/solve-spot.ts';
import { parseSize, type Size } from '../parse-size.ts';
import { STREETS, type Street } from '../streets.ts';

export interface SizeList {
  /** `oop.bets.river` */
  readonly field: string;
  readonly sizes: readonly Size[];
  /** As they are written. */
  readonly texts: readonly string[];
}

export interface SizeLists {
  readonly bets: readonly [SizeList, SizeList];
  readonly raises: readonly [SizeList, SizeList];
  /** OOP's; null where bets apply. */
  readonly donks: SizeList | null;
}

/** The lists of one street. Sizes that cannot be read are left out; `parseSolveSpot` refuses them. */
export const sizeListsOn = (spot: SolveSpot, street: Street): SizeLists => {
  const potLimit = spot.game !== 'holdem';
  const list = (name: string, by: StreetSizes, raise: boolean): SizeList => {
    const texts: string[] = [];
    const sizes: Size[] = [];
    for (const text of by[street] ?? []) {
      const size = parseSize(text, { raise, potLimit });
      if (!size.ok) continue;
      texts.push(text);
      sizes.push(size.value);
    }
    return { field: `${name}.${street}`, sizes, texts };
  };
  const { oop, ip } = spot;
  return {
    bets: [list('oop.bets', oop.bets, false), list('ip.bets', ip.bets, false)],
    raises: [list('oop.raises', oop.raises, true), list('ip.raises', ip.raises, true)],
    donks: oop.donks[street] === undefined ? null : list('oop.donks', oop.donks, false),
  };
};

/** The list whose shortening thins the tree out most: the longest up to a street, raises and later streets first. */
export const heaviestList = (spot: SolveSpot, from: Street, to: Street): string => {
  let heaviest: SizeList | null = null;
  for (const street of STREETS.slice(STREETS.indexOf(from), STREETS.indexOf(to) + 1).toReversed()) {
    const { bets, raises, donks } = sizeListsOn(spot, street);
    for (const list of [...raises, ...bets, ...(donks === null ? [] : [donks])]) {
      if (list.sizes.length > (heaviest?.sizes.length ?? 0)) heaviest = list;
    }
  }
  return heaviest?.field ?? 'maxRaises';
};
