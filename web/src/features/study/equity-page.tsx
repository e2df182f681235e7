/** Study → Equity: sets the study going and lays it out. */
import { lazy, type ReactElement, Suspense, useEffect, useState } from 'react';
import { text } from '../../text/en.ts';
import { AnswerPanel } from './answer/answer-panel.tsx';
import { Summary } from './answer/summary.tsx';
import type { StudyController } from './controller.ts';
import { startStudy } from './controller.ts';
import { SpotEditor } from './editor/spot-editor.tsx';
import styles from './equity-page.module.css';
import { useShortcuts } from './shortcuts.ts';
import { keepDraft, openDraft, spotOfHash } from './spot/address.ts';
import { rememberedPrecision, rememberPrecision } from './spot/precision.ts';
import { draftOf } from './state.ts';
import { StudyProvider, useStudy } from './study-context.tsx';
import { Toolbar } from './toolbar.tsx';
import { useCopying } from './use-copying.ts';
import { openWorkerRooms } from './work/rooms.ts';

const HelpDialog = lazy(() => import('./help-dialog.tsx').then((module) => ({ default: module.HelpDialog })));

const memory = (): Storage | null => {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
};

export function EquityPage(): ReactElement | null {
  const [opened, setOpened] = useState<{ study: StudyController; brokenLink: string | null } | null>(null);
  // Opened in an effect and not in render: Workers are started, and strict mode renders twice.
  useEffect(() => {
    document.title = text.app.titleOf(text.app.equity);
    const { draft, brokenLink } = openDraft(window.location.hash, memory());
    const study = startStudy({
      draft,
      precision: rememberedPrecision(memory()),
      openRooms: openWorkerRooms,
      onPrecision: (precision) => rememberPrecision(memory(), precision),
      onDraft: (next) => keepDraft(next, window, memory()),
    });
    keepDraft(draft, window, memory());
    setOpened({ study, brokenLink });
    return () => study.close();
  }, []);
  if (opened === null) return null;
  return (
    <StudyProvider study={opened.study}>
      <Room brokenLink={opened.brokenLink} />
    </StudyProvider>
  );
}

function Room({ brokenLink }: { brokenLink: string | null }): ReactElement {
  const { study, notice, say } = useStudy();
  // Null until it is first opened: its code is loaded only then.
  const [help, setHelp] = useState<boolean | null>(null);
  const { copyLink, copyText } = useCopying();
  useShortcuts({ copyLink, copyText, openHelp: () => setHelp(true), asleep: help === true });
  useEffect(() => {
    if (brokenLink !== null) say(text.brokenLink(brokenLink));
  }, [brokenLink, say]);
  // Another link opened in this tab changes the fragment only.
  useEffect(() => {
    const onHash = (): void => {
      const linked = spotOfHash(window.location.hash);
      if (linked?.ok) study.openSpot(linked.value);
      else if (linked) {
        say(text.brokenLink(linked.error.message));
        keepDraft(draftOf(study.store.get()), window, memory());
      }
    };
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, [study, say]);
  return (
    <main id="main" tabIndex={-1} className={styles.page}>
      <h1 className="visually-hidden">{text.app.titleOf(text.app.equity)}</h1>
      <Toolbar onCopyLink={copyLink} onCopyText={copyText} onHelp={() => setHelp(true)} />
      <div className={styles.columns}>
        <SpotEditor />
        <div className={styles.answer}>
          <AnswerPanel />
        </div>
      </div>
      <Summary />
      <Notice words={notice} onGone={() => say('')} />
      {help === null ? null : (
        <Suspense>
          <HelpDialog opened={help} onClose={() => setHelp(false)} />
        </Suspense>
      )}
    </main>
  );
}

const NOTICE_MS = 4_000;

function Notice({ words, onGone }: { words: string; onGone: () => void }): ReactElement {
  useEffect(() => {
    if (words === '') return;
    const timer = setTimeout(onGone, NOTICE_MS);
    return () => clearTimeout(timer);
  });
  return (
    <div className={styles.notice} role="status" data-shown={words !== ''}>
      {words}
    </div>
  );
}
