/** The menu of who is signed in: account, jobs, out. */
import { Menu } from '@mantine/core';
import type { Player } from '@ploscope/contracts';
import { Link, useRouter } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { api } from '../lib/api/page-api.ts';
import { text } from '../text/en.ts';
import { Icon } from '../ui/icons.tsx';
import styles from './shell.module.css';

const words = text.app;

export function AccountMenu({ player }: { player: Player }): ReactElement {
  const router = useRouter();
  const name = player.email ?? words.guest;
  const signOut = async (): Promise<void> => {
    const answer = await api.signOut();
    // The account page says why it did not work.
    if (!answer.ok) await router.navigate({ to: '/account' });
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <button type="button" className={styles.initial} aria-label={words.accountOf(name)}>
          <span aria-hidden="true">{player.email === null ? <Icon name="person" size={16} /> : initialOf(name)}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu}>
        <Menu.Item className={styles.item} component={Link} to="/account">
          <span>{words.account}</span>
          <small>{name}</small>
        </Menu.Item>
        <Menu.Item className={styles.item} component={Link} to="/jobs">
          {words.jobs}
        </Menu.Item>
        {player.guest ? (
          <Menu.Item className={styles.item} component={Link} to="/account/register">
            {words.register}
          </Menu.Item>
        ) : (
          <Menu.Item className={styles.item} onClick={() => void signOut()}>
            {words.signOut}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function initialOf(email: string): string {
  return (email[0] ?? '').toUpperCase();
}
