/** That a place is being worked out, for how long already, and the way out. Shown when it takes more than a moment. */
import type { ReactElement } from 'react';
import { formatTime } from '../../../../lib/format-number.ts';
import { solveText } from '../../../../text/solve.ts';
import { Button } from '../../../../ui/button.tsx';
import { useSince } from '../run/use-since.ts';
import { useSolve, useSolveState } from '../solve-context.tsx';
import styles from './strategy.module.css';

const words = solveText.strategy;
const SHOWN_AFTER_MS = 300;

export function LookingBar(): ReactElement {
  const { study } = useSolve();
  const looking = useSolveState((state) => state.looking);
  const since = useSince(looking, looking !== null);
  const shown = looking !== null && since >= SHOWN_AFTER_MS;
  return (
    <div className={styles.looking} role="status">
      {shown ? (
        <>
          <span>{looking.ask.again ? words.solvingAgain : words.looking}</span>
          <span aria-hidden="true" className={styles.lookingTime}>
            {formatTime(since)}
          </span>
          <Button icon="close" onClick={study.computing.cancelLook}>
            {words.cancelLook}
          </Button>
        </>
      ) : null}
    </div>
  );
}
