/**
 * Which hands: the filter as one line of text, which the address holds too, and as fields to point at. Both are the same
 * filter; what is wrong is said where it stands.
 */
import type { WireError } from '@ploscope/contracts';
import { formatFilterText, type HandFilter, parseFilterText } from '@ploscope/poker';
import { type FormEvent, type ReactElement, useEffect, useMemo, useState } from 'react';
import { handsText } from '../../../text/hands.ts';
import { Button } from '../../../ui/button.tsx';
import styles from './filter.module.css';
import { FilterFields } from './filter-fields.tsx';

const words = handsText.filter;

export interface FilterBarProps {
  readonly filter: string;
  /** Of the answer to this filter. */
  readonly error: WireError | null;
  readonly onFilter: (filter: string) => void;
}

type Wrong = Pick<WireError, 'message' | 'hint' | 'field'>;

export function FilterBar({ filter, error, onFilter }: FilterBarProps): ReactElement {
  const [written, setWritten] = useState(filter);
  const [opened, setOpened] = useState(false);
  const [mistake, setMistake] = useState<Wrong | null>(null);
  useEffect(() => {
    setWritten(filter);
    setMistake(null);
  }, [filter]);
  const read = useMemo(() => parseFilterText(filter), [filter]);
  const current: HandFilter = read.ok ? read.value : {};
  const wrong: Wrong | null = mistake ?? (read.ok ? (error?.code === 'hand-filter' ? error : null) : read.error);
  const count = Object.keys(current).length;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const asked = parseFilterText(written);
    if (asked.ok) onFilter(formatFilterText(asked.value));
    else setMistake(asked.error);
  };
  return (
    <div className={styles.filter}>
      <form className={styles.bar} onSubmit={submit} aria-label={words.label}>
        <Button aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {count === 0 ? words.open : `${words.open} · ${words.active(count)}`}
        </Button>
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
          onChange={(event) => {
            setWritten(event.target.value);
            setMistake(null);
          }}
        />
        <Button type="submit">{words.apply}</Button>
        {filter === '' ? null : (
          <Button look="quiet" onClick={() => onFilter('')}>
            {words.clear}
          </Button>
        )}
      </form>
      {wrong === null ? null : (
        <p id="filter-wrong" className={styles.wrong} role="alert">
          {[wrong.message, wrong.hint].filter(Boolean).join(' ')}
        </p>
      )}
      {opened ? (
        <FilterFields
          filter={current}
          wrongField={wrong?.field ?? null}
          onChange={(next) => onFilter(formatFilterText(next))}
        />
      ) : null}
    </div>
  );
}
