/** The right side, upper half: what a solve would take, when it stops, and how it goes. */
import { lazy, type ReactElement, Suspense } from 'react';
import { solveText } from '../../../../text/solve.ts';
import { useSolveState } from '../solve-context.tsx';
import { streetsOf } from '../spot/draft.ts';
import { draftOf } from '../state.ts';
import chart from './chart.module.css';
import { EstimateView } from './estimate-view.tsx';
import { Figures } from './figures-view.tsx';
import { MethodChoice } from './method-choice.tsx';
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
  const figures = run.kind === 'done' || run.kind === 'finishing' ? run.figures : null;
  const hasPoints = solved !== null && solved.points.length + solved.roughs.length > 0;
  // A solve by bucket takes a while to its first figure.
  const hasCourse = hasPoints || (solved?.estimate?.buckets != null && solved.progress !== null);
  return (
    <section className={styles.panel} aria-label={solveText.title}>
      <EstimateView />
      <StopRule />
      <MethodChoice />
      <RunBar />
      {figures !== null || hasCourse ? (
        <div className={styles.course}>
          {figures === null ? <Progress /> : <Figures figures={figures} stale={solved?.draft !== draft} />}
          {hasPoints ? (
            <Suspense fallback={<div className={chart.chartRoom} />}>
              <ConvergenceChart
                points={solved.points}
                roughs={solved.roughs}
                target={solved.stop.exploitability}
                streets={streetsOf(solved.draft).length}
              />
            </Suspense>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}
