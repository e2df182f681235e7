/** What stands on every page: the mark, the rooms, who is signed in, the colour switch. */
import { useMantineColorScheme } from '@mantine/core';
import { Link, Outlet } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { text } from '../text/en.ts';
import { IconButton } from '../ui/button.tsx';
import { Mark } from '../ui/mark.tsx';
import { AccountEntry } from './account-entry.tsx';
import styles from './shell.module.css';

export function Shell(): ReactElement {
  return (
    <>
      <button type="button" className={styles.skip} onClick={skipToMain}>
        {text.app.skip}
      </button>
      <header className={styles.header}>
        <div className={styles.inner}>
          <Link to="/study/equity" className={styles.brand} aria-label={text.app.name}>
            <Mark />
            <span>
              PLO<b>Scope</b>
            </span>
          </Link>
          <nav aria-label={text.app.nav} className={styles.nav}>
            <span className={styles.room}>{text.app.study}</span>
            <Link to="/study/equity" className={styles.screen}>
              {text.app.equity}
            </Link>
            <Link to="/study/solve" className={styles.screen}>
              {text.app.solve}
            </Link>
            <Link to="/hands" className={styles.screen} data-room="true">
              {text.app.hands}
            </Link>
          </nav>
          <div className={styles.end}>
            <AccountEntry />
            <SchemeSwitch />
          </div>
        </div>
      </header>
      <Outlet />
    </>
  );
}

/** No link to `#main`: the fragment holds the spot. */
function skipToMain(): void {
  const main = document.getElementById('main');
  main?.focus();
  main?.scrollIntoView();
}

const ORDER = ['auto', 'light', 'dark'] as const;
const ICONS = { auto: 'auto', light: 'sun', dark: 'moon' } as const;

function SchemeSwitch(): ReactElement {
  // Holding transitions back would add a style element, which the content policy forbids.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const next = ORDER[(ORDER.indexOf(colorScheme) + 1) % ORDER.length] ?? 'auto';
  return (
    <IconButton
      icon={ICONS[colorScheme]}
      label={text.app.schemeNext(text.app.scheme[colorScheme])}
      onClick={() => setColorScheme(next)}
    />
  );
}
