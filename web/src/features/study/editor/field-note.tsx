/** The line under a field: the mistake with its place and what would be right, or advice. Heard when it changes. */
import type { ReactElement } from 'react';
import { text } from '../../../text/en.ts';
import styles from './editor.module.css';
import type { FieldReport } from './field-report.ts';

export function FieldNote({ id, report }: { id: string; report: FieldReport }): ReactElement {
  const { error, hints } = report;
  return (
    <div id={id} className={styles.notes} aria-live="polite">
      {error ? (
        <p className={styles.error}>
          <span className="visually-hidden">{text.spot.at(error.at + 1)}</span>
          {error.message} {error.hint ? <span className={styles.remedy}>{error.hint}</span> : null}
        </p>
      ) : (
        hints.map((hint) => (
          <p key={`${hint.code} ${hint.at}`} className={styles.advice}>
            {hint.message} {hint.hint}
          </p>
        ))
      )}
    </div>
  );
}
