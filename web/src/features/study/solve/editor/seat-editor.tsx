/** One player: the range, and the sizes to choose from on each street that is still to be played. */
import type { ReactElement } from 'react';
import { formatCount, formatShare } from '../../../../lib/format-number.ts';
import { text } from '../../../../text/en.ts';
import { solveText } from '../../../../text/solve.ts';
import { Button } from '../../../../ui/button.tsx';
import { useSolve, useSolveState } from '../solve-context.tsx';
import { type SideName, type SizesField, type SizesName, streetsOf, textOf } from '../spot/draft.ts';
import { draftOf } from '../state.ts';
import { DraftField, ProblemNote } from './draft-field.tsx';
import styles from './solve-editor.module.css';

export function SeatEditor({ name }: { name: SideName }): ReactElement {
  const { study } = useSolve();
  const words = solveText.spot;
  return (
    <section className={styles.seat} data-seat={name} aria-label={words.seats[name]}>
      <div className={styles.seatHead}>
        <span className={styles.chip} aria-hidden="true">
          {words.seat(name)}
        </span>
        <h3 className={styles.seatName}>
          {words.seats[name]} <small>{words.acts[name]}</small>
        </h3>
      </div>
      <DraftField
        field={`${name}.range`}
        label={words.range(name)}
        placeholder={words.rangePlaceholder}
        describedBy={`${name}-holding`}
      />
      <p id={`${name}-holding`} className={styles.holding}>
        <Holding name={name} />
      </p>
      <Sizes name={name} />
      {name === 'oop' ? (
        <Button look="quiet" icon="copy" className={styles.copy} onClick={() => study.copySizes('oop')}>
          {words.copy('oop')}
        </Button>
      ) : null}
    </section>
  );
}

/** How many hands the range holds, and the advice about it. */
function Holding({ name }: { name: SideName }): ReactElement | null {
  const field = `${name}.range` as const;
  const written = useSolveState((state) => textOf(draftOf(state), field));
  const reading = useSolveState((state) => state.reading);
  if (written.trim() === '') return <>{solveText.spot.rangePlaceholder}</>;
  if (reading === null || textOf(reading.draft, field) !== written) return <>{text.spot.counting}</>;
  const report = reading.report.ranges[name === 'oop' ? 0 : 1];
  if (report.combos === null || report.share === null) return null;
  return (
    <>
      {text.spot.combos(formatCount(report.combos), formatShare(report.share))} {text.spot.ofHands}
      {report.hints.map((hint) => (
        <span key={`${hint.code} ${hint.at}`} className={styles.advice}>
          {hint.message} {hint.hint}
        </span>
      ))}
    </>
  );
}

/** A row a street, a column for bets, raises and (OOP's only, after the first street) donks. */
function Sizes({ name }: { name: SideName }): ReactElement {
  const draft = useSolveState(draftOf);
  const streets = streetsOf(draft);
  const words = solveText.spot;
  const hasDonks = name === 'oop' && streets.length > 1;
  const kinds: readonly SizesName[] = hasDonks ? ['bets', 'raises', 'donks'] : ['bets', 'raises'];
  const fieldsOf = (street: (typeof streets)[number]): readonly (readonly [SizesName, SizesField])[] =>
    kinds
      .filter((kind) => kind !== 'donks' || street !== streets[0])
      .map((kind) => [kind, `${name}.${kind}.${street}`]);
  return (
    <div className={styles.sizes} data-columns={kinds.length}>
      <span className={styles.corner} />
      {kinds.map((kind) => (
        <span key={kind} className={styles.column} aria-hidden="true">
          {words.kinds[kind]}
        </span>
      ))}
      {streets.map((street) => (
        <div key={street} className={styles.sizesRow}>
          <span className={styles.street} aria-hidden="true">
            {words.street(street)}
          </span>
          {fieldsOf(street).map(([kind, field]) => (
            <div key={kind} className={styles.cell}>
              <span className={styles.cellName} aria-hidden="true">
                {words.kinds[kind]}
              </span>
              <DraftField
                field={field}
                label={words.sizesOf(kind, name, street)}
                placeholder={words.sizesPlaceholder[kind]}
                silent
              />
            </div>
          ))}
          <div className={styles.rowNotes}>
            {fieldsOf(street).map(([kind, field]) => (
              <ProblemNote key={kind} field={field} name={words.kinds[kind]} />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
