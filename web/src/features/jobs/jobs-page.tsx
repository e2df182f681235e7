/** The jobs of whoever is signed in, the newest first. */
import { Link, useRouterState } from '@tanstack/react-router';
import { type ReactElement, useEffect, useState } from 'react';
import { api } from '../../lib/api/page-api.ts';
import { pageSession, useWho } from '../../lib/api/who.ts';
import { createStore, useStore } from '../../lib/store.ts';
import { useTitle } from '../../lib/use-title.ts';
import { apiText } from '../../text/api.ts';
import { jobsText } from '../../text/jobs.ts';
import { Button } from '../../ui/button.tsx';
import { JobCard } from './job-card.tsx';
import { type JobList, type Jobs, NO_JOBS, startJobList } from './job-list.ts';
import styles from './jobs.module.css';
import { StorageLine } from './storage-line.tsx';

const NOTHING = createStore<Jobs>(NO_JOBS);

export function JobsPage(): ReactElement {
  useTitle(jobsText.title);
  const who = useWho();
  const unreachable = useStore(pageSession, (session) => session.unreachable);
  const id = typeof who === 'string' ? null : who.id;
  return (
    <main id="main" tabIndex={-1} className={styles.page}>
      <div className={styles.top}>
        <h1>{jobsText.title}</h1>
        <p>{jobsText.intro}</p>
      </div>
      {id !== null ? (
        <List key={id} />
      ) : who === 'unknown' ? (
        <p className={styles.quiet}>{jobsText.loading}</p>
      ) : unreachable ? (
        <div className={styles.empty} role="status">
          <p>{`${apiText.offline.message} ${apiText.offline.hint}`}</p>
          <Button onClick={() => void api.wake()}>{apiText.tryAgain}</Button>
        </div>
      ) : (
        <div className={styles.empty}>
          <p>{jobsText.signIn}</p>
          <Link className={styles.link} to="/account/sign-in" search={{ next: '/jobs' }}>
            {jobsText.signInLink}
          </Link>
        </div>
      )}
    </main>
  );
}

function List(): ReactElement {
  const [list, setList] = useState<JobList | null>(null);
  // In an effect and not in render: it opens a socket, and strict mode renders twice.
  useEffect(() => {
    const opened = startJobList();
    setList(opened);
    return () => opened.close();
  }, []);
  const { rows, next, leaving, storage, error, live } = useStore(list?.store ?? NOTHING, (jobs) => jobs);
  const named = useRouterState({ select: (state) => state.location.hash });
  return (
    <>
      {error === null ? null : (
        <p className={styles.failure} role="alert">
          {error.message}
        </p>
      )}
      {rows === null && error === null ? <p className={styles.quiet}>{jobsText.loading}</p> : null}
      {rows?.length === 0 ? (
        <div className={styles.empty}>
          <p>
            {jobsText.none} {jobsText.noneHint}
          </p>
          <Link className={styles.link} to="/study/solve">
            {jobsText.toSolve}
          </Link>
        </div>
      ) : null}
      {list === null || rows === null || rows.length === 0 ? null : (
        <>
          <div className={styles.over}>
            <p className={styles.how} data-live={live}>
              {live ? jobsText.live : jobsText.polling}
            </p>
            {storage === null ? null : <StorageLine storage={storage} />}
          </div>
          <ol className={styles.list}>
            {rows.map((job) => (
              <JobCard
                key={job.id}
                job={job}
                named={job.id === named}
                leaving={leaving.has(job.id)}
                onCancel={() => list.cancel(job)}
                onDelete={() => list.remove(job)}
                onUndo={() => list.undo(job)}
              />
            ))}
          </ol>
          {next === null ? null : <Button onClick={list.more}>{jobsText.more}</Button>}
        </>
      )}
    </>
  );
}
