/** One line of a batch: the document it holds, computed, or the error that stands in its place. */
import {
  catalogueError,
  type EquityRequest,
  equityRequestSchema,
  spotRefusal,
  validate,
  type WireError,
} from '@ploscope/contracts';
import { equityOptions, formatAnswerJson, spotOfRequest } from '@ploscope/contracts/options';
import type { Pool } from '@ploscope/kernel/host/node';
import { equityAnswer, equityJob, jobErrorText, orderingsOfSpot, parseSpot, type SpotError } from '@ploscope/poker';
import { loadOrderings } from '../ordering-files.ts';
import { rangeDeadline } from '../range-limit.ts';
import { say } from '../text/en.ts';
import { localBudget } from './equity-budget.ts';
import type { EquitySettings } from './equity-settings.ts';

export interface LineSettings {
  /** What the command's options say; it holds where the line does not say otherwise. */
  readonly defaults: EquitySettings['request'];
  readonly pool: Pool;
  /** How long the ranges of a line may take to work out, in milliseconds. */
  readonly rangeLimitMs?: number;
}

/**
 * The answer to a line as JSON. `line` is null for one that was too long to be read; `number` counts from 1 and goes
 * into an error, so that it can be found in the file.
 */
export async function answerLine(line: string | null, number: number, settings: LineSettings): Promise<string> {
  const answer = line === null ? catalogueError('body-too-large') : await compute(line, settings);
  return typeof answer === 'string' ? answer : JSON.stringify({ error: { ...answer, line: number } });
}

async function compute(line: string, { defaults, pool, rangeLimitMs }: LineSettings): Promise<string | WireError> {
  let document: unknown;
  try {
    document = JSON.parse(line);
  } catch {
    return catalogueError('malformed-json', say.lineNotJson);
  }
  const read = validate(equityRequestSchema, document);
  if (!read.ok) return read.error;
  const request: EquityRequest = { ...defaults, ...read.value };
  const refusal = (error: SpotError): WireError => spotRefusal(error, request);
  const spot = parseSpot(spotOfRequest(request));
  if (!spot.ok) return refusal(spot.error);
  const job = equityJob(spot.value, {
    ...localBudget(request),
    ...equityOptions(request),
    orderings: loadOrderings(orderingsOfSpot(spot.value)),
    isOver: rangeDeadline(rangeLimitMs),
  });
  if (!job.ok) return refusal(job.error);
  const result = await pool.run(job.value);
  if (!result.ok) return refusal(jobErrorText(result.error, spot.value));
  return formatAnswerJson(equityAnswer(spot.value, job.value, result.value));
}
