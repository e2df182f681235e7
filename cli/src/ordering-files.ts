/**
 * The percentage orderings as files, read only when a range needs them. They lie in `data/` beside the program, or in
 * the poker room when it runs from source.
 */
import { existsSync, readFileSync } from 'node:fs';
import { type OrderingName, type Orderings, parseOrdering } from '@ploscope/poker';

const FOLDERS = [new URL('./data/', import.meta.url), new URL('../../poker/data/', import.meta.url)];

/** The orderings named. Throws when a file is missing or damaged: that is a fault of the installation. */
export function loadOrderings(names: readonly OrderingName[]): Orderings {
  return new Map(
    names.map((name) => {
      const file = `${name}.bin`;
      const folder = FOLDERS.find((candidate) => existsSync(new URL(file, candidate)));
      const ordering = folder && parseOrdering(readFileSync(new URL(file, folder)));
      if (!ordering?.ok) throw new Error(`${file} is missing or damaged`);
      return [name, ordering.value] as const;
    }),
  );
}
