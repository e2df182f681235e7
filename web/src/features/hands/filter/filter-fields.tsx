/** The fields of a filter, each in the form its kind asks for. A change takes effect at once. */
import { FILTER_FIELDS, type FilterField, type HandFilter, readHandFilter } from '@ploscope/poker';
import { type ReactElement, useEffect, useId, useState } from 'react';
import { handsText } from '../../../text/hands.ts';
import styles from './filter.module.css';

const words = handsText.filter;

export interface FilterFieldsProps {
  readonly filter: HandFilter;
  readonly wrongField: string | null;
  readonly onChange: (filter: HandFilter) => void;
}

type SetValue = (value: unknown) => void;

/** What players ask for most comes first. */
const ORDER: readonly (keyof HandFilter)[] = [
  ...(['position', 'pot', 'outcome', 'street', 'hand', 'result', 'potSize', 'from', 'to', 'stakes', 'game'] as const),
  ...(['showdown', 'inPosition', 'flopPlayers', 'allIn', 'made', 'suits', 'pairing', 'connection', 'high'] as const),
  ...(['players', 'player', 'site', 'tournament', 'straddled'] as const),
];

export function FilterFields({ filter, wrongField, onChange }: FilterFieldsProps): ReactElement {
  /** What does not read stays in its field, and the filter as it was. */
  const [wrong, setWrong] = useState<{ key: string; message: string } | null>(null);
  const set = (key: keyof HandFilter, value: unknown): void => {
    const { [key]: _, ...others } = filter;
    const read = readHandFilter(value === undefined ? others : { ...others, [key]: value });
    setWrong(read.ok ? null : { key, message: read.error.message });
    if (read.ok) onChange(read.value);
  };
  return (
    <div className={styles.fields}>
      {ORDER.map((key) => {
        const field = FILTER_FIELDS.find((known) => known.key === key);
        if (field === undefined) return null;
        const message = wrong?.key === key ? wrong.message : null;
        return (
          <div key={key} className={styles.field} data-wrong={wrongField === key || message !== null}>
            <Field field={field} value={filter[key]} onSet={(value) => set(key, value)} />
            {message === null ? null : (
              <p className={styles.wrong} role="alert">
                {message}
              </p>
            )}
          </div>
        );
      })}
    </div>
  );
}

function Field({ field, value, onSet }: { field: FilterField; value: unknown; onSet: SetValue }): ReactElement {
  const name = words.fields[field.key];
  switch (field.form) {
    case 'words':
      return (
        <Chips
          name={name}
          options={field.words.map((word) => [word, words.words[field.key]?.[word] ?? word])}
          chosen={(value as readonly string[] | undefined) ?? []}
          onChoose={(chosen) => onSet(chosen.length === 0 ? undefined : chosen)}
        />
      );
    case 'yes-no':
      return (
        <Chips
          name={name}
          options={[
            ['yes', words.yes],
            ['no', words.no],
          ]}
          chosen={value === undefined ? [] : [value === true ? 'yes' : 'no']}
          onChoose={(chosen) => onSet(chosen.length === 0 ? undefined : chosen.at(-1) === 'yes')}
        />
      );
    case 'span':
      return <SpanField name={name} value={value as HandFilter['result']} onSet={onSet} />;
    case 'time':
      return <TextField name={name} type="date" value={((value as string) ?? '').slice(0, 10)} onSet={onSet} />;
    case 'texts':
      return (
        <TextField
          name={name}
          value={((value as readonly string[]) ?? []).join(', ')}
          hint={words.hints[field.key]}
          onSet={(text) => onSet(text === undefined ? undefined : String(text).split(/\s*,\s*/))}
        />
      );
    default:
      return <TextField name={name} value={(value as string) ?? ''} hint={words.hints[field.key]} onSet={onSet} />;
  }
}

interface ChipsProps {
  readonly name: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

function Chips({ name, options, chosen, onChoose }: ChipsProps): ReactElement {
  return (
    <fieldset className={styles.chips}>
      <legend>{name}</legend>
      {options.map(([value, label]) => {
        const on = chosen.includes(value);
        return (
          <button
            key={value}
            type="button"
            aria-pressed={on}
            onClick={() => onChoose(on ? chosen.filter((other) => other !== value) : [...chosen, value])}
          >
            {label}
          </button>
        );
      })}
    </fieldset>
  );
}

interface TextFieldProps {
  readonly name: string;
  readonly value: string;
  readonly type?: 'text' | 'date';
  readonly hint?: string | undefined;
  readonly onSet: SetValue;
}

/** Takes effect when it is left, or by Enter: half a word is no filter. */
function TextField({ name, value, type = 'text', hint, onSet }: TextFieldProps): ReactElement {
  const id = useId();
  const [written, setWritten] = useState(value);
  useEffect(() => setWritten(value), [value]);
  const take = (next: string): void => {
    if (next.trim() !== value) onSet(next.trim() === '' ? undefined : next.trim());
  };
  return (
    <label className={styles.labelled} htmlFor={id}>
      <span>{name}</span>
      <input
        id={id}
        type={type}
        value={written}
        placeholder={hint}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          setWritten(event.target.value);
          if (type === 'date') take(event.target.value);
        }}
        onBlur={() => take(written)}
        onKeyDown={(event) => event.key === 'Enter' && take(written)}
      />
    </label>
  );
}

function SpanField({
  name,
  value,
  onSet,
}: {
  name: string;
  value: HandFilter['result'];
  onSet: SetValue;
}): ReactElement {
  const { least = null, most = null } = value ?? {};
  const set = (next: { least: number | null; most: number | null }): void =>
    onSet(next.least === null && next.most === null ? undefined : next);
  return (
    <fieldset className={styles.span}>
      <legend>{name}</legend>
      <NumberInput label={words.least(name)} value={least} onTake={(taken) => set({ least: taken, most })} />
      <span aria-hidden="true">{words.to}</span>
      <NumberInput label={words.most(name)} value={most} onTake={(taken) => set({ least, most: taken })} />
    </fieldset>
  );
}

interface NumberInputProps {
  readonly label: string;
  readonly value: number | null;
  readonly onTake: (value: number | null) => void;
}

function NumberInput({ label, value, onTake }: NumberInputProps): ReactElement {
  const shown = value === null ? '' : String(value);
  const [written, setWritten] = useState(shown);
  useEffect(() => setWritten(shown), [shown]);
  const take = (): void => {
    if (written !== shown) onTake(written.trim() === '' ? null : Number(written));
  };
  return (
    <input
      inputMode="decimal"
      aria-label={label}
      value={written}
      onChange={(event) => setWritten(event.target.value)}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    />
  );
}
