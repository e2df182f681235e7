/** A form and its fields: label, what is wrong beside it, and a way out. What it does is its handle's business. */
import type { FormEvent, InputHTMLAttributes, ReactElement, ReactNode } from 'react';
import { Button } from './button.tsx';
import styles from './form.module.css';

export interface FormFace {
  readonly failure: string | null;
  readonly busy: boolean;
  readonly onSubmit: (event: FormEvent) => void;
}

export interface FormProps {
  readonly form: FormFace;
  readonly submit: string;
  readonly look?: 'primary' | 'plain' | 'danger';
  readonly children: ReactNode;
  /** Beside the button. */
  readonly also?: ReactNode;
  readonly label?: string;
}

export function Form({ form, submit, look = 'primary', children, also, label }: FormProps): ReactElement {
  return (
    <form className={styles.form} noValidate onSubmit={form.onSubmit} aria-busy={form.busy} aria-label={label}>
      {children}
      {form.failure === null ? null : (
        <p className={styles.failure} role="alert">
          {form.failure}
        </p>
      )}
      <div className={styles.actions}>
        {/* Not `disabled` while it is sent: that would take the focus away. */}
        <Button look={look} type="submit" aria-disabled={form.busy}>
          {submit}
        </Button>
        {also}
      </div>
    </form>
  );
}

export interface FieldFace<F extends string> {
  readonly values: Readonly<Record<F, string>>;
  readonly wrong: Partial<Record<F, string>>;
  readonly id: (field: F) => string;
  readonly set: (field: F, value: string) => void;
}

type Native = Pick<InputHTMLAttributes<HTMLInputElement>, 'type' | 'autoComplete' | 'inputMode' | 'maxLength'>;

export interface FieldProps<F extends string> extends Native {
  readonly form: FieldFace<F>;
  readonly name: F;
  readonly label: string;
  readonly hint?: string;
  readonly mono?: boolean;
}

export function Field<F extends string>({ form, name, label, hint, mono, ...native }: FieldProps<F>): ReactElement {
  const id = form.id(name);
  const wrong = form.wrong[name];
  const described = [wrong === undefined ? '' : `${id}-wrong`, hint === undefined ? '' : `${id}-hint`];
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        {...native}
        id={id}
        name={name}
        className={styles.input}
        data-mono={mono}
        value={form.values[name]}
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        aria-invalid={wrong !== undefined}
        aria-describedby={described.filter(Boolean).join(' ') || undefined}
        onChange={(event) => form.set(name, event.target.value)}
      />
      {wrong === undefined ? null : (
        <p id={`${id}-wrong`} className={styles.wrong} role="alert">
          {wrong}
        </p>
      )}
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
