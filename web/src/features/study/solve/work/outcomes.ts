/** Refusals in the player's words: of the spot, of the kernel, of memory that could not be had. */
import type { SolveError, SolveEstimate } from '@ploscope/kernel';
import { type SolveSpot, solveErrorText } from '@ploscope/poker';
import { solveText } from '../../../../text/solve.ts';
import { soundsLikeMemory } from './memory-words.ts';
import type { Refusal } from './protocol.ts';

interface Mistake {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
  readonly field?: string;
}

export interface Refused {
  readonly ok: false;
  readonly refusal: Refusal;
}

export function refuse(error: Mistake, estimate: SolveEstimate | null = null): Refused {
  const { code, message, hint, field = '' } = error;
  return { ok: false, refusal: { code, message, hint, field: field === '' ? null : field, estimate } };
}

export const NOTHING_OPEN = refuse({ code: 'nothing-open', ...solveText.run.nothingOpen });
export const CANCELLED = refuse({ code: 'cancelled', message: solveText.run.cancelled, hint: null });

/** A refusal with an estimate is of a spot that is too large; without one the browser gave less than it takes. */
export function refuseSolve(error: SolveError, spot: SolveSpot): Refused {
  if (error.code === 'memory' && error.estimate?.storage != null) return refuseMemory(error.estimate);
  return refuse(solveErrorText(error, spot), error.estimate ?? null);
}

/** What it would take is known, and that it is not solved. */
export function refuseFlopOfTwo(spot: SolveSpot, estimate: SolveEstimate): Refused {
  return refuseSolve({ code: 'board', player: null, message: '', estimate }, spot);
}

/** Something broke on the way; words for it where memory is to blame. */
export function refuseBroken(message: string, what: { readonly message: (why: string) => string }): Refused {
  if (soundsLikeMemory(message)) return refuseMemory(null);
  return refuse({ code: 'broken', message: what.message(message), hint: null });
}

function refuseMemory(estimate: SolveEstimate | null): Refused {
  return refuse({ code: 'memory', ...solveText.run.outOfMemory }, estimate);
}
