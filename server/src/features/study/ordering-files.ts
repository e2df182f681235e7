/**
 * The percentage orderings as files, read when a range first needs them and kept. They lie in `data/` beside the
 * program, or in the poker room when it runs from source.
 */
import { readFile } from 'node:fs/promises';
import { type Ordering, type OrderingName, type Orderings, parseOrdering } from '@ploscope/poker';

const FOLDERS = [new URL('./data/', import.meta.url), new URL('../../../../poker/data/', import.meta.url)];
const loaded = new Map<OrderingName, Ordering>();

/**
 * All orderings read so far, those named among them. One whose file is missing or damaged is left out, and is looked
 * for again the next time: a range that needs it is refused with `ordering-missing`.
 */
export async function loadOrderings(names: readonly OrderingName[]): Promise<Orderings> {
  for (const name of names) {
    if (loaded.has(name)) continue;
    const ordering = await readFirst(name);
    if (ordering !== null) loaded.set(name, ordering);
  }
  return loaded;
}

/** The ordering from the first folder that holds it whole. */
async function readFirst(name: OrderingName): Promise<Ordering | null> {
  for (const folder of FOLDERS) {
    const bytes = await readFile(new URL(`${name}.bin`, folder)).catch(() => null);
    const ordering = bytes && parseOrdering(bytes);
    if (ordering?.ok && ordering.value.name === name) return ordering.value;
  }
  return null;
}
