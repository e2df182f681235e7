/** Study → Solve: sets the study going and lays it out. */
import { type DragEvent, lazy, type ReactElement, Suspense, useEffect, useState } from 'react';
import { takeHandedSolve } from '../../../lib/handed-solve.ts';
import { text } from '../../../text/en.ts';
import { solveText } from '../../../text/solve.ts';
import type { SolveController } from './controller.ts';
import { startSolveStudy } from './controller.ts';
import { SolveEditor } from './editor/solve-editor.tsx';
import { deviceGigabytes, limitsOf } from './memory-limits.ts';
import { RunPanel } from './run/run-panel.tsx';
import { rememberedSettings, rememberSettings } from './settings.ts';
import { SolveProvider, useSolve, useSolveState } from './solve-context.tsx';
import styles from './solve-page.module.css';
import { keepDraft, openAddress, spotOfHash, wordsOf } from './spot/address.ts';
import { toDraft } from './spot/open-document.ts';
import { draftOf } from './state.ts';
import { stayAwake } from './stay-awake.ts';
import { ToolsBar } from './tools-bar.tsx';
import { useOpening } from './use-opening.ts';
import { useSolveKeys } from './use-solve-keys.ts';
import { openSolveRooms } from './work/solve-rooms.ts';

const StrategyPanel = lazy(() =>
  import('./strategy/strategy-panel.tsx').then((module) => ({ default: module.StrategyPanel })),
);
const OpenDialog = lazy(() => import('./open-dialog.tsx').then((module) => ({ default: module.OpenDialog })));

const memory = (): Storage | null => {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
};

export function SolvePage(): ReactElement | null {
  const [opened, setOpened] = useState<{ study: SolveController; brokenLink: string | null } | null>(null);
  // Opened in an effect and not in render: Workers are started, and strict mode renders twice.
  useEffect(() => {
    document.title = text.app.titleOf(solveText.title);
    const { draft, brokenLink } = openAddress(window.location.hash, memory());
    const limits = limitsOf(deviceGigabytes(navigator));
    const study = startSolveStudy({
      draft,
      settings: rememberedSettings(memory(), limits),
      limits,
      openRooms: openSolveRooms,
      onDraft: (next) => keepDraft(next, window, memory()),
      onSettings: (settings) => rememberSettings(memory(), settings),
      stayAwake: () => stayAwake(navigator),
    });
    keepDraft(draft, window, memory());
    setOpened({ study, brokenLink });
    return () => study.close();
  }, []);
  if (opened === null) return null;
  return (
    <SolveProvider study={opened.study}>
      <Room brokenLink={opened.brokenLink} />
    </SolveProvider>
  );
}

function Room({ brokenLink }: { brokenLink: string | null }): ReactElement {
  const { study, notice, say } = useSolve();
  const seen = useSolveState((state) => state.sight !== null);
  const opening = useOpening();
  const [dropping, setDropping] = useState(false);
  useSolveKeys(opening.shown === true);
  useEffect(() => {
    if (brokenLink !== null) say(solveText.open.brokenLink(brokenLink));
  }, [brokenLink, say]);
  // Handed over by another screen, once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `takeFile` is made anew in each render
  useEffect(() => {
    const solve = takeHandedSolve();
    if (solve !== null) opening.takeFile(new File([solve.file], solve.name));
  }, [study]);
  // Another link opened in this tab changes the fragment only.
  useEffect(() => {
    const onHash = (): void => {
      const linked = spotOfHash(window.location.hash);
      if (linked?.ok) study.openDraft(toDraft({ ...linked.value }));
      else if (linked) {
        say(solveText.open.brokenLink(wordsOf(linked.error)));
        keepDraft(draftOf(study.store.get()), window, memory());
      }
    };
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, [study, say]);
  const holdsFile = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');
  return (
    <main
      id="main"
      tabIndex={-1}
      className={styles.page}
      onDragOver={(event) => {
        if (!holdsFile(event)) return;
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={(event) => {
        if (event.currentTarget === event.target) setDropping(false);
      }}
      onDrop={(event) => {
        const file = event.dataTransfer.files[0];
        setDropping(false);
        if (file === undefined) return;
        event.preventDefault();
        opening.takeFile(file);
      }}
    >
      <h1 className="visually-hidden">{text.app.titleOf(solveText.title)}</h1>
      <ToolsBar onOpen={opening.show} />
      <div className={styles.columns}>
        <SolveEditor />
        <div className={styles.answer}>
          <RunPanel />
          {seen ? (
            <Suspense>
              <StrategyPanel />
            </Suspense>
          ) : null}
        </div>
      </div>
      <div className={styles.drop} data-shown={dropping} aria-hidden="true">
        {solveText.open.drop}
      </div>
      <Notice words={notice} onGone={() => say('')} />
      {opening.shown === null ? null : (
        <Suspense>
          <OpenDialog
            opened={opening.shown}
            failure={opening.failure}
            onClose={opening.hide}
            onText={opening.takeText}
            onFile={opening.takeFile}
          />
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
