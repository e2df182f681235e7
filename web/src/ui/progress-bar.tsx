/** How far something is, as a thin bar. Without a value it moves, and does not say how far. */
import type { ReactElement } from 'react';
import styles from './progress-bar.module.css';

export interface ProgressBarProps {
  /** For who cannot see it. */
  readonly label: string;
  /** 0…1; null where nobody knows. */
  readonly value: number | null;
  /** Its place in what is around it. */
  readonly className?: string | undefined;
}

export function ProgressBar({ label, value, className }: ProgressBarProps): ReactElement {
  const classes = [styles.bar, className].filter(Boolean).join(' ');
  return <progress className={classes} max={1} value={value ?? undefined} aria-label={label} />;
}
