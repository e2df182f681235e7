/** The commands of a solve and how it goes: what can be done now, how far it is, how long it still takes. */
import type { ReactElement, ReactNode } from 'react';
import { solveText } from '../../../../text/solve.ts';
import { Button } from '../../../../ui/button.tsx';
import { formatExploitability } from '../figures.ts';
import { stopOf, waysOf } from '../settings.ts';
import { useSolve, useSolveState } from '../solve-context.tsx';
import { draftOf, type SolveRun } from '../state.ts';
import { soundsLikeMemory } from '../work/memory-words.ts';
import { type Phase, phaseOf } from './phase.ts';
import { RunProgressBar } from './progress.tsx';
import styles from './run.module.css';
import { ServerButton } from './server-button.tsx';
import { useServerSolve } from './use-server-solve.ts';

const words = solveText.run;

export function RunBar(): ReactElement {
  const { study } = useSolve();
  const { computing } = study;
  const run = useSolveState((state) => state.run);
  const solved = useSolveState((state) => state.solved);
  const draft = useSolveState(draftOf);
  const settings = useSolveState((state) => state.settings);
  const fits = useSolveState(({ estimating }) => estimating.kind !== 'known' || estimating.estimate.storage !== null);
  const reads = useSolveState(({ reading }) => reading !== null && reading.report.spot !== null);
  const server = useServerSolve();
  const stop = stopOf(settings);
  const going = stop !== null;
  const ready = reads && fits && going && waysOf(settings) !== null;
  // A finished solve goes on only towards less than it has.
  const resumable =
    (run.kind === 'cancelled' && run.resumable) ||
    (run.kind === 'done' && run.resumable && going && stop.exploitability < run.figures.exploitability.share);
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
        ) : run.kind === 'finishing' || run.kind === 'pausing' ? (
          cancel
        ) : run.kind === 'reading' ? null : run.kind === 'paused' ? (
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
            {run.kind === 'crashed' ? null : <ServerButton server={server} ready={reads && going} />}
          </>
        )}
        <p className={styles.status} role="status">
          {server.busy ? solveText.server.submitting : statusOf(run, phaseOf(run, solved))}{' '}
          {run.kind === 'done' && run.resumable && !resumable ? words.lower : ''}
        </p>
      </div>
      {server.failure === '' ? null : <Message alarming words={server.failure} />}
      <RunProgressBar />
      <RunMessage run={run} />
      {solved !== null && solved.draft !== draft && run.kind !== 'idle' ? (
        <Message words={words.otherSpot}>
          <Button onClick={() => study.openDraft(solved.draft)}>{words.backToSolved}</Button>
        </Message>
      ) : null}
    </div>
  );
}

function statusOf(run: SolveRun, phase: Phase | null): string {
  switch (run.kind) {
    case 'opening':
      return words.opening;
    case 'running':
      return phase === null ? words.running : words.phases[phase];
    case 'pausing':
      return words.pausing;
    case 'paused':
      return words.paused;
    case 'finishing':
      return run.figures === null ? words.finishing : words.storing;
    case 'reading':
      return words.reading;
    case 'done':
      return words.reached(formatExploitability(run.figures.exploitability.share));
    case 'cancelled':
      return words.cancelled;
    default:
      return '';
  }
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
    const { message, hint } = words.outOfMemory;
    return (
      <Message
        alarming
        title={words.crashTitle}
        words={soundsLikeMemory(run.message) ? `${message} ${hint}` : words.crash(run.message)}
      >
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
