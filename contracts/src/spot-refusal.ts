/** A mistake in a spot as it crosses the wire. */
import type { SpotError } from '@ploscope/poker';
import type { EquityRequest } from './equity-request.ts';
import type { WireError } from './error-body.ts';

/** The error with its characters counted in the text as it was sent; poker counts from the first that is no blank. */
export function spotRefusal({ code, message, at, end, field, hint }: SpotError, request: EquityRequest): WireError {
  const text = textOf(request, field);
  if (text === null) return { code, message, at: null, end: null, field: field === '' ? null : field, hint };
  const blanks = text.length - text.trimStart().length;
  return { code, message, at: at + blanks, end: end + blanks, field, hint };
}

function textOf(request: EquityRequest, field: string): string | null {
  const hand = /^hands\[(\d+)\]$/.exec(field);
  if (hand !== null) return request.hands[Number(hand[1])] ?? null;
  if (field !== 'board' && field !== 'board2' && field !== 'dead' && field !== 'game') return null;
  return request[field] ?? null;
}
