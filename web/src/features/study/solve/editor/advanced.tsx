/** Rake, limits and thresholds, folded away while they are at rest; open when something is written there. */
import { type ReactElement, useId } from 'react';
import { solveText } from '../../../../text/solve.ts';
import { useSolveState } from '../solve-context.tsx';
import { type NumberField, textOf } from '../spot/draft.ts';
import { draftOf } from '../state.ts';
import { DraftField } from './draft-field.tsx';
import styles from './solve-editor.module.css';

type AdvancedField = Exclude<NumberField, 'pot' | 'stack'>;

const words = solveText.spot;

const FIELDS: readonly (readonly [AdvancedField, string, string])[] = [
  ['rake.rate', words.rakeRate, words.placeholders.rate],
  ['rake.cap', words.rakeCap, words.placeholders.cap],
  ['maxRaises', words.maxRaises, words.placeholders.noLimit],
  ['minBet', words.minBet, words.placeholders.one],
  ['addAllIn', words.addAllIn, words.placeholders.off],
  ['forceAllIn', words.forceAllIn, words.placeholders.off],
  ['merge', words.merge, words.placeholders.off],
];

export function Advanced(): ReactElement {
  const id = useId();
  const inUse = useSolveState((state) => FIELDS.some(([field]) => textOf(draftOf(state), field).trim() !== ''));
  return (
    <details className={styles.advanced} open={inUse || undefined}>
      <summary>{words.advanced}</summary>
      <div className={styles.advancedFields}>
        {FIELDS.map(([field, label, placeholder]) => (
          <div key={field} className={styles.number}>
            <span className={styles.label} aria-hidden="true">
              {label}
            </span>
            <DraftField field={field} label={label} placeholder={placeholder} describedBy={`${id}-${field}`} />
            <small id={`${id}-${field}`} className={styles.hint}>
              {words.advancedNotes[field]}
            </small>
          </div>
        ))}
      </div>
    </details>
  );
}
