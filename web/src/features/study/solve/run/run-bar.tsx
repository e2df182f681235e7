/** The commands of a solve and how it goes: what can be done now, how far it is, how long it still takes. */
import type { ReactElement, ReactNode } from 'react';
import { formatCount, formatTime } from '../../../../lib/format-number.ts';
import { solveText } from '../../../../text/solve.ts';
import { Button } from '../../../../ui/button.tsx';
import { formatExploitability } from '../figures.ts';
import { stopOf } from '../settings.ts';
import { useSolve, useSolveState } from '../solve-context.tsx';
import { draftOf, isBusy, type SolveRun } from '../state.ts';
import styles from './run.module.css';

const words = solveText.run;

export function RunBar(): ReactElement {
  const { study } = useSolve();
  const { computing } = study;
  const run = useSolveState((state) => state.run);
  const busy = useSolveState(isBusy);
  const solved = useSolveState((state) => state.solved);
  const draft = useSolveState(draftOf);
  const settings = useSolveState((state) => state.settings);
  const fits = useSolveState(({ estimating }) => estimating.kind !== 'known' || estimating.estimate.storage !== null);
  const reads = useSolveState(({ reading }) => reading !== null && reading.report.spot !== null);
  const ready = reads && fits && stopOf(settings) !== null;
  const going = stopOf(settings) !== null;
  const resumable = (run.kind === 'cancelled' || run.kind === 'done') && run.resumable;
  const cancel = (
    <Button icon="close" onClick={computing.cancel}>
      {words.cancel}
    </Button>
  );
  return (
    <div className={styles.run}>
      <div className={styles.commands}>
        {run.kind === 'running' || run.kind === 'opening' ? (
          <>
            <Button look="primary" icon="pause" disabled={run.kind === 'opening'} onClick={computing.pause}>
              {words.pause}
            </Button>
            {cancel}
          </>
        ) : run.kind === 'pausing' || run.kind === 'finishing' ? null : run.kind === 'paused' ? (
          <>
            <Button look="primary" icon="play" disabled={!going} onClick={computing.resume}>
              {words.resume}
            </Button>
            <Button icon="check" onClick={computing.finish}>
              {words.finish}
            </Button>
            {cancel}
          </>
        ) : (
          <>
            {resumable ? (
              <Button look="primary" icon="play" disabled={!going} onClick={computing.resume}>
                {run.kind === 'done' ? words.further : words.resume}
              </Button>
            ) : null}
            {run.kind === 'crashed' ? null : (
              <Button
                look={resumable ? 'plain' : 'primary'}
                icon="play"
                disabled={!ready}
                title={ready ? undefined : words.needSpot}
                onClick={computing.solve}
              >
                {resumable ? words.solveAgain : words.solve}
              </Button>
            )}
          </>
        )}
        <p className={styles.status} role="status">
          {statusOf(run)}
        </p>
      </div>
      {busy || run.kind === 'paused' || run.kind === 'cancelled' ? <Progress /> : null}
      <RunMessage run={run} />
      {solved !== null && solved.draft !== draft && run.kind !== 'idle' ? (
        <Message words={words.otherSpot}>
          <Button onClick={() => study.openDraft(solved.draft)}>{words.backToSolved}</Button>
        </Message>
      ) : null}
    </div>
  );
}

function statusOf(run: SolveRun): string {
  switch (run.kind) {
    case 'opening':
      return words.opening;
    case 'running':
      return words.running;
    case 'pausing':
      return words.pausing;
    case 'paused':
      return words.paused;
    case 'finishing':
      return words.finishing;
    case 'done':
      return words.reached(formatExploitability(run.figures.exploitability.share));
    case 'cancelled':
      return words.cancelled;
    default:
      return '';
  }
}

function Progress(): ReactElement | null {
  const solved = useSolveState((state) => state.solved);
  const running = useSolveState((state) => state.run.kind === 'running');
  const progress = solved?.progress ?? null;
  if (solved === null || progress === null) return running ? <p className={styles.quiet}>{words.measuring}</p> : null;
  const { exploitability, iterations, elapsedMs, leftMs } = progress;
  return (
    <div className={styles.progress}>
      <progress className={styles.bar} max={1} value={doneOf(elapsedMs, leftMs)} aria-label={solveText.run.running} />
      <dl className={styles.facts}>
        <Fact name={words.exploitability} large>
          {exploitability === null ? '–' : formatExploitability(exploitability)}
          <small>{words.ofPot}</small>
        </Fact>
        <Fact name={words.iterations}>{formatCount(iterations)}</Fact>
        <Fact name={words.elapsed}>{formatTime(elapsedMs)}</Fact>
        {running ? <Fact name={words.left}>{leftMs === null ? '–' : formatTime(leftMs)}</Fact> : null}
      </dl>
    </div>
  );
}

function doneOf(elapsedMs: number, leftMs: number | null): number {
  return leftMs === null || elapsedMs + leftMs === 0 ? 0 : elapsedMs / (elapsedMs + leftMs);
}

function Fact({ name, large, children }: { name: string; large?: boolean; children: ReactNode }): ReactElement {
  return (
    <div className={styles.fact} data-large={large ?? false}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function RunMessage({ run }: { run: SolveRun }): ReactElement | null {
  const { study } = useSolve();
  if (run.kind === 'idle') return <Message title={words.teach} words={words.teachHint} />;
  if (run.kind === 'cancelled') {
    return <Message words={run.resumable ? words.cancelledResumable : words.cancelledNote} />;
  }
  if (run.kind === 'refused') {
    const { message, hint } = run.refusal;
    return <Message alarming title={words.refused} words={[message, hint].filter(Boolean).join(' ')} />;
  }
  if (run.kind === 'crashed') {
    return (
      <Message alarming title={words.crashTitle} words={words.crash(run.message)}>
        <Button look="primary" onClick={study.computing.restart}>
          {words.restart}
        </Button>
      </Message>
    );
  }
  return null;
}

function Message(props: { title?: string; words: string; alarming?: boolean; children?: ReactNode }): ReactElement {
  return (
    <div className={styles.message} data-alarming={props.alarming ?? false} role={props.alarming ? 'alert' : undefined}>
      <div>
        {props.title ? <p className={styles.messageTitle}>{props.title}</p> : null}
        <p>{props.words}</p>
      </div>
      {props.children}
    </div>
  );
}
