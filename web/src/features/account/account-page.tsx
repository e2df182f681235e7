/** The account: who one is, and everything about it that can be changed, seen, taken along or deleted. */
import { Link, Navigate } from '@tanstack/react-router';
import { type ReactElement, useEffect, useState } from 'react';
import { api } from '../../lib/api/page-api.ts';
import { pageSession, useWho } from '../../lib/api/who.ts';
import { useStore } from '../../lib/store.ts';
import { accountText } from '../../text/account.ts';
import { apiText } from '../../text/api.ts';
import { Button } from '../../ui/button.tsx';
import styles from './account.module.css';
import { DataCard } from './data-card.tsx';
import { EmailCard } from './email-card.tsx';
import { Note, Page } from './frame.tsx';
import { GuestCard } from './guest-card.tsx';
import { PasswordCard } from './password-card.tsx';
import { SessionsCard } from './sessions-card.tsx';
import { TokensCard } from './tokens-card.tsx';
import { TwoFactorCard } from './two-factor-card.tsx';

const words = accountText.page;

export function AccountPage(): ReactElement {
  const who = useWho();
  const unreachable = useStore(pageSession, (session) => session.unreachable);
  const [deleted, setDeleted] = useState(false);
  const [failure, setFailure] = useState('');
  // The link of a mail is opened elsewhere: coming back from there, the address is proved.
  useEffect(() => {
    const onVisible = (): void => {
      if (document.visibilityState === 'visible') void api.learn();
    };
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
  }, []);
  if (deleted) {
    return (
      <Page title={words.title} narrow>
        <Note words={accountText.data.deleted} tone="good" />
      </Page>
    );
  }
  if (who === 'unknown') return <p className="visually-hidden">{words.loading}</p>;
  if (who === 'nobody') {
    if (!unreachable) return <Navigate to="/account/sign-in" search={{ next: '/account' }} replace />;
    return (
      <Page title={words.title} narrow>
        <Note words={words.unreachable} tone="bad" />
        <div className={styles.buttons}>
          <Button look="primary" onClick={() => void api.wake()}>
            {apiText.tryAgain}
          </Button>
        </div>
      </Page>
    );
  }
  const signOut = async (): Promise<void> => {
    const answer = await api.signOut();
    if (!answer.ok) setFailure(answer.error.message);
  };
  return (
    <Page title={words.title}>
      <div className={styles.head}>
        <p className={styles.links}>
          <Link className={styles.link} to="/jobs">
            {words.jobs}
          </Link>
        </p>
        {/* A guest who signs out could never come back. */}
        {who.guest ? null : <Button onClick={() => void signOut()}>{words.signOut}</Button>}
      </div>
      <Note words={failure} tone="bad" />
      {who.guest ? (
        <GuestCard />
      ) : (
        <>
          <EmailCard player={who} />
          <PasswordCard player={who} />
          <TwoFactorCard player={who} />
        </>
      )}
      <SessionsCard />
      <TokensCard />
      <DataCard player={who} onDeleted={() => setDeleted(true)} />
    </Page>
  );
}
