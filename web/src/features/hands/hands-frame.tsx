/**
 * What stands on every screen of hands: the tabs, the way to import, the import that runs, and the whole page as a place
 * to drop files.
 */
import { Modal } from '@mantine/core';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { type DragEvent, type ReactElement, useState } from 'react';
import { text } from '../../text/en.ts';
import { handsText } from '../../text/hands.ts';
import { Button } from '../../ui/button.tsx';
import styles from './hands.module.css';
import { droppedFiles } from './import/given-files.ts';
import { ImportBar } from './import/import-bar.tsx';
import { ImportPanel } from './import/import-panel.tsx';
import { startImport } from './import/import-store.ts';

const TABS = [
  { to: '/hands', words: handsText.list },
  { to: '/hands/statistics', words: handsText.statistics },
  { to: '/hands/review', words: handsText.review },
] as const;

export function HandsFrame(): ReactElement {
  const [opened, setOpened] = useState(false);
  const [over, setOver] = useState(false);
  const filter = useRouterState({ select: ({ location }) => (location.search as { f?: string }).f });
  const isTab = useRouterState({ select: ({ location }) => TABS.some(({ to }) => to === location.pathname) });
  const onDrag = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const onDrop = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(false);
    setOpened(false);
    void droppedFiles(event.dataTransfer).then(startImport);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files may be dropped anywhere; buttons do the same
    <div
      className={styles.room}
      onDragOver={onDrag}
      onDragLeave={(event) => {
        if (event.currentTarget === event.target || event.relatedTarget === null) setOver(false);
      }}
      onDrop={onDrop}
    >
      <main id="main" tabIndex={-1} className={styles.page}>
        <div className={styles.head}>
          <h1>{handsText.title}</h1>
          <nav aria-label={handsText.tabs} className={styles.tabs}>
            {TABS.map(({ to, words }) => (
              <Link
                key={to}
                to={to}
                search={filter === undefined ? {} : { f: filter }}
                activeOptions={{ exact: true, includeSearch: false }}
                className={styles.tab}
              >
                {words}
              </Link>
            ))}
          </nav>
          <Button icon="upload" onClick={() => setOpened(true)}>
            {handsText.import.open}
          </Button>
        </div>
        <ImportBar quiet={!isTab} />
        <Outlet />
      </main>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={handsText.import.title}
        size="44rem"
        centered
        // Locking the scroll would add a style element, which the content policy forbids.
        lockScroll={false}
        closeButtonProps={{ 'aria-label': text.help.close }}
        classNames={{
          content: styles.dialog,
          header: styles.dialogHeader,
          title: styles.dialogTitle,
          close: styles.dialogClose,
        }}
      >
        <ImportPanel onStarted={() => setOpened(false)} />
      </Modal>
      {over ? <div className={styles.drop}>{handsText.import.drop}</div> : null}
    </div>
  );
}
