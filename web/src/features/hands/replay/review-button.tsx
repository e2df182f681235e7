/** Queues every street of this hand that can be solved. Reviews are for accounts: a guest is led to registering. */
import { ROUTES } from '@ploscope/contracts';
import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { newKey } from '../../../lib/api/new-key.ts';
import { api } from '../../../lib/api/page-api.ts';
import { usePlayer } from '../../../lib/api/who.ts';
import { handsText } from '../../../text/hands.ts';
import { Button } from '../../../ui/button.tsx';
import { queuedWords } from '../review/queued-words.ts';
import styles from './replay.module.css';

const words = handsText.replay;

export function ReviewButton({ id, onQueued }: { id: string; onQueued: () => void }): ReactElement {
  const player = usePlayer();
  const navigate = useNavigate();
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const start = async (): Promise<void> => {
    if (busy) return;
    if (player === null || player.guest) {
      await navigate({ to: '/account/register', search: { next: window.location.pathname } });
      return;
    }
    setBusy(true);
    const body = { hands: [id], streets: ['flop', 'turn', 'river'] as ('flop' | 'turn' | 'river')[] };
    const answer = await api.call(ROUTES.reviewHands, { body, idempotencyKey: newKey() });
    setSaid(answer.ok ? queuedWords(answer.value) : answer.error.message);
    setBusy(false);
    if (answer.ok) onQueued();
  };
  return (
    <>
      <span className={styles.quiet} role="status">
        {said}
      </span>
      <Button icon="tree" aria-disabled={busy} onClick={() => void start()}>
        {words.review}
      </Button>
    </>
  );
}
