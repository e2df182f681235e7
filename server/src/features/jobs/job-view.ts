/** A job's row as it crosses the wire. */
import type { EquityJob, Job, JobProgress, JobStatus, SolveFigures, SolveJob, WireError } from '@ploscope/contracts';
import type { JobRow } from './jobs.queries.ts';

function common(row: JobRow) {
  return {
    id: row.id,
    label: row.label,
    status: row.status as JobStatus,
    progress: row.progress as JobProgress | null,
    error: row.error as WireError | null,
    priority: row.priority,
    attempt: row.attempt,
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}

export function equityJobOf(row: JobRow): EquityJob {
  return { ...common(row), kind: 'equity', result: row.result as EquityJob['result'] };
}

export function solveJobOf(row: JobRow): SolveJob {
  return { ...common(row), kind: 'solve', result: row.result as SolveFigures | null };
}

export function jobOf(row: JobRow): Job {
  return row.kind === 'equity' ? equityJobOf(row) : solveJobOf(row);
}
