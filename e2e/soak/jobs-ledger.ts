/**
 * Judges a run of jobs: what players were promised against what the database holds at the end. Pure, so that a test can
 * show that it sees each kind of damage.
 */

/** A submission that was acknowledged. */
export interface Promised {
  readonly key: string;
  readonly id: string;
  readonly userId: string;
  /** The request as text. */
  readonly request: string;
  /** The player asked to cancel it. */
  readonly cancelAsked: boolean;
  /** What a repetition under the same key was answered. */
  readonly idAgain: string;
}

export interface JobRow {
  readonly id: string;
  readonly user_id: string;
  readonly status: string;
  readonly result: unknown;
}

export interface EventRow {
  readonly stream: string;
  readonly type: string;
  readonly seq: number;
}

export interface UsageRow {
  readonly user_id: string;
  readonly completed: number;
  readonly failed: number;
  readonly cancelled: number;
}

/** What is found at the end. */
export interface Found {
  readonly jobs: readonly JobRow[];
  readonly events: readonly EventRow[];
  readonly usage: readonly UsageRow[];
  /** Messages left in the queues, and dead letters. */
  readonly messages: number;
  readonly deadLetters: number;
  /** By request, the result that is right. */
  readonly right: ReadonlyMap<string, unknown>;
}

export interface Verdict {
  readonly tried: number;
  /** Ended as promised, once. */
  readonly survived: number;
  /** Acknowledged and gone, failed, wrong, or cancelled unasked. */
  readonly lost: number;
  /** Jobs, ends, or counts that are there more than once. */
  readonly doubled: number;
  /** Neither ended nor failed, and messages nobody takes. */
  readonly stuck: number;
  /** Each trouble in words. */
  readonly troubles: readonly string[];
}

const END_OF: Readonly<Record<string, string>> = {
  COMPLETED: 'JobCompleted',
  FAILED: 'JobFailed',
  CANCELLED: 'JobCancelled',
};

export function judge(promised: readonly Promised[], found: Found): Verdict {
  const troubles: string[] = [];
  let [survived, lost, doubled, stuck] = [0, 0, 0, 0];
  const jobs = groupBy(found.jobs, (job) => job.id);
  const events = groupBy(found.events, (event) => event.stream);
  const seen = new Set<string>();

  for (const one of promised) {
    const { id, key } = one;
    const rows = jobs.get(id) ?? [];
    const [job] = rows;
    const told = events.get(`job:${id}`) ?? [];
    const begun = told.filter(({ type }) => type === 'JobEnqueued').length;
    const ended = told.filter(({ type }) => type !== 'JobEnqueued');
    const trouble = (kind: string): void => void troubles.push(`${id}: ${kind}`);
    if (rows.length > 1 || begun > 1 || ended.length > 1 || seen.has(id) || one.idAgain !== id) {
      doubled++;
      trouble(
        `${rows.length} rows, ${begun} beginnings, ${ended.length} ends; key ${key} stands for ${id} and ${one.idAgain}`,
      );
    } else if (job === undefined) {
      lost++;
      trouble('not there');
    } else if (END_OF[job.status] === undefined) {
      stuck++;
      trouble(job.status);
    } else {
      const why = begun === 1 ? damageOf(one, job, ended[0], found.right) : 'nothing tells that it was submitted';
      if (why === null) survived++;
      else {
        lost++;
        trouble(why);
      }
    }
    seen.add(id);
  }

  for (const { id } of found.jobs) {
    if (seen.has(id)) continue;
    doubled++;
    troubles.push(`${id}: nobody was promised it, so somebody's submission was taken twice`);
  }
  for (const [userId, difference] of usageDifferences(found)) {
    troubles.push(`${userId}: usage and jobs differ: ${difference}`);
    doubled++;
  }
  if (found.messages > 0) {
    stuck += found.messages;
    troubles.push(`${found.messages} messages are left in the queues`);
  }
  if (found.deadLetters > 0) troubles.push(`${found.deadLetters} dead letters`);
  return { tried: promised.length, survived, lost, doubled, stuck, troubles };
}

/** Why an ended job is not what was promised; null where it is. */
function damageOf(
  { userId, request, cancelAsked }: Promised,
  { user_id: owner, status, result }: JobRow,
  end: EventRow | undefined,
  right: ReadonlyMap<string, unknown>,
): string | null {
  if (owner !== userId) return 'it is somebody else’s';
  if (end?.type !== END_OF[status] || end?.seq !== 2) return `${status}, but its end is ${JSON.stringify(end)}`;
  if (status === 'CANCELLED') return cancelAsked ? null : 'cancelled unasked';
  if (status === 'FAILED') return 'failed';
  const [got, wanted] = [canonical(result), canonical(right.get(request))];
  return got === wanted ? null : `the result is ${got}, not ${wanted}`;
}

function usageDifferences({ jobs, usage }: Found): [string, string][] {
  const count = (userId: string, status: string): number =>
    jobs.filter((job) => job.user_id === userId && job.status === status).length;
  const counted = groupBy(usage, (row) => row.user_id);
  const players = new Set([...jobs.map((job) => job.user_id), ...counted.keys()]);
  return [...players].flatMap((userId): [string, string][] => {
    const sum = (what: 'completed' | 'failed' | 'cancelled'): number =>
      (counted.get(userId) ?? []).reduce((total, row) => total + row[what], 0);
    const usual = [sum('completed'), sum('failed'), sum('cancelled')].join(' ');
    const rows = [count(userId, 'COMPLETED'), count(userId, 'FAILED'), count(userId, 'CANCELLED')].join(' ');
    return usual === rows ? [] : [[userId, `${usual} against ${rows}`]];
  });
}

/** JSON with sorted keys, without the time a calculation took: the same answer is the same text. */
export function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (key, part: unknown) => {
      if (key === 'elapsedMs') return undefined;
      if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
      return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
    }) ?? 'nothing'
  );
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}
