/** `ploscope equity`: one spot from the command's own words. A batch is `equity-batch.ts`. */
import { equityOptions, formatAnswerJson, spotOfRequest } from '@ploscope/contracts/options';
import type { Progress } from '@ploscope/kernel';
import { openNodePool } from '@ploscope/kernel/host/node';
import { equityAnswer, equityJob, jobErrorText, orderingsOfSpot, parseSpot } from '@ploscope/poker';
import { readWords } from '../arguments.ts';
import { formatEquity } from '../equity-view.ts';
import { type Failure, wrongInput } from '../failure.ts';
import { loadOrderings } from '../ordering-files.ts';
import { formatPartial, formatPartialJson, isKnown } from '../partial-view.ts';
import { showHints } from '../range-hints.ts';
import { rangeDeadline } from '../range-limit.ts';
import { spotFailure } from '../spot-failure.ts';
import { outputOf } from '../terminal/output.ts';
import { openProgressLine } from '../terminal/progress-line.ts';
import { say } from '../text/en.ts';
import { sayRemote } from '../text/en-remote.ts';
import { localBudget } from './equity-budget.ts';
import { EQUITY_OPTIONS, type EquitySettings, readEquitySettings } from './equity-settings.ts';

/** Exit code of a program stopped by Ctrl-C. */
const STOPPED = 130;

export async function runEquity(args: readonly string[]): Promise<Failure | number | undefined> {
  const read = readWords(args, EQUITY_OPTIONS, 'equity');
  if (!read.ok) return read.error;
  const settings = readEquitySettings(read.value);
  if (!settings.ok) return settings.error;
  const { words, flags } = read.value;
  if (flags.has('detach') && !flags.has('remote')) return wrongInput(sayRemote.remoteOnly('--detach'));
  if (flags.has('remote') && (words.length >= 2 || settings.value.batch !== undefined)) {
    const { runEquityRemote } = await import('./equity-remote.ts');
    return runEquityRemote({ ...settings.value.request, hands: [...words] }, read.value);
  }
  if (settings.value.batch !== undefined) {
    if (words.length > 0) return wrongInput(say.batchTakesNoHands, say.seeHelp('equity'));
    return (await import('./equity-batch.ts')).runBatch(settings.value);
  }
  if (words.length < 2) return wrongInput(say.fewHands, say.seeHelp('equity'));
  return answer(words, settings.value);
}

async function answer(hands: readonly string[], settings: EquitySettings): Promise<Failure | number | undefined> {
  const request = { ...settings.request, hands: [...hands] };
  const typed = { ...request, board2: request.board2 ?? undefined };
  const spot = parseSpot(spotOfRequest(request));
  if (!spot.ok) return spotFailure(spot.error, typed);
  const orderings = loadOrderings(orderingsOfSpot(spot.value));
  const options = { ...localBudget(request), ...equityOptions(request), orderings };
  const job = equityJob(spot.value, { ...options, isOver: rangeDeadline() });
  if (!job.ok) return spotFailure(job.error, typed);
  const errors = outputOf(process.stderr, process.env);
  showHints(spot.value, errors);

  const pool = await openNodePool(settings.threads === undefined ? {} : { threads: settings.threads });
  const progressLine = openProgressLine(errors, (text) => process.stderr.write(text));
  let last = null as Progress | null;
  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort();
  process.once('SIGINT', onInterrupt);
  const result = await pool.run(job.value, {
    signal: stop.signal,
    onProgress: (progress) => {
      last = progress;
      progressLine.show(progress);
    },
  });
  process.off('SIGINT', onInterrupt);
  progressLine.clear();
  await pool.close();

  const write = (lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);
  const output = outputOf(process.stdout, process.env);
  if (stop.signal.aborted && !result.ok) {
    if (!isKnown(last)) process.stderr.write(`${say.stoppedEarly}\n`);
    else write(settings.json ? [formatPartialJson(spot.value, last)] : formatPartial(spot.value, last, output));
    return STOPPED;
  }
  if (!result.ok) return spotFailure(jobErrorText(result.error, spot.value), typed);
  const found = equityAnswer(spot.value, job.value, result.value);
  write(settings.json ? [formatAnswerJson(found)] : formatEquity(spot.value, found, output));
  return undefined;
}
