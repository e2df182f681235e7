/** The right side, upper half: what a solve would take, when it stops, and how it goes. */
import { lazy, type ReactElement, Suspense } from 'react';
import { solveText } from '../../../../text/solve.ts';
import { useSolveState } from '../solve-context.tsx';
import { draftOf } from '../state.ts';
import { EstimateView } from './estimate-view.tsx';
import { Figures } from './figures-view.tsx';
import { Progress } from './progress.tsx';
import styles from './run.module.css';
import { RunBar } from './run-bar.tsx';
import { StopRule } from './stop-rule.tsx';

const ConvergenceChart = lazy(() =>
  import('./convergence-chart.tsx').then((module) => ({ default: module.ConvergenceChart })),
);

export function RunPanel(): ReactElement {
  const solved = useSolveState((state) => state.solved);
  const draft = useSolveState(draftOf);
  const run = useSolveState((state) => state.run);
  const hasPoints = (solved?.points.length ?? 0) > 0;
  return (
    <section className={styles.panel} aria-label={solveText.title}>
      <EstimateView />
      <StopRule />
      <RunBar />
      {run.kind === 'done' || hasPoints ? (
        <div className={styles.course}>
          {run.kind === 'done' ? <Figures figures={run.figures} stale={solved?.draft !== draft} /> : <Progress />}
          {hasPoints && solved !== null ? (
            <Suspense fallback={<div className={styles.chartRoom} />}>
              <ConvergenceChart points={solved.points} target={solved.target} />
            </Suspense>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}
