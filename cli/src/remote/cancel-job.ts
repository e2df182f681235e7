/**
 * `ploscope jobs cancel`: says that a job is cancelled once it is. Whoever asks again has what they want, so that is no
 * failure; a job that ended otherwise cannot be cancelled any more, which is one.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Job, ROUTES } from '@ploscope/contracts';
import type { Failure } from '../failure.ts';
import { sayRemote } from '../text/en-remote.ts';
import type { Remote } from './connect.ts';
import { findJob } from './watch-job.ts';
import { wireFailure } from './wire-failure.ts';

/** A worker hears of it at once, and ends after the step it is at. */
const WAIT_MS = 5000;
const ASK_EVERY_MS = 200;

export async function cancelJob(remote: Remote, id: string): Promise<Failure | undefined> {
  const { server, client, reach, signal } = remote;
  const found = await findJob(remote, id);
  if (!found.ok) return found.error;
  const { kind } = found.value;
  if (hasEnded(found.value)) return tellEnded(found.value, sayRemote.cancelledBefore(id));
  const route = kind === 'solve' ? ROUTES.cancelSolve : ROUTES.cancelEquity;
  const asked = await reach.hold((abort) => client.call(route, { params: { id }, signal: abort }));
  // It ended by itself meanwhile: how, is told below.
  if (!asked.ok && asked.error.code !== 'job-over') return wireFailure(asked.error, server);
  for (const until = performance.now() + WAIT_MS; performance.now() < until; ) {
    const now = await findJob(remote, id, kind);
    if (!now.ok) return now.error;
    if (hasEnded(now.value)) return tellEnded(now.value, sayRemote.cancelled(id));
    await sleep(ASK_EVERY_MS, undefined, { signal });
  }
  process.stdout.write(`${sayRemote.cancelAsked(id)}\n`);
  return undefined;
}

function hasEnded({ status }: Job): boolean {
  return status !== 'QUEUED' && status !== 'PROCESSING';
}

/** `told` where it was cancelled. */
function tellEnded({ id, status }: Job, told: string): Failure | undefined {
  if (status === 'CANCELLED') {
    process.stdout.write(`${told}\n`);
    return undefined;
  }
  const hasFailed = status === 'FAILED';
  const message = hasFailed ? sayRemote.failedBefore : sayRemote.doneBefore;
  const hint = hasFailed ? sayRemote.itsReason(id) : sayRemote.watchInstead(id);
  return { exitCode: 1, message, hint, place: null };
}
