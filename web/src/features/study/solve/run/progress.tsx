/** How far a solve is: what it is exploitable for now, what it took, what is left. */
import type { ReactElement, ReactNode } from 'react';
import { formatCount, formatTime } from '../../../../lib/format-number.ts';
import { solveText } from '../../../../text/solve.ts';
import { ProgressBar } from '../../../../ui/progress-bar.tsx';
import { formatBand, formatExploitability } from '../figures.ts';
import { useSolveState } from '../solve-context.tsx';
import { streetsOf } from '../spot/draft.ts';
import { roughWords } from './rough-words.ts';
import styles from './run.module.css';
import { useSince } from './use-since.ts';

const words = solveText.run;

/** `state.solved.progress` with the time that has gone on since it was reported. */
function useTimes(): { readonly elapsedMs: number; readonly leftMs: number | null } {
  const progress = useSolveState((state) => state.solved?.progress ?? null);
  const running = useSolveState((state) => state.run.kind === 'running');
  const since = useSince(progress, running);
  const left = progress?.leftMs ?? null;
  return { elapsedMs: (progress?.elapsedMs ?? 0) + since, leftMs: left === null ? null : Math.max(0, left - since) };
}

/** Without a value where nobody knows how long it takes. */
export function RunProgressBar(): ReactElement | null {
  const run = useSolveState((state) => state.run);
  const prepared = useSolveState((state) => state.solved?.progress?.prepared ?? 1);
  const { elapsedMs, leftMs } = useTimes();
  const done = (): number | null => {
    if (run.kind === 'finishing') return run.figures === null ? null : run.stored;
    if (run.kind !== 'running') return null;
    if (prepared < 1) return prepared;
    return leftMs === null ? null : elapsedMs / Math.max(1, elapsedMs + leftMs);
  };
  if (!['opening', 'running', 'pausing', 'finishing', 'reading'].includes(run.kind)) return null;
  return <ProgressBar value={done()} label={words.progress} />;
}

export function Progress(): ReactElement | null {
  const solved = useSolveState((state) => state.solved);
  const running = useSolveState((state) => state.run.kind === 'running');
  const { elapsedMs, leftMs } = useTimes();
  const progress = solved?.progress ?? null;
  if (solved === null || progress === null) return null;
  const { exploitability, iterations, measuredAt } = progress;
  const rough = solved.roughs.at(-1);
  const bucketed = solved.estimate?.buckets != null;
  return (
    <dl className={styles.facts}>
      <Fact name={words.exploitability} large>
        {exploitability === null ? '–' : formatExploitability(exploitability)}
        <small>{exploitability === null && bucketed ? words.notMeasured : words.ofPot}</small>
        {bucketed && exploitability !== null ? (
          <small className={styles.under}>{words.measuredAt(formatCount(measuredAt))}</small>
        ) : null}
      </Fact>
      {rough === undefined ? null : (
        <Fact name={words.estimate}>
          <span data-testid="rough">{formatBand(rough)}%</span>
          <small>{roughWords(rough, streetsOf(solved.draft).length)}</small>
        </Fact>
      )}
      <Fact name={words.iterations}>{formatCount(iterations)}</Fact>
      <Fact name={words.elapsed}>{formatTime(elapsedMs)}</Fact>
      {running ? <Fact name={words.left}>{leftMs === null ? '–' : formatTime(leftMs)}</Fact> : null}
    </dl>
  );
}

function Fact({ name, large, children }: { name: string; large?: boolean; children: ReactNode }): ReactElement {
  return (
    <div className={styles.fact} data-large={large ?? false}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
