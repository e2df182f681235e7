/** What needs hands of somebody: shown to whoever is signed in, a guest too; everybody else is shown how to begin. */
import type { ReactElement, ReactNode } from 'react';
import { api } from '../../lib/api/page-api.ts';
import { pageSession, useWho } from '../../lib/api/who.ts';
import { useStore } from '../../lib/store.ts';
import { apiText } from '../../text/api.ts';
import { handsText } from '../../text/hands.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyRoom } from './empty-room.tsx';
import styles from './hands.module.css';

export function WhoGate({ children }: { children: ReactNode }): ReactElement {
  const who = useWho();
  const unreachable = useStore(pageSession, (session) => session.unreachable);
  if (who === 'unknown') return <p className={styles.quiet}>{handsText.loading}</p>;
  if (who !== 'nobody') return <div key={who.id}>{children}</div>;
  if (!unreachable) return <EmptyRoom />;
  return (
    <div className={styles.empty} role="status">
      <p>{`${apiText.offline.message} ${apiText.offline.hint}`}</p>
      <Button onClick={() => void api.wake()}>{apiText.tryAgain}</Button>
    </div>
  );
}
