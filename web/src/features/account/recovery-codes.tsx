/** The recovery codes, shown this once: to copy, to download, to put away. */
import { type ReactElement, useState } from 'react';
import { download } from '../../lib/download.ts';
import { accountText } from '../../text/account.ts';
import { Button } from '../../ui/button.tsx';
import styles from './account.module.css';
import { Note } from './frame.tsx';

const words = accountText.twoFactor;

export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }): ReactElement {
  const [said, setSaid] = useState('');
  const written = `${codes.join('\n')}\n`;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(written);
      setSaid(words.copied);
    } catch {
      setSaid(words.copyFailed);
    }
  };
  return (
    <div className={styles.side}>
      <p className={styles.quiet}>{words.recoveryNote}</p>
      <ul className={styles.codes} aria-label={words.recovery} data-testid="recovery-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button icon="copy" onClick={() => void copy()}>
          {words.copy}
        </Button>
        <Button icon="download" onClick={() => download(new Blob([written], { type: 'text/plain' }), words.file)}>
          {words.download}
        </Button>
        <Button look="primary" icon="check" onClick={onKept}>
          {words.kept}
        </Button>
      </div>
      <Note words={said} />
    </div>
  );
}
