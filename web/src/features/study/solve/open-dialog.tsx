/** Opening a spot or a kept solve: pasted, chosen, or dropped anywhere on the page. What is wrong is said here. */
import { Modal } from '@mantine/core';
import { type ReactElement, useRef, useState } from 'react';
import { text } from '../../../text/en.ts';
import { solveText } from '../../../text/solve.ts';
import { Button } from '../../../ui/button.tsx';
import styles from './open-dialog.module.css';
import type { OpenFailure } from './use-opening.ts';

const words = solveText.open;

export interface OpenDialogProps {
  readonly opened: boolean;
  readonly failure: OpenFailure | null;
  readonly onClose: () => void;
  readonly onText: (written: string) => void;
  readonly onFile: (file: File) => void;
}

export function OpenDialog({ opened, failure, onClose, onText, onFile }: OpenDialogProps): ReactElement {
  const [written, setWritten] = useState('');
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={words.title}
      size="40rem"
      centered
      // Locking the scroll would add a style element, which the content policy forbids.
      lockScroll={false}
      closeButtonProps={{ 'aria-label': text.help.close }}
      classNames={{ content: styles.content, header: styles.header, title: styles.title, close: styles.close }}
    >
      <div className={styles.body}>
        <p className={styles.intro}>{words.intro}</p>
        <label className={styles.paste}>
          <span>{words.paste}</span>
          <textarea
            rows={9}
            value={written}
            placeholder={words.placeholder}
            spellCheck={false}
            aria-invalid={failure !== null}
            aria-describedby={failure === null ? undefined : 'open-failure'}
            data-autofocus
            onChange={(event) => setWritten(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onText(written);
            }}
          />
        </label>
        {failure === null ? null : (
          <p id="open-failure" className={styles.failure} role="alert">
            {failure.message} <span>{failure.hint}</span>
          </p>
        )}
        <div className={styles.foot}>
          <Button look="primary" onClick={() => onText(written)}>
            {words.take}
          </Button>
          <Button icon="folder" onClick={() => chooser.current?.click()}>
            {words.file}
          </Button>
          <input
            ref={chooser}
            type="file"
            accept=".json,.plos,application/json"
            className="visually-hidden"
            tabIndex={-1}
            aria-label={words.file}
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file !== undefined) onFile(file);
            }}
          />
        </div>
      </div>
    </Modal>
  );
}
