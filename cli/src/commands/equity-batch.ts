/**
 * `ploscope equity --batch`: a spot of JSON to a line in, an answer of JSON to a line out, in the same order. Lines
 * are read as they are needed and a few compute at once, so a batch of any length takes little memory. A bad line
 * gets an error in its place and the batch goes on.
 */
import { open } from 'node:fs/promises';
import {
  type EquityRequest,
  type ErrorBody,
  equityRequestSchema,
  MAX_REQUEST_BYTES,
  spotRefusal,
  validate,
  WIRE_ERRORS,
  type WireErrorCode,
} from '@ploscope/contracts';
import { equityOptions, spotOfRequest } from '@ploscope/contracts/options';
import { openNodePool, type Pool } from '@ploscope/kernel/host/node';
import {
  type EquityAnswer,
  equityAnswer,
  equityJob,
  jobErrorText,
  orderingsOfSpot,
  parseSpot,
  type SpotError,
} from '@ploscope/poker';
import type { Failure } from '../failure.ts';
import { readLines } from '../line-reader.ts';
import { loadOrderings } from '../ordering-files.ts';
import { say } from '../text/en.ts';
import { localBudget } from './equity-budget.ts';
import type { EquitySettings } from './equity-settings.ts';

/** Lines computed at once: one more than one, so that the next is being read and expanded while one computes. */
const AT_ONCE = 2;

/** Runs a batch. Options given on the command line hold for every line that does not say otherwise. */
export async function runBatch({ batch = '-', request, threads }: EquitySettings): Promise<Failure | undefined> {
  const unreadable = { exitCode: 1, message: say.unreadableFile(batch), hint: null, place: null } as const;
  const file = batch === '-' ? null : await open(batch).catch(() => null);
  if (file === null && batch !== '-') return unreadable;
  const source = file?.createReadStream() ?? process.stdin;
  const pool = await openNodePool(threads === undefined ? {} : { threads });
  const computing: Promise<EquityAnswer | ErrorBody>[] = [];
  try {
    for await (const line of readLines(source, MAX_REQUEST_BYTES)) {
      if (line !== null && line.trim() === '') continue;
      if (computing.length >= AT_ONCE) await writeLine(await computing.shift());
      const answer = line === null ? Promise.resolve(wireError('body-too-large')) : answerLine(line, request, pool);
      // Its turn to be awaited, and to fail the batch, comes later.
      answer.catch(() => undefined);
      computing.push(answer);
    }
    while (computing.length > 0) await writeLine(await computing.shift());
    return undefined;
  } catch (error) {
    // What opens may still not be read: a folder, a device.
    if (error instanceof Error && 'syscall' in error && error.syscall === 'read') return unreadable;
    throw error;
  } finally {
    await pool.close();
  }
}

async function answerLine(
  line: string,
  defaults: EquitySettings['request'],
  pool: Pool,
): Promise<EquityAnswer | ErrorBody> {
  let document: unknown;
  try {
    document = JSON.parse(line);
  } catch {
    return wireError('malformed-json');
  }
  const read = validate(equityRequestSchema, document);
  if (!read.ok) return { error: read.error };
  const request: EquityRequest = { ...defaults, ...read.value };
  const spot = parseSpot(spotOfRequest(request));
  if (!spot.ok) return refusal(spot.error, request);
  const orderings = loadOrderings(orderingsOfSpot(spot.value));
  const job = equityJob(spot.value, { ...localBudget(request), ...equityOptions(request), orderings });
  if (!job.ok) return refusal(job.error, request);
  const result = await pool.run(job.value);
  if (!result.ok) return refusal(jobErrorText(result.error, spot.value), request);
  return equityAnswer(spot.value, job.value, result.value);
}

function refusal(error: SpotError, request: EquityRequest): ErrorBody {
  return { error: spotRefusal(error, request) };
}

function wireError(code: WireErrorCode): ErrorBody {
  return { error: { code, message: WIRE_ERRORS[code].message, at: null, end: null, field: null, hint: null } };
}

function writeLine(answer: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${JSON.stringify(answer)}\n`, (error) => (error ? reject(error) : resolve()));
  });
}
