/** A guest's account: what it is, and how to keep it. */
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { accountText } from '../../text/account.ts';
import styles from './account.module.css';
import { Card } from './frame.tsx';

const words = accountText.page;

export function GuestCard(): ReactElement {
  return (
    <Card title={words.guestTitle}>
      <p className={styles.quiet}>{words.guestNote}</p>
      <p className={styles.links}>
        <Link className={styles.link} to="/account/register" search={{ next: '/account' }}>
          {words.guestRegister}
        </Link>
      </p>
    </Card>
  );
}
