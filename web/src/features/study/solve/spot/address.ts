/**
 * The spot in the address and in the browser's memory, as on the equity page: the link holds the whole spot, and the
 * memory what is half-written too.
 */
import {
  formatSolvePermalink,
  isGame,
  isSolvePermalink,
  parseSolvePermalink,
  type SolveSpot,
  type SpotError,
} from '@ploscope/poker';
import type { Memory } from '../../spot/address.ts';
import { type SolveDraft, type SolveField, toDocument } from './draft.ts';
import { EXAMPLES, FIRST_EXAMPLE } from './examples.ts';
import { toDraft } from './open-document.ts';

const LAST_SPOT = 'ploscope.solve.last-spot';

export interface OpenedAddress {
  readonly draft: SolveDraft;
  /** Why the link could not be read; null when there was none, or it read well. */
  readonly brokenLink: string | null;
}

/** The spot of the fragment; without one the last spot of this browser; on a first visit the worked example. */
export function openAddress(hash: string, memory: Memory): OpenedAddress {
  const last = remembered(memory);
  // The memory holds the same spot with what is half-written in it.
  if (last !== null && hashOf(last) === hash) return { draft: last, brokenLink: null };
  const linked = spotOfHash(hash);
  if (linked?.ok) return { draft: toDraft({ ...linked.value }), brokenLink: null };
  const draft = last ?? EXAMPLES[FIRST_EXAMPLE];
  return { draft, brokenLink: linked === null ? null : wordsOf(linked.error) };
}

/** Null when the fragment is no spot to be solved. */
export function spotOfHash(hash: string): ReturnType<typeof parseSolvePermalink> | null {
  return isSolvePermalink(hash) ? parseSolvePermalink(hash) : null;
}

export function wordsOf({ field, message }: SpotError): string {
  return field === '' ? message : `${field}: ${message}`;
}

/** A draft that does not read has an address too: the texts as they stand, which the memory explains on a reload. */
export function hashOf(draft: SolveDraft): string {
  return `#${formatSolvePermalink(toDocument(draft) as unknown as SolveSpot)}`;
}

/** By the prototype's method, because the router listens on the page's own and would take an edit for a journey. */
export function keepDraft(draft: SolveDraft, page: Pick<Window, 'history' | 'location'>, memory: Memory): void {
  const hash = hashOf(draft);
  if (page.location.hash !== hash) History.prototype.replaceState.call(page.history, page.history.state, '', hash);
  try {
    memory?.setItem(LAST_SPOT, JSON.stringify(draft));
  } catch {
    // Storage is full or switched off; the address still holds the spot.
  }
}

function remembered(memory: Memory): SolveDraft | null {
  try {
    return parseDraft(memory?.getItem(LAST_SPOT) ?? '');
  } catch {
    return null;
  }
}

/** Null for anything that `keepDraft` did not write. */
export function parseDraft(stored: string): SolveDraft | null {
  let value: unknown;
  try {
    value = JSON.parse(stored);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { game, twoBoards, texts, locks } = value as Partial<Record<string, unknown>>;
  const whole =
    isGame(game) &&
    typeof twoBoards === 'boolean' &&
    typeof texts === 'object' &&
    texts !== null &&
    Object.values(texts).every((text) => typeof text === 'string') &&
    Array.isArray(locks);
  return whole ? { game, twoBoards, texts: texts as Partial<Record<SolveField, string>>, locks } : null;
}
