/** Opening what was pasted, chosen or dropped: a spot document becomes the draft, a kept solve is shown. */
import { useState } from 'react';
import { solveText } from '../../../text/solve.ts';
import { useSolve } from './solve-context.tsx';
import { openText } from './spot/open-document.ts';

export interface OpenFailure {
  readonly message: string;
  readonly hint: string | null;
}

export interface Opening {
  /** Null until the dialog is first opened: its code is loaded only then. */
  readonly shown: boolean | null;
  readonly failure: OpenFailure | null;
  readonly show: () => void;
  readonly hide: () => void;
  readonly takeText: (written: string) => void;
  readonly takeFile: (file: File) => void;
}

/** Files that begin like this are solves, whatever they are called. */
const SOLVE_MAGIC = 'PLOSOLVE';
/** Far above any spot; a file that is larger and no solve is something else. */
const MOST_SPOT_BYTES = 5_000_000;

export function useOpening(): Opening {
  const { study, setDeck, say } = useSolve();
  const [shown, setShown] = useState<boolean | null>(null);
  const [failure, setFailure] = useState<OpenFailure | null>(null);

  const fail = (next: OpenFailure): void => {
    setFailure(next);
    setShown(true);
  };
  const done = (said: string): void => {
    setFailure(null);
    setShown((now) => (now === null ? null : false));
    say(said);
  };
  const take = (written: string, said: string): void => {
    const opened = openText(written);
    if (!opened.ok) {
      fail(opened);
      return;
    }
    setDeck(null);
    study.openDraft(opened.draft);
    done(said);
  };
  const takeFile = async (file: File): Promise<void> => {
    try {
      const start = await file.slice(0, SOLVE_MAGIC.length).text();
      if (start === SOLVE_MAGIC || file.name.endsWith('.plos')) {
        const refusal = await study.computing.openFile(file);
        if (refusal === null) done(solveText.open.opened(file.name));
        else fail(refusal);
      } else if (file.size > MOST_SPOT_BYTES) fail({ message: solveText.open.tooLong, hint: solveText.open.emptyHint });
      else take(await file.text(), solveText.open.opened(file.name));
    } catch {
      fail({ message: solveText.open.unreadable, hint: null });
    }
  };
  return {
    shown,
    failure,
    show: () => {
      setFailure(null);
      setShown(true);
    },
    hide: () => setShown(false),
    takeText: (written) => take(written, solveText.open.pasted),
    takeFile: (file) => void takeFile(file),
  };
}
