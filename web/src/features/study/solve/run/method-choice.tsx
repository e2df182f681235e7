/** How a spot is solved: by combo, by bucket on the river, or whichever fits. Folded away while it is automatic. */
import { type ReactElement, useId, useState } from 'react';
import { solveText } from '../../../../text/solve.ts';
import { Segments } from '../../../../ui/segments.tsx';
import { DEFAULT_SETTINGS, type Method, wrongSettings } from '../settings.ts';
import { useSolve, useSolveState } from '../solve-context.tsx';
import run from './run.module.css';
import styles from './stop.module.css';

const words = solveText.method;
const METHODS: readonly Method[] = ['auto', 'exact', 'bucketed'];

export function MethodChoice(): ReactElement {
  const { study } = useSolve();
  const settings = useSolveState((state) => state.settings);
  const id = useId();
  const { method, buckets } = settings;
  const wrong = wrongSettings(settings).includes('buckets');
  const [open, setOpen] = useState(method !== 'auto' || buckets !== DEFAULT_SETTINGS.buckets);
  return (
    <details className={styles.more} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.title}</summary>
      <div className={styles.stopFields}>
        <div className={styles.stopField}>
          <span aria-hidden="true">{words.label}</span>
          <Segments
            label={words.label}
            value={method}
            options={METHODS.map((value) => ({ value, label: words.names[value] }))}
            onChange={(next) => study.setSettings({ ...settings, method: next })}
          />
        </div>
        {method === 'exact' ? null : (
          <label className={styles.stopField} data-wide="true">
            <span>{words.buckets}</span>
            <span className={styles.input} data-invalid={wrong}>
              <input
                inputMode="numeric"
                autoComplete="off"
                value={buckets}
                aria-invalid={wrong}
                aria-describedby={wrong ? `${id}-wrong` : `${id}-note`}
                onChange={(event) => study.setSettings({ ...settings, buckets: event.target.value })}
              />
              <small>{words.bucketsUnit}</small>
            </span>
          </label>
        )}
      </div>
      {wrong ? (
        <p id={`${id}-wrong`} className={styles.wrong} role="alert">
          {solveText.stop.wrong.buckets}
        </p>
      ) : null}
      <p id={`${id}-note`} className={run.quiet}>
        {words.notes[method]}
      </p>
    </details>
  );
}
