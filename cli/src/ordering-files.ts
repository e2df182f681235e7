/**
 * The percentage orderings as files, read only when a range needs them. They lie in `data/` beside the program, or in
 * the poker room when it runs from source.
 */
import { readFileSync } from 'node:fs';
import { type Ordering, type OrderingName, type Orderings, parseOrdering } from '@ploscope/poker';

const FOLDERS = [new URL('./data/', import.meta.url), new URL('../../poker/data/', import.meta.url)];

/** The orderings named. One whose file is missing or damaged is left out: who needs it says so. */
export function loadOrderings(names: readonly OrderingName[], folders: readonly URL[] = FOLDERS): Orderings {
  const found = new Map<OrderingName, Ordering>();
  for (const name of names) {
    const ordering = readFirst(name, folders);
    if (ordering !== null) found.set(name, ordering);
  }
  return found;
}

/** The ordering from the first folder that holds it whole. */
function readFirst(name: OrderingName, folders: readonly URL[]): Ordering | null {
  for (const folder of folders) {
    const read = readOrNull(new URL(`${name}.bin`, folder));
    const ordering = read && parseOrdering(read);
    if (ordering?.ok && ordering.value.name === name) return ordering.value;
  }
  return null;
}

function readOrNull(file: URL): Uint8Array | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}
