/** How far a solve is: what it is exploitable for now, what it took, what is left. */
import type { ReactElement, ReactNode } from 'react';
import { formatCount, formatTime } from '../../../../lib/format-number.ts';
import { solveText } from '../../../../text/solve.ts';
import { formatExploitability } from '../figures.ts';
import { useSolveState } from '../solve-context.tsx';
import styles from './run.module.css';

const words = solveText.run;

export function ProgressBar(): ReactElement {
  const progress = useSolveState((state) => state.solved?.progress ?? null);
  const left = progress?.leftMs ?? null;
  const elapsed = progress?.elapsedMs ?? 0;
  return (
    <progress
      className={styles.bar}
      max={1}
      value={left === null || elapsed + left === 0 ? 0 : elapsed / (elapsed + left)}
      aria-label={words.running}
    />
  );
}

export function Progress(): ReactElement | null {
  const progress = useSolveState((state) => state.solved?.progress ?? null);
  const running = useSolveState((state) => state.run.kind === 'running');
  if (progress === null) return null;
  const { exploitability, iterations, elapsedMs, leftMs } = progress;
  return (
    <dl className={styles.facts}>
      <Fact name={words.exploitability} large>
        {exploitability === null ? '–' : formatExploitability(exploitability)}
        <small>{words.ofPot}</small>
      </Fact>
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
