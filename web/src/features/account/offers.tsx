/** What this server offers: Google, and a mailbox where mails stay on this machine. */
import { ROUTES } from '@ploscope/contracts';
import { type ReactElement, useState } from 'react';
import { api } from '../../lib/api/page-api.ts';
import { useAnswer } from '../../lib/api/use-answer.ts';
import { accountText } from '../../text/account.ts';
import { Button } from '../../ui/button.tsx';
import styles from './account.module.css';
import { Note } from './frame.tsx';

export function MailboxLink(): ReactElement | null {
  const { value } = useAnswer(ROUTES.signInOffers);
  if (!value?.mailbox) return null;
  return (
    <p className={styles.quiet}>
      {accountText.mailbox}{' '}
      <a className={styles.link} href="/api/mailbox" target="_blank" rel="noreferrer">
        {accountText.mailboxLink}
      </a>
    </p>
  );
}

export function GoogleButton(): ReactElement | null {
  const { value } = useAnswer(ROUTES.signInOffers);
  const [failure, setFailure] = useState('');
  if (!value?.google) return null;
  const begin = async (): Promise<void> => {
    const answer = await api.call(ROUTES.beginGoogle, {});
    if (!answer.ok) {
      setFailure(answer.error.message);
      return;
    }
    window.location.assign(answer.value.url);
  };
  return (
    <>
      <p className={styles.or}>{accountText.signIn.or}</p>
      <Button onClick={() => void begin()}>{accountText.signIn.google}</Button>
      <Note words={failure} tone="bad" />
    </>
  );
}
