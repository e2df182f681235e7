/** What a solve of a server came to: its file put where it was asked for, and the view of its beginning. */
import { open, stat } from 'node:fs/promises';
import type { SolveFigures, SolveJob } from '@ploscope/contracts';
import { sourceOfBytes } from '@ploscope/kernel';
import type { Failure } from '../failure.ts';
import { sourceOfFile } from '../solve/file-source.ts';
import { formatSolve, formatSolveJson } from '../solve/solve-view.ts';
import { isSystemError } from '../system-reason.ts';
import { formatBytes, formatChips, formatCount, formatLongTime, formatSmallPct } from '../terminal/numbers.ts';
import { outputOf } from '../terminal/output.ts';
import { sayRemote } from '../text/en-remote.ts';
import { saySolve } from '../text/en-solve.ts';
import type { Remote } from './connect.ts';
import { fetchResult, type Target, unwritable } from './fetch-result.ts';
import { reportOfFile } from './solve-report.ts';

/** A file that is only looked at is fetched up to this size. */
const MOST_TO_LOOK_AT = 64 * 1024 ** 2;

/** Puts the file in its place; null when it is there. */
export async function fetchInto(
  remote: Remote,
  { id }: SolveJob,
  size: number,
  target: Target,
): Promise<Failure | null> {
  try {
    const failed = await fetchResult(remote, id, size, target);
    if (failed !== null) return failed;
    await target.commit();
    return null;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return unwritable(target.path, error);
  } finally {
    // After it was put in its place there is nothing to discard.
    await target.discard();
  }
}

/** Prints a finished solve. `target`: where its file is to go; null to keep none. */
export async function showSolve(
  remote: Remote,
  job: SolveJob,
  { target, json }: { readonly target: Target | null; readonly json: boolean },
): Promise<Failure | undefined> {
  const { id, result } = job;
  if (result === null) return { exitCode: 1, message: sayRemote.failed, hint: null, place: null };
  const { bytes } = result;
  if (target === null && bytes > MOST_TO_LOOK_AT) {
    print(json ? [figuresJson(id, result)] : [...figuresOf(result), sayRemote.large(formatBytes(bytes), id)]);
    return undefined;
  }
  const failed = target === null ? null : await fetchInto(remote, job, bytes, target);
  if (failed !== null) return failed;
  const report = target === null ? await lookAt(remote, id, bytes) : await lookAtFile(target.path);
  if (!report.ok) return report.error;
  print(
    json
      ? [JSON.stringify({ id, ...JSON.parse(formatSolveJson(report.value)) })]
      : formatSolve(report.value, outputOf(process.stdout, process.env)),
  );
  return undefined;
}

async function lookAt(remote: Remote, id: string, size: number): ReturnType<typeof reportOfFile> {
  let parts: Uint8Array[] = [];
  const failed = await fetchResult(remote, id, size, {
    begin: async () => {
      parts = [];
    },
    write: async (bytes) => void parts.push(bytes),
  });
  return failed === null ? reportOfFile(sourceOfBytes(Buffer.concat(parts)), id, null) : { ok: false, error: failed };
}

async function lookAtFile(path: string): ReturnType<typeof reportOfFile> {
  const handle = await open(path);
  try {
    return await reportOfFile(await sourceOfFile(handle), path, { file: path, bytes: (await stat(path)).size });
  } finally {
    await handle.close();
  }
}

function figuresOf({ exploitability, ev, iterations, elapsedMs }: SolveFigures): string[] {
  return [
    sayRemote.figures(
      formatSmallPct(exploitability),
      saySolve.progress(iterations, formatCount(iterations)),
      formatLongTime(elapsedMs),
    ),
    sayRemote.evs(formatChips(ev[0] ?? 0), formatChips(ev[1] ?? 0)),
  ];
}

function figuresJson(id: string, { exploitability, ev, iterations, elapsedMs, bytes }: SolveFigures): string {
  const pctPot = exploitability * 100;
  return JSON.stringify({ id, iterations, elapsedMs, exploitability: { pctPot }, evOop: ev[0], evIp: ev[1], bytes });
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
