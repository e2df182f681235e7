/** When a solve stops, and how much memory it may take. */
import { type ReactElement, useId } from 'react';
import { solveText } from '../../../../text/solve.ts';
import { Segments } from '../../../../ui/segments.tsx';
import { type StopField, wrongSettings } from '../settings.ts';
import { useSolve, useSolveState } from '../solve-context.tsx';
import styles from './run.module.css';

const words = solveText.stop;
const FIELDS: readonly (readonly [StopField, string])[] = [
  ['target', words.targetUnit],
  ['iterations', ''],
  ['minutes', ''],
];

export function StopRule(): ReactElement {
  const { study } = useSolve();
  const settings = useSolveState((state) => state.settings);
  const limits = useSolveState((state) => state.limits);
  const id = useId();
  const wrong = wrongSettings(settings).filter((field) => field !== 'buckets');
  return (
    <fieldset className={styles.stop}>
      <legend className={styles.heading}>{words.title}</legend>
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
      {wrong.map((field) => (
        <p key={field} id={`${id}-${field}`} className={styles.wrong} role="alert">
          {words.wrong[field]}
        </p>
      ))}
    </fieldset>
  );
}
