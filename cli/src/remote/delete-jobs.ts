/** `ploscope jobs delete`: jobs by their ids, or all that have ended, which is asked about first. */
import { type Called, ROUTES } from '@ploscope/contracts';
import { type Failure, wrongInput } from '../failure.ts';
import { say } from '../text/en.ts';
import { sayDelete } from '../text/en-delete-jobs.ts';
import { sayRemote } from '../text/en-remote.ts';
import { openAnswers } from './answers.ts';
import { attended } from './attended.ts';
import type { Remote } from './connect.ts';
import { tellNote } from './reach.ts';
import { wireFailure } from './wire-failure.ts';

type Left = Failure | number | undefined;
/** Exit code of a program stopped by Ctrl-C. */
const STOPPED = 130;
const PAGE = 100;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export async function deleteJobs(ids: readonly string[], flags: ReadonlySet<string>): Promise<Left> {
  if (flags.has('finished')) {
    if (ids.length > 0) return wrongInput(sayDelete.notBoth, say.seeHelp('jobs'));
    return deleteFinished(flags.has('yes'));
  }
  if (flags.has('yes')) return wrongInput(sayDelete.onlyFinished, say.seeHelp('jobs'));
  if (ids.length === 0) return wrongInput(sayDelete.whichOnes, sayRemote.listIds);
  const wrong = ids.find((id) => !ID.test(id));
  if (wrong !== undefined) return wrongInput(sayRemote.notAnId, sayRemote.listIds, { text: wrong, at: 0 });
  return attended(null, (remote) => deleteEach(remote, [...new Set(ids.map((id) => id.toLowerCase()))]));
}

/** Goes on after one that cannot be deleted; the failure is that of the only one, or of as many as there were. */
async function deleteEach(remote: Remote, ids: readonly string[]): Promise<Left> {
  let failed = false;
  for (const id of ids) {
    const done = await deleteOne(remote, id);
    if (done.ok) process.stdout.write(`${sayDelete.deleted(id)}\n`);
    else {
      const failure =
        done.error.code === 'not-found'
          ? wrongInput(sayRemote.noSuchJob(id), sayRemote.listIds)
          : wireFailure(done.error, remote.server);
      if (ids.length === 1) return failure;
      tellNote(sayDelete.failed(id, failure.message));
      failed = true;
    }
  }
  return failed ? 1 : undefined;
}

async function deleteFinished(isSure: boolean): Promise<Left> {
  // What nobody is asked for is not waited for either: a pipe may stay open.
  const answers = isSure ? null : openAnswers();
  if (answers?.isTerminal === false) return wrongInput(sayDelete.needsYes, sayDelete.addYes);
  return attended(null, async (remote) => {
    const found = await finishedIds(remote);
    if (!found.ok) return wireFailure(found.error, remote.server);
    const ids = found.value;
    if (ids.length === 0) {
      process.stdout.write(`${sayDelete.noneFinished}\n`);
      return undefined;
    }
    if (answers !== null) {
      const answer = await answers.next(sayDelete.finished(ids.length), false);
      // Kept open, it would keep the program.
      process.stdin.destroy();
      if (answer === null) return STOPPED;
      if (!/^y(es)?$/i.test(answer.trim())) {
        process.stdout.write(`${sayDelete.nothingDeleted}\n`);
        return undefined;
      }
    }
    let count = 0;
    for (const id of ids) {
      const done = await deleteOne(remote, id);
      if (done.ok) count++;
      // Deleted meanwhile, or tried again by an administrator.
      else if (done.error.code !== 'not-found' && done.error.code !== 'job-open') {
        tellNote(sayDelete.deletedAll(count));
        return wireFailure(done.error, remote.server);
      }
    }
    process.stdout.write(`${sayDelete.deletedAll(count)}\n`);
    return undefined;
  });
}

function deleteOne({ client, reach }: Remote, id: string): Promise<Called<{ ok: true }>> {
  return reach.hold((signal) => client.call(ROUTES.deleteJob, { params: { id }, signal }));
}

async function finishedIds({ client, reach }: Remote): Promise<Called<readonly string[]>> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const query: { limit: number; cursor?: string } = { limit: PAGE, ...(cursor === null ? {} : { cursor }) };
    const page = await reach.hold((signal) => client.call(ROUTES.jobs, { query, signal }));
    if (!page.ok) return page;
    for (const { id, status } of page.value.rows) {
      if (status !== 'QUEUED' && status !== 'PROCESSING') ids.push(id);
    }
    cursor = page.value.next;
  } while (cursor !== null);
  return { ok: true, value: ids };
}
