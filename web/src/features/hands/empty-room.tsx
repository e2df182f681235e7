/** Where there are no hands yet: what this room is for, and every way in. */
import type { ReactElement } from 'react';
import { handsText } from '../../text/hands.ts';
import styles from './hands.module.css';
import { ImportPanel } from './import/import-panel.tsx';

export function EmptyRoom(): ReactElement {
  return (
    <section className={`${styles.empty} ${styles.wide}`} aria-label={handsText.emptyTitle}>
      <h2>{handsText.emptyTitle}</h2>
      <p className={styles.quiet}>{handsText.emptyIntro}</p>
      <ImportPanel open />
    </section>
  );
}
