/** One job: what it is, how far, what can be done with it, what it came to. */
import type { Job, WireError } from '@ploscope/contracts';
import { type ReactElement, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { formatCount, formatPct, formatTime } from '../../lib/format-number.ts';
import { jobsText } from '../../text/jobs.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { DeletedRow } from './deleted-row.tsx';
import { EquityResult } from './equity-result.tsx';
import { Figure } from './figure.tsx';
import { isOver } from './job-list.ts';
import styles from './jobs.module.css';
import { SolveResult } from './solve-result.tsx';

const MOMENT = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

export interface JobCardProps {
  readonly job: Job;
  /** The address names it. */
  readonly named: boolean;
  /** It is being deleted, and can be taken back for a while. */
  readonly leaving: boolean;
  readonly onCancel: () => Promise<WireError | null>;
  readonly onDelete: () => Promise<WireError | null>;
  readonly onUndo: () => void;
}

export function JobCard({ job, named, leaving, onCancel, onDelete, onUndo }: JobCardProps): ReactElement {
  const card = useRef<HTMLLIElement>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const kind = jobsText.kinds[job.kind];
  const name = job.label;
  useEffect(() => {
    if (named) card.current?.focus();
  }, [named]);
  const cancel = async (): Promise<void> => setFailure((await onCancel())?.message ?? null);
  const remove = async (): Promise<void> => {
    setFailure(null);
    setFailure((await onDelete())?.message ?? null);
  };
  const undo = (): void => {
    onUndo();
    card.current?.focus();
  };
  // A card that goes while it has the focus passes it on.
  useLayoutEffect(() => {
    const own = card.current;
    return () => {
      if (own?.contains(document.activeElement) !== true) return;
      const next = own.nextElementSibling ?? own.previousElementSibling ?? own.closest('main');
      if (next instanceof HTMLElement) next.focus({ preventScroll: true });
    };
  }, []);
  if (leaving) {
    return (
      <li ref={card} className={styles.card} tabIndex={-1} data-testid={`job-${job.id}`}>
        <DeletedRow name={name} onUndo={undo} />
      </li>
    );
  }
  return (
    <li ref={card} className={styles.card} tabIndex={-1} data-named={named} data-testid={`job-${job.id}`}>
      <div className={styles.head}>
        <h2>{name}</h2>
        <span className={styles.status} data-status={job.status} role="status">
          {jobsText.statuses[job.status]}
        </span>
        {isOver(job) ? (
          <span className={styles.delete}>
            <IconButton icon="bin" label={jobsText.deleteOf(name)} onClick={() => void remove()} />
          </span>
        ) : null}
      </div>
      <p className={styles.facts}>
        {[
          kind,
          jobsText.submitted(MOMENT.format(new Date(job.createdAt))),
          job.attempt > 1 ? jobsText.attempt(job.attempt) : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {isOver(job) ? null : <Progress job={job} />}
      {job.error === null ? null : (
        <p className={styles.failure}>{[job.error.message, job.error.hint].filter(Boolean).join(' ')}</p>
      )}
      {failure === null ? null : (
        <p className={styles.failure} role="alert">
          {failure}
        </p>
      )}
      {isOver(job) ? null : (
        <div className={styles.buttons}>
          <Button icon="close" aria-label={jobsText.cancelOf(name)} onClick={() => void cancel()}>
            {jobsText.cancel}
          </Button>
        </div>
      )}
      {job.kind === 'equity' && job.result !== null ? <EquityResult answer={job.result} /> : null}
      {job.kind === 'solve' && job.result !== null ? <SolveResult id={job.id} figures={job.result} /> : null}
    </li>
  );
}

function Progress({ job: { progress, status } }: { job: Job }): ReactElement {
  const fraction = progress?.fraction ?? null;
  return (
    <>
      {/* Without a value it moves without saying how far; a waiting job does neither. */}
      <ProgressBar label={jobsText.progress} value={status === 'QUEUED' ? 0 : fraction} />
      {progress === null ? null : (
        <dl className={styles.figures}>
          {progress.iterations === null ? null : (
            <Figure name={jobsText.iterations} value={formatCount(progress.iterations)} />
          )}
          {progress.exploitability === null ? null : (
            <Figure
              name={jobsText.exploitability}
              value={`${formatPct(progress.exploitability)}${jobsText.ofPot}`}
              note={progress.rough ? jobsText.rough : null}
            />
          )}
          <Figure name={jobsText.elapsed} value={formatTime(progress.elapsedMs)} />
        </dl>
      )}
    </>
  );
}
