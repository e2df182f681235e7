/** When a solve stops, and how much memory it may take. */
import { type ReactElement, useId } from 'react';
import { solveText } from '../../../../text/solve.ts';
import { Button } from '../../../../ui/button.tsx';
import { Segments } from '../../../../ui/segments.tsx';
import { limitsOf } from '../memory-limits.ts';
import { type StopField, stopOf, wrongSettings } from '../settings.ts';
import { useSolve, useSolveState } from '../solve-context.tsx';
import run from './run.module.css';
import styles from './stop.module.css';

const words = solveText.stop;
const FIELDS: readonly (readonly [StopField, string])[] = [
  ['target', words.targetUnit],
  ['iterations', ''],
  ['minutes', ''],
];

const MOST_LIMITS = limitsOf(undefined).length;
/** By bucket this is hardly reached, share of the pot. */
const LOW_TARGET = 0.0035;
/** This is, percent of the pot. */
const GOOD_TARGET = '0.5';

export function StopRule(): ReactElement {
  const { study } = useSolve();
  const settings = useSolveState((state) => state.settings);
  const limits = useSolveState((state) => state.limits);
  const id = useId();
  const wrong = wrongSettings(settings).filter((field) => field !== 'buckets');
  return (
    <fieldset className={styles.stop}>
      <legend className={run.heading}>{words.title}</legend>
      <div className={styles.stopFields}>
        {FIELDS.map(([field, unit]) => (
          <label key={field} className={styles.stopField}>
            <span>{words[field]}</span>
            <span className={styles.input} data-invalid={wrong.includes(field)}>
              <input
                inputMode="decimal"
                autoComplete="off"
                value={settings[field]}
                placeholder={words.none}
                aria-invalid={wrong.includes(field)}
                aria-describedby={wrong.includes(field) ? `${id}-${field}` : undefined}
                onChange={(event) => study.setSettings({ ...settings, [field]: event.target.value })}
              />
              {unit === '' ? null : <small>{unit}</small>}
            </span>
          </label>
        ))}
        <div className={styles.stopField}>
          <span aria-hidden="true">{solveText.estimate.limit}</span>
          <Segments
            label={solveText.estimate.limit}
            value={settings.memory}
            options={limits.map((value) => ({ value, label: solveText.estimate.gigabytes(value) }))}
            onChange={(memory) => study.setSettings({ ...settings, memory })}
          />
        </div>
      </div>
      {limits.length < MOST_LIMITS ? (
        <p className={run.quiet}>{solveText.estimate.limitNote(limits.at(-1) ?? '')}</p>
      ) : null}
      {wrong.length === 0 ? <LowTarget /> : null}
      {wrong.map((field) => (
        <p key={field} id={`${id}-${field}`} className={styles.wrong} role="alert">
          {words.wrong[field]}
        </p>
      ))}
    </fieldset>
  );
}

/** Advice where a target may never be met. */
function LowTarget(): ReactElement | null {
  const { study } = useSolve();
  const settings = useSolveState((state) => state.settings);
  const bucketed = useSolveState(
    ({ estimating }) =>
      estimating.kind === 'known' && estimating.estimate.storage !== null && estimating.estimate.buckets !== null,
  );
  const target = stopOf(settings)?.exploitability ?? 0;
  if (!bucketed || target === 0 || target > LOW_TARGET) return null;
  return (
    <div className={styles.advice}>
      <p>{words.low}</p>
      <Button onClick={() => study.setSettings({ ...settings, target: GOOD_TARGET })}>
        {words.stopAt(GOOD_TARGET)}
      </Button>
    </div>
  );
}
