/** What lies behind the equity, one view at a time; each is computed when it is looked at. */
import { lazy, type ReactElement, Suspense } from 'react';
import { text } from '../../../text/en.ts';
import { Button } from '../../../ui/button.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { detailApplies } from '../computing.ts';
import type { Answered } from '../state.ts';
import { useStudy, useStudyState } from '../study-context.tsx';
import type { DetailName } from '../work/protocol.ts';
import styles from './answer.module.css';
import { MadeHands } from './made-hands.tsx';
import { NextCardMap } from './next-card-map.tsx';

const EquityGraph = lazy(() => import('./equity-graph.tsx').then((module) => ({ default: module.EquityGraph })));
const NAMES: readonly DetailName[] = ['madeHands', 'nextCards', 'graph'];

export function Details({ answered }: { answered: Answered }): ReactElement {
  const { study } = useStudy();
  const detail = useStudyState((state) => state.detail);
  return (
    <div className={styles.details}>
      <Segments
        label={text.detail.label}
        value={detail}
        onChange={study.showDetail}
        options={NAMES.map((value) => ({ value, label: text.detail[value] }))}
      />
      <Suspense fallback={<p className={styles.quiet}>{text.detail.working}</p>}>
        <Detail answered={answered} detail={detail} />
      </Suspense>
    </div>
  );
}

function Detail({ answered, detail }: { answered: Answered; detail: DetailName }): ReactElement {
  const { study } = useStudy();
  const found = useStudyState((state) => state.details[detail]);
  const run = useStudyState((state) => state.detailRun);
  if (!detailApplies(answered, detail)) {
    return (
      <p className={styles.teach}>{detail === 'graph' ? text.detail.graphNeedsRange : text.detail.nextNeedsFlop}</p>
    );
  }
  if (found) {
    const whole = { ...answered, answer: found };
    if (detail === 'madeHands') return <MadeHands answered={whole} />;
    if (detail === 'nextCards') return <NextCardMap answered={whole} />;
    return <EquityGraph answered={whole} />;
  }
  if (typeof run === 'object') return <p className={styles.teach}>{run.refused}</p>;
  return (
    <p className={styles.quiet} role="status">
      {run === 'stopped' ? text.detail.stopped : text.detail.working}{' '}
      {run === 'running' ? (
        <Button look="quiet" onClick={study.stop}>
          {text.answer.cancel}
        </Button>
      ) : null}
      {run === 'stopped' ? (
        <Button look="quiet" onClick={study.retry}>
          {text.answer.run}
        </Button>
      ) : null}
    </p>
  );
}
