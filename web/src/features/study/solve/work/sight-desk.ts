/** The sight on the desk: shown anew with each version, asked for its kinds and its hands until the next one. */
import { orderingsOf, parseRange } from '@ploscope/poker';
import type { LoadOrderings } from '../../work/reading.ts';
import type { CategoryPath, CategoryRow, HandsAsk, HandsPage, SightSummary } from './protocol.ts';
import { branchOf, handRow, heldBy, orderHands, type Sight } from './sight.ts';

export interface SightDesk {
  readonly show: (sight: Sight | null, summary: Omit<SightSummary, 'version'>) => SightSummary;
  /** Null when another sight has been shown since. */
  readonly branch: (ask: { readonly version: number; readonly path: CategoryPath }) => readonly CategoryRow[] | null;
  readonly hands: (ask: HandsAsk) => Promise<HandsPage | null>;
}

export function openSightDesk(loadOrderings: LoadOrderings): SightDesk {
  let sight: Sight | null = null;
  let version = 0;
  /** The last order, since a list is asked for page by page. */
  let ordered: { readonly key: string; readonly list: Uint32Array } | null = null;

  return {
    show: (next, summary) => {
      sight = next;
      version += 1;
      ordered = null;
      return { ...summary, version };
    },
    branch: (ask) => (sight === null || ask.version !== version ? null : branchOf(sight, ask.path)),
    hands: async (ask) => {
      const shown = sight;
      if (shown === null || ask.version !== version) return null;
      const key = JSON.stringify([ask.filter, ask.path, ask.order]);
      if (ordered?.key !== key) {
        const range = parseRange(ask.filter.trim() === '' ? '*' : ask.filter, shown.game);
        const orderings = await loadOrderings(range.ok ? orderingsOf(range.value) : []);
        if (ask.version !== version) return null;
        const held = heldBy(shown, ask.filter, orderings);
        if (!held.ok) return { rows: [], total: 0, error: held.error };
        ordered = { key, list: orderHands(shown, ask.path, held.value, ask.order) };
      }
      const { list } = ordered;
      const rows = [...list.subarray(ask.offset, ask.offset + ask.count)].map((combo) => handRow(shown, combo));
      return { rows, total: list.length, error: null };
    },
  };
}
