/** The text the hand was read from, fetched when it is first asked for. */
import { ROUTES } from '@ploscope/contracts';
import { type ReactElement, useState } from 'react';
import { api } from '../../../lib/api/page-api.ts';
import { handsText } from '../../../text/hands.ts';
import styles from './replay.module.css';

const words = handsText.replay;

export function SourceText({ id }: { id: string }): ReactElement {
  const [source, setSource] = useState<string | null>(null);
  const load = async (): Promise<void> => {
    if (source !== null) return;
    setSource('');
    const answer = await api.file(ROUTES.handSource, { params: { id } });
    setSource(answer.ok ? await answer.value.text().catch(() => words.sourceFailed) : words.sourceFailed);
  };
  return (
    <details className={styles.sourceBox} onToggle={(event) => event.currentTarget.open && void load()}>
      <summary>{words.source}</summary>
      <pre className={styles.source} data-testid="source">
        {source}
      </pre>
    </details>
  );
}
