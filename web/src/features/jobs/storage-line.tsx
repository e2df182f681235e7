/** How much of one's room on the server the jobs take: a few words, a bar once it is half full, advice when nearly. */
import type { JobStorage } from '@ploscope/contracts';
import type { ReactElement } from 'react';
import { formatBytes } from '../../lib/format-bytes.ts';
import { jobsText } from '../../text/jobs.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import styles from './jobs.module.css';

const HALF = 0.5;
const NEARLY = 0.9;

export function StorageLine({ storage: { bytes, limit } }: { storage: JobStorage }): ReactElement {
  const share = Math.min(1, bytes / Math.max(1, limit));
  return (
    <div className={styles.storage} data-nearly={share >= NEARLY}>
      <p>
        {jobsText.stored(formatBytes(bytes), formatBytes(limit))}
        {share >= NEARLY ? ` · ${jobsText.nearlyFull}` : ''}
      </p>
      {share >= HALF ? <ProgressBar label={jobsText.storage} value={share} /> : null}
    </div>
  );
}
