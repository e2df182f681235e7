/** What a solve of the spot would take, before any memory is; and, where it does not fit, what would. */
import type { SolveEstimate } from '@ploscope/kernel';
import type { ReactElement } from 'react';
import { formatBytes } from '../../../../lib/format-bytes.ts';
import { formatCount, formatShortCount, formatTime } from '../../../../lib/format-number.ts';
import { solveText } from '../../../../text/solve.ts';
import { Button } from '../../../../ui/button.tsx';
import { maxBytesOf, stopOf } from '../settings.ts';
import { useSolve, useSolveState } from '../solve-context.tsx';
import { toDraft } from '../spot/open-document.ts';
import styles from './run.module.css';

const words = solveText.estimate;
/** A solve by bucket is under 1 % of the pot after some ten and under 0.5 % after some twenty-five. */
const FEW_ITERATIONS = 100;

export function EstimateView(): ReactElement {
  const estimating = useSolveState((state) => state.estimating);
  const isWrong = useSolveState(({ reading }) => reading !== null && reading.report.spot === null);
  return (
    <div className={styles.estimate}>
      <h2 className={styles.heading}>{words.title}</h2>
      {estimating.kind === 'known' ? (
        <>
          <Facts estimate={estimating.estimate} />
          <How estimate={estimating.estimate} />
          {estimating.estimate.storage === null ? <TooLarge estimate={estimating.estimate} /> : null}
        </>
      ) : estimating.kind === 'refused' ? (
        <div className={styles.message} data-alarming="true" role="alert">
          <div>
            <p className={styles.messageTitle}>{words.refused}</p>
            <p>
              {estimating.refusal.message} {estimating.refusal.hint}
            </p>
          </div>
        </div>
      ) : (
        <p className={styles.quiet}>
          {estimating.kind === 'working' ? words.working : isWrong ? solveText.run.needSpot : words.none}
        </p>
      )}
    </div>
  );
}

function Facts({ estimate }: { estimate: SolveEstimate }): ReactElement {
  const { nodes, runOuts, allRunOuts, combos, bytes, storage, buckets, shards, iterationMs } = estimate;
  const workers = words.workers(shards);
  return (
    <dl className={styles.facts}>
      <Fact name={words.combos}>{words.combosOf(formatCount(combos[0]), formatCount(combos[1]))}</Fact>
      <Fact name={words.nodes}>{formatShortCount(nodes)}</Fact>
      <Fact name={words.runOuts} note={runOuts < allRunOuts ? words.runOutsNote(formatCount(allRunOuts)) : undefined}>
        {formatCount(runOuts)}
      </Fact>
      <Fact name={words.memory} note={words.storage[storage ?? 'i16']}>
        {formatBytes(bytes[storage ?? 'i16'])}
      </Fact>
      <Fact
        name={words.iteration}
        note={storage === null ? undefined : buckets === null ? workers : words.iterationNote(workers)}
      >
        {formatTime(iterationMs)}
      </Fact>
    </dl>
  );
}

/** What is by combo and what by bucket; and how many iterations there is time for, where that is not many. */
function How({ estimate: { buckets, storage, iterationMs } }: { estimate: SolveEstimate }): ReactElement {
  const stop = useSolveState((state) => state.settings);
  const minutes = (stopOf(stop)?.timeMs ?? Number.POSITIVE_INFINITY) / 60_000;
  const iterations = Math.floor((minutes * 60_000) / iterationMs);
  const few = storage !== null && buckets !== null && iterations < FEW_ITERATIONS;
  return (
    <p className={styles.quiet} data-testid="how">
      {buckets === null ? words.byCombo : words.byBucket(formatCount(buckets))}{' '}
      {few ? words.iterationsIn(formatCount(iterations), String(minutes)) : ''}
    </p>
  );
}

function Fact(props: { name: string; note?: string | undefined; children: string }): ReactElement {
  return (
    <div className={styles.fact}>
      <dt>{props.name}</dt>
      <dd>
        {props.children}
        {props.note === undefined ? null : <small>{props.note}</small>}
      </dd>
    </div>
  );
}

function TooLarge({ estimate }: { estimate: SolveEstimate }): ReactElement {
  const { study, say } = useSolve();
  const remedies = useSolveState((state) => state.remedies);
  const settings = useSolveState((state) => state.settings);
  const limits = useSolveState((state) => state.limits);
  const allowed = maxBytesOf(settings);
  const needed = Math.min(estimate.bytes.f32, estimate.bytes.i16);
  const larger = limits.find((memory) => maxBytesOf({ memory }) >= needed);
  return (
    <div className={styles.message} data-alarming="true" role="alert">
      <div>
        <p className={styles.messageTitle}>{words.tooLarge}</p>
        <p>
          {words.tooLargeBy(formatBytes(needed), formatBytes(allowed))}{' '}
          {estimate.buckets === null ? words.narrower(factorOf(allowed / needed)) : words.narrowerByBucket}
        </p>
        {remedies === null ? <p>{words.seeking}</p> : null}
        <div className={styles.remedies}>
          {larger === undefined ? null : (
            <Button onClick={() => study.setSettings({ ...settings, memory: larger })}>{words.allow(larger)}</Button>
          )}
          {remedies?.map(({ remedy, ask, bytes }) => (
            <Button
              key={remedy}
              onClick={() => {
                if (remedy === 'byBucket') study.setSettings({ ...settings, method: ask.method });
                else study.openDraft(toDraft({ ...ask.spot }));
                say(remedy === 'byBucket' ? words.remediedMethod : words.remedied);
              }}
            >
              {words.remedy(words.remedies[remedy], formatBytes(bytes))}
            </Button>
          ))}
        </div>
      </div>
    </div>
  );
}

/** `half`, `a third`, `a tenth`: nobody narrows a range to 34.7 %. */
function factorOf(share: number): string {
  const { factors } = words;
  return (factors.find(({ least }) => share >= least) ?? factors[factors.length - 1])?.name ?? '';
}
