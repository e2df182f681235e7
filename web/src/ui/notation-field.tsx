/**
 * A text field for cards and ranges. Cards show in their suit's colour while typed, and the wrong characters are
 * underlined where they stand. A mirror lies under a transparent text area: both wrap alike, so every mark sits on
 * its character however long the text grows.
 */
import type { KeyboardEvent, ReactElement, ReactNode, Ref } from 'react';
import styles from './notation-field.module.css';
import { markNotation, type Span } from './notation-marks.ts';

export interface NotationFieldProps {
  readonly id: string;
  readonly value: string;
  readonly label: string;
  readonly placeholder: string;
  /** Characters to underline, or null. */
  readonly wrong: Span | null;
  readonly describedBy?: string | undefined;
  readonly onChange: (text: string) => void;
  readonly onFocus?: () => void;
  readonly onEnter?: () => void;
  readonly ref?: Ref<HTMLTextAreaElement>;
  readonly trailing?: ReactNode;
}

export function NotationField(props: NotationFieldProps): ReactElement {
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      props.onEnter?.();
    }
    if (event.key === 'Escape') event.currentTarget.blur();
  };
  return (
    <div className={styles.field} data-invalid={props.wrong !== null}>
      <div className={styles.stack}>
        <div className={styles.mirror} aria-hidden="true">
          {markNotation(props.value, props.wrong).map((piece) => (
            <span key={piece.at} className={piece.wrong ? styles.wrong : undefined} data-suit={piece.suit ?? undefined}>
              {piece.text}
            </span>
          ))}
          {'\u200b'}
        </div>
        <textarea
          ref={props.ref}
          id={props.id}
          className={styles.area}
          rows={1}
          value={props.value}
          placeholder={props.placeholder}
          aria-label={props.label}
          aria-invalid={props.wrong !== null}
          aria-describedby={props.describedBy}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          enterKeyHint="done"
          onChange={(event) => props.onChange(event.target.value.replace(/\s*\n\s*/g, ' '))}
          onFocus={props.onFocus}
          onKeyDown={onKeyDown}
        />
      </div>
      {props.trailing}
    </div>
  );
}
