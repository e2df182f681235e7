/** The percentage orderings as files of the build, fetched when a range first needs one and kept for the page's life. */
import { type Ordering, type OrderingName, type Orderings, parseOrdering } from '@ploscope/poker';

const FILES = import.meta.glob<string>('../../../../../poker/data/*.bin', {
  query: '?url',
  import: 'default',
  eager: true,
});

const loading = new Map<OrderingName, Promise<Ordering | null>>();

export async function fetchOrderings(names: readonly OrderingName[]): Promise<Orderings> {
  const found = new Map<OrderingName, Ordering>();
  await Promise.all(
    names.map(async (name) => {
      const ordering = await (loading.get(name) ?? fetchOne(name));
      if (ordering) found.set(name, ordering);
    }),
  );
  return found;
}

/** Null when the build has no such file; a network failure is thrown and tried again at the next call. */
function fetchOne(name: OrderingName): Promise<Ordering | null> {
  const url = Object.entries(FILES).find(([path]) => path.endsWith(`/${name}.bin`))?.[1];
  const promise = (async () => {
    if (url === undefined) return null;
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${name}: HTTP ${response.status}`);
    const ordering = parseOrdering(new Uint8Array(await response.arrayBuffer()));
    return ordering.ok ? ordering.value : null;
  })();
  loading.set(name, promise);
  promise.catch(() => loading.delete(name));
  return promise;
}
