/** Which hands: the filter as text, with what is wrong with it beside. */
import type { WireError } from '@ploscope/contracts';
import { type FormEvent, type ReactElement, useEffect, useState } from 'react';
import { handsText } from '../../../text/hands.ts';
import { Button } from '../../../ui/button.tsx';
import styles from './filter.module.css';

const words = handsText.filter;

export interface FilterBarProps {
  readonly filter: string;
  /** Of the answer to this filter. */
  readonly error: WireError | null;
  readonly onFilter: (filter: string) => void;
}

export function FilterBar({ filter, error, onFilter }: FilterBarProps): ReactElement {
  const [written, setWritten] = useState(filter);
  useEffect(() => setWritten(filter), [filter]);
  const wrong = error?.code === 'hand-filter' ? error : null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onFilter(written.trim());
  };
  return (
    <form className={styles.bar} onSubmit={submit} aria-label={words.label}>
      <input
        className={styles.text}
        value={written}
        placeholder={words.placeholder}
        aria-label={words.text}
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? undefined : 'filter-wrong'}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        onChange={(event) => setWritten(event.target.value)}
      />
      <Button type="submit">{words.apply}</Button>
      {filter === '' ? null : (
        <Button look="quiet" onClick={() => onFilter('')}>
          {words.clear}
        </Button>
      )}
      {wrong === null ? null : (
        <p id="filter-wrong" className={styles.wrong} role="alert">
          {[wrong.message, wrong.hint].filter(Boolean).join(' ')}
        </p>
      )}
    </form>
  );
}
