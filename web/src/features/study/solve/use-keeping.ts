/** Keeping what is on the screen: the link, the spot document, the solve as a file. */
import { formatSolveSpot } from '@ploscope/poker';
import { download } from '../../../lib/download.ts';
import { text } from '../../../text/en.ts';
import { solveText } from '../../../text/solve.ts';
import { useSolve } from './solve-context.tsx';
import { hashOf } from './spot/address.ts';
import { draftOf } from './state.ts';

export interface Keeping {
  readonly copyLink: () => void;
  readonly downloadSpot: () => void;
  readonly downloadSolve: () => void;
}

export function useKeeping(): Keeping {
  const { study, say } = useSolve();
  const words = solveText.tools;
  const copyLink = async (): Promise<void> => {
    const { origin, pathname } = window.location;
    try {
      await navigator.clipboard.writeText(`${origin}${pathname}${hashOf(draftOf(study.store.get()))}`);
      say(text.tools.linkCopied);
    } catch {
      say(text.tools.copyFailed);
    }
  };
  const downloadSpot = (): void => {
    const { reading } = study.store.get();
    const spot = reading?.draft === draftOf(study.store.get()) ? reading.report.spot : null;
    if (spot === null) {
      say(words.notWhole);
      return;
    }
    // One field a line, as a person would write it.
    const document = JSON.stringify(JSON.parse(formatSolveSpot(spot)), null, 2);
    download(new Blob([document, '\n'], { type: 'application/json' }), words.spotFile);
    say(words.downloaded(words.spotFile));
  };
  const downloadSolve = async (): Promise<void> => {
    const file = await study.computing.rooms().solver.call('save', null);
    if (file === null) {
      say(words.solveMissing);
      return;
    }
    download(file, words.solveFile);
    say(words.downloaded(words.solveFile));
  };
  return { copyLink: () => void copyLink(), downloadSpot, downloadSolve: () => void downloadSolve() };
}
