/** The import that runs, or the last one: how far, how fast, what came of it, and what did not work. */
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { usePlayer } from '../../../lib/api/who.ts';
import { formatCount, formatTime } from '../../../lib/format-number.ts';
import { useStore } from '../../../lib/store.ts';
import { handsText } from '../../../text/hands.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { ErrorReport } from './error-report.tsx';
import styles from './import.module.css';
import { cancelImport, dismissImport, type Importing, importing, isRunning, togglePause } from './import-store.ts';

const words = handsText.import;

/** `quiet`: shows only what still runs. */
export function ImportBar({ quiet }: { quiet: boolean }): ReactElement | null {
  const state = useStore(importing, (now) => now);
  const player = usePlayer();
  if (state.phase === 'none' || (quiet && !isRunning(state))) return null;
  const { progress, phase, files, bytes, elapsedMs, error } = state;
  const running = isRunning(state);
  const read = progress.hands + progress.duplicates + progress.errors;
  const rate = elapsedMs > 0 ? read / (elapsedMs / 1000) : 0;
  return (
    <section className={styles.bar} aria-label={words.title} data-phase={phase}>
      <div className={styles.barHead}>
        <h2 role="status">{titleOf(state)}</h2>
        <dl className={styles.counts}>
          {(['hands', 'duplicates', 'errors'] as const).map((count) => (
            <div key={count} className={styles.count}>
              <dt>{words.counts[count]}</dt>
              <dd>{formatCount(progress[count])}</dd>
            </div>
          ))}
        </dl>
        <p className={styles.facts}>
          {[
            words.fileCount(formatCount(progress.filesDone), formatCount(files)),
            words.perSecond(formatCount(rate)),
            words.took(formatTime(elapsedMs)),
          ].join(' · ')}
        </p>
        {running ? (
          <span className={styles.barTools}>
            <Button icon={phase === 'paused' ? 'play' : 'pause'} onClick={togglePause}>
              {phase === 'paused' ? words.resume : words.pause}
            </Button>
            <Button icon="close" onClick={cancelImport}>
              {words.cancel}
            </Button>
          </span>
        ) : (
          <IconButton icon="close" label={words.dismiss} onClick={dismissImport} />
        )}
      </div>
      {running ? <ProgressBar label={words.progress} value={bytes === 0 ? null : progress.bytesRead / bytes} /> : null}
      {error === null ? null : (
        <p className={styles.failure} role="alert">
          {[error.message, error.hint, progress.hands > 0 ? words.keptBefore : null].filter(Boolean).join(' ')}
        </p>
      )}
      {phase === 'crashed' ? (
        <p className={styles.failure} role="alert">
          {words.crash}
        </p>
      ) : null}
      {phase === 'done' && read === 0 ? <p className={styles.facts}>{words.nothing}</p> : null}
      {player?.guest ? (
        <p className={styles.facts}>
          {words.guest}{' '}
          <Link className={styles.link} to="/account/register" search={{ next: '/hands' }}>
            {words.guestLink}
          </Link>
        </p>
      ) : null}
      {progress.errors === 0 ? null : <ErrorReport progress={progress} rows={state.rows} />}
    </section>
  );
}

function titleOf({ phase, progress }: Importing): string {
  if (phase === 'running') return progress.waiting ? words.waiting : words.running;
  if (phase === 'crashed' || phase === 'none') return words.failed;
  return words[phase];
}
