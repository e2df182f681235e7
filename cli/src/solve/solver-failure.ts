/** Why the solver refused, told with what the player can do about it. */
import type { SolveError } from '@ploscope/kernel';
import { solveErrorText } from '@ploscope/poker';
import { type Failure, wrongInput } from '../failure.ts';
import { formatBytes } from '../terminal/numbers.ts';
import { saySolve } from '../text/en-solve.ts';
import { formatEstimate } from './estimate-view.ts';
import type { JobSettings } from './job-settings.ts';
import type { Prepared } from './prepare.ts';
import { documentFailure } from './spot-document.ts';

export function solverFailure(error: SolveError, { spot, written }: Prepared, settings: JobSettings): Failure {
  if (error.code !== 'memory' || error.estimate === undefined)
    return documentFailure(solveErrorText(error, spot), written);
  const lines = formatEstimate(error.estimate, settings);
  return wrongInput(saySolve.needsMemory(formatBytes(settings.maxBytes)), lines.join('\n').trim());
}
