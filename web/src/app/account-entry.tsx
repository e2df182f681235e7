/**
 * Who is signed in, in the corner: a way to sign in, or the initial with a menu. The menu's code is loaded for who is
 * signed in; everybody else is asked nothing and loads nothing.
 */
import { Link } from '@tanstack/react-router';
import { lazy, type ReactElement, Suspense, useEffect } from 'react';
import { wakeSession } from '../lib/api/wake.ts';
import { useWho } from '../lib/api/who.ts';
import { text } from '../text/en.ts';
import { Icon } from '../ui/icons.tsx';
import styles from './shell.module.css';

const AccountMenu = lazy(() => import('./account-menu.tsx').then((module) => ({ default: module.AccountMenu })));

export function AccountEntry(): ReactElement {
  const who = useWho();
  useEffect(() => void wakeSession(), []);
  const room = <span className={styles.initial} aria-hidden="true" />;
  if (who === 'unknown') return room;
  if (who === 'nobody') {
    return (
      <Link to="/account/sign-in" className={styles.signIn}>
        <Icon name="person" />
        <span>{text.app.signIn}</span>
      </Link>
    );
  }
  return (
    <Suspense fallback={room}>
      <AccountMenu player={who} />
    </Suspense>
  );
}
