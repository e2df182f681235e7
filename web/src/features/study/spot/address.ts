/**
 * The spot in the address: read when the page opens or the fragment changes, written as one edits. Writing replaces
 * the entry, so that the back button leaves the study instead of stepping through letters.
 *
 * The browser also remembers the draft itself: a link holds a whole spot, and what is half-written must outlive a
 * reload as well.
 */
import { formatPermalink, isGame, parsePermalink } from '@ploscope/poker';
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
  const last = remembered(memory);
  const half = last !== null && hashOf(last) === hash;
  return {
    draft: last ?? fromSpot(EXAMPLES[FIRST_EXAMPLE]),
    brokenLink: linked === null || half ? null : linked.error.message,
  };
}

/** Null when there is nothing after the `#`. */
export function spotOfHash(hash: string): ReturnType<typeof parsePermalink> | null {
  const fragment = hash.replace(/^#/, '');
  return fragment === '' ? null : parsePermalink(fragment);
}

export function hashOf(draft: Draft): string {
  return `#${formatPermalink(toSpot(draft).spot)}`;
}

/**
 * Keeps the draft in the address and in memory. By the prototype's method, because the router listens on the page's
 * own and would take an edit for a journey.
 */
export function keepDraft(draft: Draft, page: Pick<Window, 'history' | 'location'>, memory: Memory): void {
  const hash = hashOf(draft);
  if (page.location.hash !== hash) {
    History.prototype.replaceState.call(page.history, page.history.state, '', hash);
  }
  try {
    memory?.setItem(LAST_SPOT, formatDraft(draft));
  } catch {
    // Storage is full or switched off; the address still holds what is whole.
  }
}

function remembered(memory: Memory): Draft | null {
  try {
    return parseDraft(memory?.getItem(LAST_SPOT) ?? '');
  } catch {
    return null;
  }
}

export function formatDraft({ game, players, board, board2, dead }: Draft): string {
  return JSON.stringify({ game, hands: players.map((player) => player.text), board, board2, dead });
}

/** Null for anything that `formatDraft` did not write. */
export function parseDraft(stored: string): Draft | null {
  let value: unknown;
  try {
    value = JSON.parse(stored);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { game, hands, board, board2, dead } = value as Record<string, unknown>;
  const whole =
    isGame(game) &&
    Array.isArray(hands) &&
    hands.length >= 2 &&
    hands.length <= 8 &&
    hands.every((hand) => typeof hand === 'string') &&
    typeof board === 'string' &&
    (board2 === null || typeof board2 === 'string') &&
    typeof dead === 'string';
  return whole ? { game, players: hands.map((text: string, id) => ({ id, text })), board, board2, dead } : null;
}
