/** What is going on above the bars: progress with its cancel, a stop, a refusal, a crash, or what is missing. */
import type { ReactElement, ReactNode } from 'react';
import { formatPct, formatShortCount, formatTime } from '../../../lib/format-number.ts';
import { text } from '../../../text/en.ts';
import { Button } from '../../../ui/button.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { toSpot } from '../spot/draft.ts';
import { draftOf, isWell } from '../state.ts';
import { useStudy, useStudyState } from '../study-context.tsx';
import styles from './answer.module.css';
import type { Shown } from './shown-players.ts';

export function RunState({ shown }: { shown: Shown | null }): ReactElement | null {
  const { study } = useStudy();
  const run = useStudyState((state) => state.run);
  const draft = useStudyState(draftOf);
  const well = useStudyState(({ reading }) => reading === null || isWell(reading));
  const retry = (
    <Button icon="play" onClick={study.retry}>
      {text.answer.run}
    </Button>
  );
  if (run.kind === 'running') {
    const { news } = run;
    const done = news?.done ?? 0;
    return (
      <div className={styles.running}>
        <ProgressBar className={styles.progress} value={done} label={text.answer.progress} />
        <span className={styles.runningWords}>
          {text.answer.computing}
          {news === null ? null : (
            <span>
              {' '}
              {formatPct(done, 0)}% · {formatShortCount(news.trials)} · {formatTime(news.elapsedMs)}
            </span>
          )}
        </span>
        <Button icon="stop" onClick={study.stop}>
          {text.answer.cancel}
        </Button>
      </div>
    );
  }
  if (run.kind === 'stopped') return <Message words={text.answer.stopped}>{retry}</Message>;
  if (run.kind === 'crashed') {
    return (
      <Message alarming title={text.answer.crashTitle} words={text.answer.crash(run.message)}>
        <Button look="primary" onClick={study.retry}>
          {text.answer.retry}
        </Button>
      </Message>
    );
  }
  if (run.kind === 'refused') {
    return (
      <Message
        alarming
        title={text.answer.refused}
        words={run.tooLarge ? text.answer.tooLarge : [run.error.message, run.error.hint].filter(Boolean).join(' ')}
      >
        {run.tooLarge ? <Button onClick={() => study.setPrecision('fine')}>{text.answer.useFine}</Button> : retry}
      </Message>
    );
  }
  if (toSpot(draft).rows.length < 2) {
    return <Message title={text.answer.needTwo} words={text.answer.needTwoHint} />;
  }
  if (!well) return <Message words={text.answer.mend} />;
  return shown === null ? <p className={styles.quiet}>{text.answer.computing}</p> : null;
}

function Message(props: { title?: string; words: string; alarming?: boolean; children?: ReactNode }): ReactElement {
  return (
    <div className={styles.message} data-alarming={props.alarming ?? false} role={props.alarming ? 'alert' : 'status'}>
      <div>
        {props.title ? <p className={styles.messageTitle}>{props.title}</p> : null}
        <p>{props.words}</p>
      </div>
      {props.children}
    </div>
  );
}
