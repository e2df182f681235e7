/**
 * The percentage orderings as files, read when a range first needs them and kept. They lie in `data/` beside the
 * program, or in the poker room when it runs from source.
 */
import { readFile } from 'node:fs/promises';
import { type Ordering, type OrderingName, type Orderings, parseOrdering } from '@ploscope/poker';

const FOLDERS = [new URL('./data/', import.meta.url), new URL('../../../../poker/data/', import.meta.url)];
const loaded = new Map<OrderingName, Ordering>();

/** The orderings named. Rejects when a file is missing or damaged: that is a fault of the installation. */
export async function loadOrderings(names: readonly OrderingName[]): Promise<Orderings> {
  for (const name of names) {
    if (loaded.has(name)) continue;
    const ordering = parseOrdering(await readFirst(`${name}.bin`));
    if (!ordering.ok) throw new Error(`${name}.bin is damaged`);
    loaded.set(name, ordering.value);
  }
  return loaded;
}

async function readFirst(file: string): Promise<Uint8Array> {
  for (const folder of FOLDERS) {
    const bytes = await readFile(new URL(file, folder)).catch(() => null);
    if (bytes !== null) return bytes;
  }
  throw new Error(`${file} is missing`);
}
