/**
 * `ploscope solve`: a spot of JSON in, its strategies and their exploitability out.
 *
 * Files that are to be written are opened before anything is computed, so that a wrong folder costs no hours.
 */
import { openNodeSolver, Refused, runSaving } from '@ploscope/kernel/host/node';
import { readWords } from '../arguments.ts';
import { type Failure, wrongInput } from '../failure.ts';
import { type KeptState, openKeeper, openState } from '../solve/checkpoint-file.ts';
import { BrokenFile } from '../solve/file-source.ts';
import { finishSolve } from '../solve/finish-solve.ts';
import { catchInterrupt } from '../solve/interrupt.ts';
import { type NewFile, openNewFile } from '../solve/new-file.ts';
import { placeOf } from '../solve/place-of.ts';
import { type Prepared, prepareSolve } from '../solve/prepare.ts';
import { offerPreset } from '../solve/preset-offer.ts';
import { openSolveLine } from '../solve/solve-line.ts';
import { mayNeverEnd, readSolveSettings, SOLVE_OPTIONS, type SolveSettings, stopOf } from '../solve/solve-settings.ts';
import { formatSolve, formatSolveJson } from '../solve/solve-view.ts';
import { solverFailure } from '../solve/solver-failure.ts';
import { isSystemError, systemReason } from '../system-reason.ts';
import { formatCount, formatLongTime, formatSmallPct } from '../terminal/numbers.ts';
import { outputOf } from '../terminal/output.ts';
import { whileTicking } from '../terminal/ticking-line.ts';
import { say } from '../text/en.ts';
import { sayRemote } from '../text/en-remote.ts';
import { saySolve } from '../text/en-solve.ts';

/** In place of a file: standard input. */
const STDIN = '-';
/** Exit code of a program stopped by Ctrl-C. */
const STOPPED = 130;

export async function runSolveCommand(args: readonly string[]): Promise<Failure | number | undefined> {
  const read = readWords(args, SOLVE_OPTIONS, 'solve');
  if (!read.ok) return read.error;
  const [file, ...others] = read.value.words;
  if (file === undefined || others.length > 0) return wrongInput(saySolve.oneSpot('solve'), say.seeHelp('solve'));
  const settings = readSolveSettings(read.value);
  if (!settings.ok) return settings.error;
  const { flags } = read.value;
  if (flags.has('remote')) return (await import('./solve-remote.ts')).runSolveRemote(file, read.value, settings.value);
  if (flags.has('detach')) return wrongInput(sayRemote.remoteOnly('--detach'));
  const prepared = await prepareSolve(file, settings.value);
  if (!prepared.ok) return prepared.error;
  const { out, checkpoint } = settings.value;
  if (out !== undefined && file !== STDIN && placeOf(out) === placeOf(file)) {
    return wrongInput(saySolve.overSpot, saySolve.otherFile);
  }
  const state = checkpoint === undefined ? undefined : await openState(checkpoint);
  if (state?.ok === false) return state.error;
  let target: NewFile | null = null;
  try {
    target = out === undefined ? null : await openNewFile(out);
  } catch (error) {
    await state?.value?.close();
    return wrongInput(saySolve.unwritable(out ?? '', systemReason(error)), saySolve.otherFile);
  }
  try {
    return await solve(prepared.value, settings.value, state?.value, target);
  } catch (error) {
    if (error instanceof BrokenFile) return error.failure;
    if (error instanceof Refused && error.error.code === 'checkpoint') return badCheckpoint(settings.value);
    // The disk is full, or the folder has gone meanwhile.
    if (out === undefined || !isSystemError(error)) throw error;
    return {
      exitCode: 1,
      message: saySolve.unwritable(out, systemReason(error)),
      hint: saySolve.otherFile,
      place: null,
    };
  } finally {
    // After it was put in its place there is nothing to discard.
    await target?.discard();
    await state?.value?.close();
  }
}

async function solve(
  prepared: Prepared,
  settings: SolveSettings,
  state: KeptState | undefined,
  target: NewFile | null,
): Promise<Failure | number | undefined> {
  const { threads, checkpoint, out, trunkOnly, json } = settings;
  const solver = await openNodeSolver(threads === undefined ? {} : { threads });
  const interrupt = catchInterrupt();
  const line = openSolveLine(prepared.job.streets.length);
  try {
    const opened = await solver.open(prepared.job, state?.source);
    if (!opened.ok && opened.error.code === 'checkpoint') return badCheckpoint(settings);
    if (!opened.ok) {
      const { estimate } = opened.error;
      const offer = estimate === undefined ? null : await offerPreset(solver, prepared, estimate);
      return solverFailure(opened.error, prepared, settings, offer);
    }
    const { estimate } = opened.value;
    const stop = stopOf(settings, estimate);
    if (mayNeverEnd(stop, estimate)) {
      const told = saySolve.lowTarget(formatSmallPct(stop.exploitability), formatCount(estimate.buckets ?? 0));
      tellNote(told);
    }
    const keeper = checkpoint === undefined ? null : openKeeper(checkpoint, opened.value, state, tellNote);
    let iterations = 0;
    const ended = await runSaving(opened.value, {
      stop,
      signal: interrupt.signal,
      onProgress: (progress) => {
        iterations = progress.iterations;
        line.show(progress);
      },
      save: keeper?.save ?? null,
    });
    line.stop();
    const stopped = ended === 'stopped';
    if (stopped && iterations === 0) {
      process.stderr.write(`${saySolve.nothingYet}\n`);
      return STOPPED;
    }
    if (!stopped) interrupt.signal.addEventListener('abort', tellFinishing);
    const report = await whileTicking(
      (elapsedMs) => saySolve.measuringStored(formatLongTime(elapsedMs)),
      () => finishSolve(solver, opened.value, { prepared, out, target, trunkOnly, stopped }),
    );
    if (!stopped) await keeper?.remove();
    const lines = json ? [formatSolveJson(report)] : formatSolve(report, outputOf(process.stdout, process.env));
    process.stdout.write(`${lines.join('\n')}\n`);
    if (stopped && keeper?.isSaved()) process.stderr.write(`${saySolve.savedCheckpoint(checkpoint ?? '')}\n`);
    return stopped ? STOPPED : undefined;
  } finally {
    line.stop();
    interrupt.signal.removeEventListener('abort', tellFinishing);
    interrupt.release();
    await solver.close();
  }
}

function badCheckpoint({ checkpoint }: SolveSettings): Failure {
  return wrongInput(saySolve.badCheckpoint(checkpoint ?? ''), saySolve.checkpointAdvice);
}

function tellFinishing(): void {
  tellNote(saySolve.finishing);
}

function tellNote(note: string): void {
  process.stderr.write(`${say.note}${note}\n`);
}
