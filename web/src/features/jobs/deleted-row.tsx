/** In place of a job that was deleted a moment ago: what it was, and the way back. */
import { type ReactElement, useEffect, useRef } from 'react';
import { jobsText } from '../../text/jobs.ts';
import { Button } from '../../ui/button.tsx';
import styles from './jobs.module.css';

export function DeletedRow({ name, onUndo }: { name: string; onUndo: () => void }): ReactElement {
  const undo = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone: who goes by the keyboard stays in the list.
  useEffect(() => undo.current?.focus({ preventScroll: true }), []);
  return (
    <div className={styles.deleted}>
      <p role="status">
        <span>{jobsText.deleted}</span> {name}
      </p>
      <Button ref={undo} icon="undo" aria-label={jobsText.undoOf(name)} onClick={onUndo}>
        {jobsText.undo}
      </Button>
    </div>
  );
}
