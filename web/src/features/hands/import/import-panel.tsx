/** The ways in: files, a folder, text, a sample; and where each site keeps its histories. */
import { useRouter } from '@tanstack/react-router';
import { type ReactElement, useRef, useState } from 'react';
import { handsText } from '../../../text/hands.ts';
import { Button } from '../../../ui/button.tsx';
import { handOverText } from '../replay/handed-text.ts';
import { chosenFiles, pastedFile } from './given-files.ts';
import styles from './import.module.css';
import { startImport } from './import-store.ts';

const words = handsText.import;

/** What browsers know of choosing folders and React does not. */
const FOLDER = { webkitdirectory: '' } as Record<string, string>;

export interface ImportPanelProps {
  /** There is room to say from the start where hands are found. */
  readonly open?: boolean;
  readonly onStarted?: () => void;
}

export function ImportPanel({ open = false, onStarted }: ImportPanelProps): ReactElement {
  const router = useRouter();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [written, setWritten] = useState('');
  const start = (given: ReturnType<typeof chosenFiles>): void => {
    void startImport(given);
    onStarted?.();
  };
  const sample = async (): Promise<void> => {
    const { sampleFiles } = await import('./sample-hands.ts');
    start(sampleFiles());
  };
  const onChosen = (input: HTMLInputElement): void => {
    const given = chosenFiles(input.files ?? new DataTransfer().files);
    input.value = '';
    if (given.length > 0) start(given);
  };
  return (
    <div className={styles.panel} data-open={open}>
      <div className={styles.in}>
        <p className={styles.intro}>{words.intro}</p>
        <div className={styles.ways}>
          <Button look="primary" icon="folder" onClick={() => folder.current?.click()}>
            {words.folder}
          </Button>
          <Button icon="upload" onClick={() => files.current?.click()}>
            {words.files}
          </Button>
          <Button icon="cards" onClick={() => void sample()}>
            {words.sample}
          </Button>
          <input
            ref={folder}
            {...FOLDER}
            type="file"
            multiple
            className="visually-hidden"
            tabIndex={-1}
            aria-label={words.folder}
            data-testid="choose-folder"
            onChange={(event) => onChosen(event.currentTarget)}
          />
          <input
            ref={files}
            type="file"
            multiple
            className="visually-hidden"
            tabIndex={-1}
            aria-label={words.files}
            data-testid="choose-files"
            onChange={(event) => onChosen(event.currentTarget)}
          />
        </div>
        <label className={styles.paste}>
          <span>{words.paste}</span>
          <textarea
            rows={5}
            value={written}
            placeholder={words.pastePlaceholder}
            aria-label={words.pasteLabel}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => setWritten(event.target.value)}
          />
        </label>
        <div className={styles.ways}>
          <Button disabled={written.trim() === ''} onClick={() => start([pastedFile(written, words.pasted)])}>
            {words.take}
          </Button>
          <Button
            look="quiet"
            icon="play"
            disabled={written.trim() === ''}
            onClick={() => {
              handOverText(written);
              void router.navigate({ to: '/hands/replay' });
            }}
          >
            {words.justReplay}
          </Button>
        </div>
      </div>
      <details className={styles.where} open={open}>
        <summary>{words.where}</summary>
        <p>{words.whereIntro}</p>
        <dl>
          {words.places.map(({ site, how }) => (
            <div key={site}>
              <dt>{site}</dt>
              <dd>{how}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}
