/**
 * By what the hands of this street play: each by itself, by bucket, or solved again for this view. Where the solve plays
 * the river by bucket, a turn or a river can be solved again exactly; what that takes is told before.
 */
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { formatBytes } from '../../../../lib/format-bytes.ts';
import { formatCount, formatTime } from '../../../../lib/format-number.ts';
import { solveText } from '../../../../text/solve.ts';
import { Button } from '../../../../ui/button.tsx';
import { formatExploitability } from '../figures.ts';
import { maxBytesOf } from '../settings.ts';
import { useSolve, useSolveState } from '../solve-context.tsx';
import type { Step } from '../state.ts';
import type { AgainEstimate, SightSummary } from '../work/protocol.ts';
import styles from './strategy.module.css';

const words = solveText.strategy;
/** Below this no number of milliseconds would be right. */
const SHORT_MS = 1500;

export function HowPlayed({ sight, line }: { sight: SightSummary; line: readonly Step[] }): ReactElement | null {
  const { study } = useSolve();
  const { again, solvedAgain, canSolveAgain, buckets, place } = sight;
  const look = (exactly: boolean): void => study.computing.look({ place, again: exactly }, line);
  if (again || solvedAgain !== null) {
    return (
      <div className={styles.how} data-again="true">
        <p data-testid="solved-again">
          {solvedAgain === null ? words.nobodyComes : words.solvedAgain(formatExploitability(solvedAgain))}
        </p>
        {again ? <Button onClick={() => look(false)}>{words.asSolved}</Button> : null}
      </div>
    );
  }
  if (!canSolveAgain) return null;
  return (
    <div className={styles.how}>
      <p data-testid="how-played">{buckets === null ? words.byCombo : words.byBucket(formatCount(buckets))}</p>
      <Again sight={sight} onAgain={() => look(true)} />
    </div>
  );
}

function Again({ sight, onAgain }: { sight: SightSummary; onAgain: () => void }): ReactElement | null {
  const { study } = useSolve();
  const { place, version } = sight;
  const allowed = useSolveState((state) => maxBytesOf(state.settings));
  const estimate = useQuery({
    queryKey: ['solve again', version],
    queryFn: () => study.computing.rooms().solver.call('estimateAgain', place),
    gcTime: 10_000,
  });
  const takes: AgainEstimate | null = estimate.data ?? null;
  if (takes !== null && !takes.fits) {
    return <p>{words.solveAgainTooLarge(formatBytes(takes.bytes), formatBytes(allowed))}</p>;
  }
  return (
    <div className={styles.again}>
      <Button onClick={onAgain}>{words.solveAgain}</Button>
      {takes === null ? null : (
        <small>
          {takes.ms < SHORT_MS
            ? words.solveAgainAtOnce(formatBytes(takes.bytes))
            : words.solveAgainNote(formatTime(takes.ms), formatBytes(takes.bytes))}
        </small>
      )}
    </div>
  );
}
