/** What a solve came to, and its file: to keep, or to open in Study. */
import { ROUTES, type SolveFigures } from '@ploscope/contracts';
import { useRouter } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { api } from '../../lib/api/page-api.ts';
import { download } from '../../lib/download.ts';
import { formatBytes } from '../../lib/format-bytes.ts';
import { formatCount, formatPct, formatTime } from '../../lib/format-number.ts';
import { handOverSolve } from '../../lib/handed-solve.ts';
import { jobsText } from '../../text/jobs.ts';
import { Button } from '../../ui/button.tsx';
import { Figure } from './figure.tsx';
import styles from './jobs.module.css';

export function SolveResult({ id, figures }: { id: string; figures: SolveFigures }): ReactElement {
  const router = useRouter();
  const [fetching, setFetching] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const name = jobsText.file(id);
  const fetchFile = async (then: (file: Blob) => void): Promise<void> => {
    if (fetching) return;
    setFetching(true);
    setFailure(null);
    const answer = await api.file(ROUTES.solveFile, { params: { id } });
    if (answer.ok) {
      // The connection may break while it is read.
      await answer.value.blob().then(then, () => setFailure(jobsText.broken));
    } else setFailure(answer.error.message);
    setFetching(false);
  };
  const open = (file: Blob): void => {
    handOverSolve({ file, name });
    void router.navigate({ to: '/study/solve' });
  };
  const [oop, ip] = figures.ev;
  return (
    <>
      <dl className={styles.figures}>
        <Figure name={jobsText.exploitability} value={`${formatPct(figures.exploitability)}${jobsText.ofPot}`} />
        <Figure name={jobsText.ev} value={`${(oop ?? 0).toFixed(2)} · ${(ip ?? 0).toFixed(2)}`} />
        <Figure name={jobsText.iterations} value={formatCount(figures.iterations)} />
        <Figure name={jobsText.elapsed} value={formatTime(figures.elapsedMs)} />
        <Figure name={jobsText.size} value={formatBytes(figures.bytes)} />
      </dl>
      <div className={styles.buttons}>
        <Button look="primary" icon="tree" aria-disabled={fetching} onClick={() => void fetchFile(open)}>
          {jobsText.open}
        </Button>
        <Button icon="download" aria-disabled={fetching} onClick={() => void fetchFile((file) => download(file, name))}>
          {jobsText.download}
        </Button>
        <span className={styles.quiet} role="status">
          {fetching ? jobsText.opening : ''}
        </span>
      </div>
      {failure === null ? null : (
        <p className={styles.failure} role="alert">
          {failure}
        </p>
      )}
    </>
  );
}
