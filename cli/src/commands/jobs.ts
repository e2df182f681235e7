/** `ploscope jobs`: what a server computes for one, listed, watched, fetched, cancelled and deleted. */
import { type Job, ROUTES } from '@ploscope/contracts';
import { readWords, type Words } from '../arguments.ts';
import { type Failure, wrongInput } from '../failure.ts';
import { parseWhole } from '../option-values.ts';
import { attended } from '../remote/attended.ts';
import { cancelJob } from '../remote/cancel-job.ts';
import type { Remote } from '../remote/connect.ts';
import { openTarget, type Target } from '../remote/fetch-result.ts';
import { formatJobs } from '../remote/job-rows.ts';
import { tellNote } from '../remote/reach.ts';
import { findJob, jobFailure, watchJob } from '../remote/watch-job.ts';
import { wireFailure } from '../remote/wire-failure.ts';
import { nearest } from '../suggestion.ts';
import { formatBytes } from '../terminal/numbers.ts';
import { outputOf } from '../terminal/output.ts';
import { say } from '../text/en.ts';
import { sayDelete } from '../text/en-delete-jobs.ts';
import { sayRemote } from '../text/en-remote.ts';
import { saySolve } from '../text/en-solve.ts';

const OPTIONS = {
  limit: 'string',
  out: 'string',
  json: 'boolean',
  finished: 'boolean',
  yes: 'boolean',
  help: 'boolean',
} as const;
const VERBS = ['watch', 'fetch', 'cancel'] as const;
type Verb = (typeof VERBS)[number];
const MOST_LISTED = 100;
const LISTED = 20;
/** Characters to a line where no window sets them. */
const PLAIN_WIDTH = 80;

type Left = Failure | number | undefined;

export async function runJobs(args: readonly string[]): Promise<Left> {
  const read = readWords(args, OPTIONS, 'jobs');
  if (!read.ok) return read.error;
  const { words, values } = read.value;
  const [name, id, ...others] = words;
  const strange = ['limit', 'out'].find((option) => values.has(option));
  if (name === 'delete') {
    if (strange !== undefined) return wrongInput(sayDelete.notWith(`--${strange}`), say.seeHelp('jobs'));
    return (await import('../remote/delete-jobs.ts')).deleteJobs(words.slice(1), read.value.flags);
  }
  const ofDelete = ['finished', 'yes'].find((flag) => read.value.flags.has(flag));
  if (ofDelete !== undefined) return wrongInput(sayRemote.onlyFor(`--${ofDelete}`, 'delete'), say.seeHelp('jobs'));
  if (name === undefined || (name === 'list' && id === undefined)) return list(read.value);
  const verb = VERBS.find((one) => one === name);
  if (verb === undefined) {
    const meant = nearest(name, [...VERBS, 'delete']);
    return wrongInput(
      sayRemote.unknownVerb(name),
      meant === null ? sayRemote.verbs : say.didYouMean(`ploscope jobs ${meant}`),
    );
  }
  if (id === undefined || others.length > 0) return wrongInput(sayRemote.oneId(verb), sayRemote.listIds);
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) {
    return wrongInput(sayRemote.notAnId, sayRemote.listIds, { text: id, at: 0 });
  }
  if (values.has('limit')) return wrongInput(sayRemote.onlyFor('--limit', ''), say.seeHelp('jobs'));
  const out = values.get('out');
  if (verb === 'cancel' && out !== undefined) {
    return wrongInput(sayRemote.onlyFor('--out', 'watch, fetch'), say.seeHelp('jobs'));
  }
  if (verb === 'fetch' && out === undefined) return wrongInput(sayRemote.fetchNeedsOut, say.seeHelp('jobs'));
  const target = out === undefined ? null : await openTarget(out);
  if (target?.ok === false) return target.error;
  try {
    return await HOW[verb](id.toLowerCase(), target?.value ?? null, read.value.flags.has('json'));
  } finally {
    await target?.value.discard();
  }
}

const HOW: Readonly<Record<Verb, (id: string, target: Target | null, json: boolean) => Promise<Left>>> = {
  watch: (id, target, json) => {
    const awaited = { id, isOver: false };
    return attended(awaited, async (remote) => {
      const job = await watchJob(remote, id, null);
      if (!job.ok) return job.error;
      awaited.isOver = true;
      return jobFailure(job.value, remote.server) ?? (await showJob(remote, job.value, target, json));
    });
  },
  fetch: (id, target) => attended(null, (remote) => fetchFile(remote, id, target)),
  cancel: (id) => attended(null, (remote) => cancelJob(remote, id)),
};

/** What a job came to; loaded then, because a solver looks at it. */
async function showJob(remote: Remote, job: Job, target: Target | null, json: boolean): Promise<Failure | undefined> {
  if (job.kind === 'solve') return (await import('../remote/show-solve.ts')).showSolve(remote, job, { target, json });
  if (target !== null) return wrongInput(sayRemote.notASolve(job.id), sayRemote.watchInstead(job.id));
  (await import('../remote/show-equity.ts')).showEquity(job, null, json);
  return undefined;
}

async function fetchFile(remote: Remote, id: string, target: Target | null): Promise<Failure | undefined> {
  const found = await findJob(remote, id);
  if (!found.ok) return found.error;
  const job = found.value;
  if (job.kind !== 'solve') return wrongInput(sayRemote.notASolve(id), sayRemote.watchInstead(id));
  if (target === null) return undefined;
  if (job.result === null) return noFile(job);
  const { bytes } = job.result;
  const failed = await (await import('../remote/show-solve.ts')).fetchInto(remote, job, bytes, target);
  if (failed !== null) return failed;
  process.stdout.write(`${saySolve.wrote(target.path, formatBytes(bytes))}\n`);
  return undefined;
}

/** Why there is nothing to fetch, and what to do about it. */
function noFile({ id, status, error }: Job): Failure {
  if (status === 'QUEUED' || status === 'PROCESSING') {
    const message = sayRemote.notDone(sayRemote.statuses[status]);
    return { exitCode: 1, message, hint: sayRemote.waitFor(id), place: null };
  }
  const message = status === 'CANCELLED' ? sayRemote.cancelledNoFile : sayRemote.failedNoFile;
  const told = error === null ? message : `${message} ${error.message}`;
  return { exitCode: 1, message: told, hint: sayRemote.submitAgain, place: null };
}

function list({ values, flags }: Words): Promise<Left> | Failure {
  if (values.has('out')) return wrongInput(sayRemote.onlyFor('--out', 'watch, fetch'), say.seeHelp('jobs'));
  const text = values.get('limit');
  const limit = text === undefined ? LISTED : parseWhole(text.trim(), 1, MOST_LISTED);
  if (limit === null) return wrongInput(say.badValue('--limit', say.wantedWhole(1, MOST_LISTED)));
  return attended(null, async ({ server, client, reach }) => {
    const page = await reach.hold((signal) => client.call(ROUTES.jobs, { query: { limit }, signal }));
    if (!page.ok) return wireFailure(page.error, server);
    const { rows, next } = page.value;
    const { terminal, width } = outputOf(process.stdout, process.env);
    const lines = flags.has('json')
      ? [JSON.stringify({ jobs: rows })]
      : formatJobs(rows, Date.now(), terminal ? width : PLAIN_WIDTH);
    process.stdout.write(`${(lines.length === 0 ? [sayRemote.noJobs] : lines).join('\n')}\n`);
    if (next !== null && !flags.has('json')) tellNote(sayRemote.moreJobs(limit));
    return undefined;
  });
}
