/** The right side: the answer, how sure it is, what is going on, and the details below. */
import type { ReactElement } from 'react';
import { formatCount, formatPct, formatTime } from '../../../lib/format-number.ts';
import { text } from '../../../text/en.ts';
import { Segments } from '../../../ui/segments.tsx';
import { toSpot } from '../spot/draft.ts';
import { type Answered, draftOf, questionKey } from '../state.ts';
import { useStudy, useStudyState } from '../study-context.tsx';
import type { Precision } from '../work/protocol.ts';
import styles from './answer.module.css';
import { BoardShares } from './board-shares.tsx';
import { Details } from './details.tsx';
import { PlayerBars } from './player-bars.tsx';
import { RunState } from './run-state.tsx';
import { type Shown, shownPlayers } from './shown-players.ts';

export function AnswerPanel(): ReactElement {
  const draft = useStudyState(draftOf);
  const answered = useStudyState((state) => state.answered);
  const run = useStudyState((state) => state.run);
  const precision = useStudyState((state) => state.precision);
  const { spot, rows } = toSpot(draft);
  const fresh = answered?.key === questionKey(spot, precision);
  const shown = shownPlayers({ draft, rows, answered, fresh, run });
  return (
    <section className={styles.panel} aria-labelledby="answer-title" id="answer">
      <div className={styles.head}>
        <h2 id="answer-title" className={styles.title}>
          {text.answer.title}
        </h2>
        <Status answered={answered} shown={shown} />
        <PrecisionPicker />
      </div>
      <RunState shown={shown} />
      {shown === null ? null : <PlayerBars shown={shown} />}
      {answered === null || shown === null || shown.kind === 'soFar' ? null : (
        <div className={styles.more} data-stale={shown.kind === 'stale'}>
          <BoardShares answered={answered} />
          <Details answered={answered} />
        </div>
      )}
    </section>
  );
}

/** `exact · 1,086,008 run-outs · 4 ms`, or how far off a sample may be. */
function Status({ answered, shown }: { answered: Answered | null; shown: Shown | null }): ReactElement {
  if (answered === null || shown === null || shown.kind !== 'fresh') {
    const words = shown === null ? '' : shown.kind === 'stale' ? text.answer.stale : text.answer.soFar;
    return (
      <p className={styles.status} role="status">
        {words ? <span className={styles.badge}>{words}</span> : null}
      </p>
    );
  }
  const { answer } = answered;
  const count = formatCount(answer.trials);
  const runOuts = answer.exact || answer.method.startsWith('sweep');
  return (
    <p className={styles.status} role="status">
      <span className={styles.badge} data-exact={answer.exact}>
        {answer.exact ? text.answer.exact : text.answer.error(formatPct(answer.standardError ?? 0, 3))}
      </span>
      <span>{runOuts ? text.answer.runOuts(count) : text.answer.deals(count)}</span>
      <span>{formatTime(answer.elapsedMs)}</span>
      {answer.exact && answer.jointStandardError !== null ? (
        <span>{text.answer.jointSampled(formatPct(answer.jointStandardError, 2))}</span>
      ) : null}
    </p>
  );
}

const PRECISIONS: readonly Precision[] = ['standard', 'fine', 'exact'];

function PrecisionPicker(): ReactElement {
  const { study } = useStudy();
  const precision = useStudyState((state) => state.precision);
  return (
    <div className={styles.precision} title={text.answer.precisionNotes[precision]}>
      <Segments
        label={text.answer.precision}
        value={precision}
        onChange={study.setPrecision}
        options={PRECISIONS.map((value) => ({ value, label: text.answer.precisions[value] }))}
      />
    </div>
  );
}
