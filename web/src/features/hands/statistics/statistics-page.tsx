/** Hands → Statistics: what was won and how sure that is, over time, and how one plays beside what is usual. */
import { ROUTES } from '@ploscope/contracts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, type ReactElement, Suspense } from 'react';
import { useTitle } from '../../../lib/use-title.ts';
import { handsText } from '../../../text/hands.ts';
import { EmptyRoom } from '../empty-room.tsx';
import { FilterBar } from '../filter/filter-bar.tsx';
import hands from '../hands.module.css';
import { useFiltered } from '../use-filtered.ts';
import { WhoGate } from '../who-gate.tsx';
import { StatisticGroups } from './statistic-groups.tsx';
import styles from './statistics.module.css';
import { SummaryFigures } from './summary-figures.tsx';

const WinGraph = lazy(() => import('./win-graph.tsx').then((module) => ({ default: module.WinGraph })));
const words = handsText.stats;

export function StatisticsPage(): ReactElement {
  useTitle(handsText.statistics);
  return (
    <WhoGate>
      <Statistics />
    </WhoGate>
  );
}

function Statistics(): ReactElement {
  const { f: filter = '' } = useSearch({ from: '/hands/statistics' });
  const navigate = useNavigate();
  const { value, error, isFresh } = useFiltered(ROUTES.handStatistics, filter);
  const graph = useFiltered(ROUTES.handGraph, filter);
  const show = (f: string): void =>
    void navigate({ to: '/hands/statistics', search: f === '' ? {} : { f }, replace: true });
  if (value?.hands === 0 && filter === '' && isFresh) return <EmptyRoom />;
  return (
    <div className={styles.screen} aria-busy={!isFresh}>
      <FilterBar filter={filter} error={error} onFilter={show} />
      {error === null || error.code === 'hand-filter' ? null : (
        <p className={hands.failure} role="alert">
          {error.message}
        </p>
      )}
      {value === null ? (
        error === null ? (
          <p className={hands.quiet}>{words.loading}</p>
        ) : null
      ) : value.hands === 0 ? (
        <p className={hands.quiet}>{handsText.noneFound}</p>
      ) : (
        <>
          <SummaryFigures statistics={value} graph={graph.value} />
          <Suspense fallback={<div className={styles.graphRoom} />}>
            {graph.value === null ? <div className={styles.graphRoom} /> : <WinGraph graph={graph.value} />}
          </Suspense>
          <StatisticGroups tally={value.tally} />
        </>
      )}
    </div>
  );
}
