/** `ploscope estimate`: what solving a spot will take, before any memory is taken. */
import { openNodeSolver } from '@ploscope/kernel/host/node';
import { isFlopOfTwoBoards } from '@ploscope/poker';
import { readWords } from '../arguments.ts';
import { type Failure, wrongInput } from '../failure.ts';
import { type Estimated, formatEstimate, formatEstimateJson, vastFlop } from '../solve/estimate-view.ts';
import { JOB_OPTIONS, readJobSettings } from '../solve/job-settings.ts';
import { formatSpotHead } from '../solve/names.ts';
import { prepareSolve } from '../solve/prepare.ts';
import { offerPreset } from '../solve/preset-offer.ts';
import { solverFailure } from '../solve/solver-failure.ts';
import { say } from '../text/en.ts';
import { saySolve } from '../text/en-solve.ts';

export async function runEstimate(args: readonly string[]): Promise<Failure | undefined> {
  const read = readWords(args, JOB_OPTIONS, 'estimate');
  if (!read.ok) return read.error;
  const [file, ...others] = read.value.words;
  if (file === undefined || others.length > 0) return wrongInput(saySolve.oneSpot('estimate'), say.seeHelp('estimate'));
  const settings = readJobSettings(read.value);
  if (!settings.ok) return settings.error;
  const { threads, json } = settings.value;
  const prepared = await prepareSolve(file, settings.value);
  if (!prepared.ok) return prepared.error;

  const solver = await openNodeSolver(threads === undefined ? {} : { threads });
  try {
    const estimate = await solver.estimate(prepared.value.job);
    if (!estimate.ok) return solverFailure(estimate.error, prepared.value, settings.value);
    const offer = await offerPreset(solver, prepared.value, estimate.value);
    const estimated = { prepared: prepared.value, estimate: estimate.value, offer };
    const lines = json
      ? [formatEstimateJson(estimated, settings.value)]
      : [
          formatSpotHead(prepared.value.spot),
          '',
          ...formatEstimate(estimated, settings.value),
          ...formatVast(estimated),
        ];
    process.stdout.write(`${lines.join('\n')}\n`);
    return undefined;
  } finally {
    await solver.close();
  }
}

/** What is said of a spot that no memory is enough for. */
function formatVast({ prepared, estimate }: Estimated): string[] {
  if (!isFlopOfTwoBoards(prepared.spot)) return [];
  const { message, hint } = vastFlop(prepared, estimate);
  return ['', `  ${message}`, ...(hint === null ? [] : [`  ${hint}`])];
}
