/**
 * One's jobs in a list: the id alone takes half of a line of 80, so a job has two, and one more while it computes.
 *
 *     01943d3a-7c1b-7e0f-8a55-3f1d2c4b5a69  computing  2 min 20 s ago
 *       solve   PLO4 Td7h2c, pot 60, stack 60, to 0.3%
 *       312 iterations · 0.43% of the pot
 */
import type { Job } from '@ploscope/contracts';
import { formatLongTime } from '../terminal/numbers.ts';
import { plainText, shorten } from '../terminal/table.ts';
import { sayRemote } from '../text/en-remote.ts';
import { formatDone } from './job-line.ts';

const { kinds, statuses } = sayRemote;
const KIND_CHARS = Math.max(...Object.values(kinds).map((kind) => kind.length));
const STATUS_CHARS = Math.max(...Object.values(statuses).map((status) => status.length));

/** `now`: the time its age is reckoned from; `width`: characters to a line. */
export function formatJobs(jobs: readonly Job[], now: number, width: number): string[] {
  return jobs.flatMap(({ id, kind, label, status, progress, createdAt }) => {
    const age = formatLongTime(Math.max(0, now - Date.parse(createdAt)));
    const about = `  ${kinds[kind].padEnd(KIND_CHARS)}  ${plainText(label)}`;
    return [
      `${id}  ${statuses[status].padEnd(STATUS_CHARS)}  ${sayRemote.age(age)}`,
      shorten(about, width),
      ...(status === 'PROCESSING' && progress !== null ? [shorten(`  ${formatDone(progress)}`, width)] : []),
    ];
  });
}
