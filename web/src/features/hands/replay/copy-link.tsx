/** Copies the address, which names the hand and the moment. */
import { type ReactElement, useState } from 'react';
import { handsText } from '../../../text/hands.ts';
import { Button } from '../../../ui/button.tsx';
import styles from './replay.module.css';

const words = handsText.replay;

export function CopyLink(): ReactElement {
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    const done = navigator.clipboard?.writeText(window.location.href);
    setSaid(
      await Promise.resolve(done ?? Promise.reject(new Error())).then(
        () => words.linkCopied,
        () => words.copyFailed,
      ),
    );
  };
  return (
    <>
      <span className={styles.quiet} role="status">
        {said}
      </span>
      <Button icon="link" shrinks onClick={() => void copy()}>
        {words.copyLink}
      </Button>
    </>
  );
}
