/** Why the solver refused, told with what the player can do about it. */
import type { SolveError, SolveEstimate } from '@ploscope/kernel';
import { isFlopOfTwoBoards, solveErrorText } from '@ploscope/poker';
import { type Failure, wrongInput } from '../failure.ts';
import { formatBytes } from '../terminal/numbers.ts';
import { saySolve } from '../text/en-solve.ts';
import { formatEstimate, vastFlop } from './estimate-view.ts';
import type { JobSettings } from './job-settings.ts';
import type { Prepared } from './prepare.ts';
import { documentFailure } from './spot-document.ts';

/** `offer`: what the tree that fits ten minutes would take, where it is known. */
export function solverFailure(
  error: SolveError,
  prepared: Prepared,
  settings: JobSettings,
  offer: SolveEstimate | null = null,
): Failure {
  if (error.code !== 'memory' || error.estimate === undefined) {
    return documentFailure(solveErrorText(error, prepared.spot), prepared.written);
  }
  const lines = formatEstimate({ prepared, estimate: error.estimate, offer }, settings);
  if (isFlopOfTwoBoards(prepared.spot)) {
    const { message, hint } = vastFlop(prepared, error.estimate);
    return wrongInput(message, [...lines, '', `  ${hint ?? ''}`].join('\n').trim());
  }
  return wrongInput(saySolve.needsMemory(formatBytes(settings.maxBytes)), lines.join('\n').trim());
}
