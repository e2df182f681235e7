/**
 * The spot in the address: read when the page opens or the fragment changes, written as one edits. Writing replaces
 * the entry, so that the back button leaves the study instead of stepping through letters.
 */
import { formatPermalink, parsePermalink } from '@ploscope/poker';
import { type Draft, fromSpot, toSpot } from './draft.ts';
import { EXAMPLES, FIRST_EXAMPLE } from './examples.ts';

const LAST_SPOT = 'ploscope.study.last-spot';

/** Storage that may be missing or switched off. */
export type Memory = Pick<Storage, 'getItem' | 'setItem'> | null;

export interface Opened {
  readonly draft: Draft;
  /** Why the link could not be read; null when there was none, or it read well. */
  readonly brokenLink: string | null;
}

/** The spot of the fragment; without one the last spot of this browser; on a first visit the worked example. */
export function openDraft(hash: string, memory: Memory): Opened {
  const linked = spotOfHash(hash);
  if (linked?.ok) return { draft: fromSpot(linked.value), brokenLink: null };
  const brokenLink = linked ? linked.error.message : null;
  const last = spotOfHash(remembered(memory) ?? '');
  return { draft: fromSpot(last?.ok ? last.value : EXAMPLES[FIRST_EXAMPLE]), brokenLink };
}

/** Null when there is nothing after the `#`. */
export function spotOfHash(hash: string): ReturnType<typeof parsePermalink> | null {
  const fragment = hash.replace(/^#/, '');
  return fragment === '' ? null : parsePermalink(fragment);
}

export function hashOf(draft: Draft): string {
  return `#${formatPermalink(toSpot(draft).spot).replace(/^#/, '')}`;
}

/** Keeps the draft in the address and in memory. The prototype's method, so that the router does not take an edit for a journey. */
export function keepDraft(draft: Draft, page: Pick<Window, 'history' | 'location'>, memory: Memory): void {
  const hash = hashOf(draft);
  if (page.location.hash !== hash) {
    History.prototype.replaceState.call(page.history, page.history.state, '', hash);
  }
  try {
    memory?.setItem(LAST_SPOT, hash);
  } catch {
    // Storage is full or switched off; the address still holds the spot.
  }
}

function remembered(memory: Memory): string | null {
  try {
    return memory?.getItem(LAST_SPOT) ?? null;
  } catch {
    return null;
  }
}
