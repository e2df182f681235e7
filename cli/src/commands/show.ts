/** `ploscope show`: the strategies of a solved spot, from the file that `ploscope solve` wrote. */
import { openNodeSolver } from '@ploscope/kernel/host/node';
import { orderingsOfSolveSpot, plosJob } from '@ploscope/poker';
import { readWords } from '../arguments.ts';
import { type Failure, wrongInput } from '../failure.ts';
import { loadOrderings } from '../ordering-files.ts';
import { BrokenFile } from '../solve/file-source.ts';
import { gather } from '../solve/gather.ts';
import { type OpenResult, openResult } from '../solve/plos-file.ts';
import { formatShowCsv } from '../solve/show-csv.ts';
import { formatShowJson } from '../solve/show-json.ts';
import { readShowSettings, SHOW_OPTIONS, type ShowSettings } from '../solve/show-settings.ts';
import { formatShow } from '../solve/show-view.ts';
import { documentFailure } from '../solve/spot-document.ts';
import { outputOf } from '../terminal/output.ts';
import { printAll } from '../terminal/print.ts';
import { say } from '../text/en.ts';
import { saySolve } from '../text/en-solve.ts';

export async function runShow(args: readonly string[]): Promise<Failure | undefined> {
  const read = readWords(args, SHOW_OPTIONS, 'show');
  if (!read.ok) return read.error;
  const [file, ...others] = read.value.words;
  if (file === undefined || others.length > 0) return wrongInput(saySolve.oneResult, say.seeHelp('show'));
  const settings = readShowSettings(read.value);
  if (!settings.ok) return settings.error;
  const result = await openResult(file);
  if (!result.ok) return result.error;
  try {
    return await show(result.value, settings.value);
  } catch (error) {
    if (error instanceof BrokenFile) return error.failure;
    throw error;
  } finally {
    await result.value.close();
  }
}

async function show(result: OpenResult, settings: ShowSettings): Promise<Failure | undefined> {
  const { spot } = result.plos;
  const prepared = plosJob(result.plos, { orderings: loadOrderings(orderingsOfSolveSpot(spot)) });
  if (!prepared.ok) return documentFailure(prepared.error, spot);
  const solver = await openNodeSolver();
  try {
    const shown = await gather({ result, solver, ...prepared.value }, settings);
    if (!shown.ok) return shown.error;
    if (settings.form === 'json') await printAll(formatShowJson(shown.value));
    else if (settings.form === 'csv') await printAll(formatShowCsv(shown.value));
    else await printAll([`${formatShow(shown.value, outputOf(process.stdout, process.env)).join('\n')}\n`]);
    return undefined;
  } finally {
    await solver.close();
  }
}
