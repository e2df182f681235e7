/**
 * A form that the server judges: what is written, what is wrong with which field, whether it is being sent. The first
 * wrong field gets the focus; what belongs to no field is said for the form.
 */
import type { Called, WireError } from '@ploscope/contracts';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { apiText } from '../../text/api.ts';
import { newKey } from './new-key.ts';

export interface FormStart<F extends string, T> {
  readonly initial: Readonly<Record<F, string>>;
  /** What can be said without the server. */
  readonly check?: (values: Readonly<Record<F, string>>) => Partial<Record<NoInfer<F>, string>>;
  /** `key`: the same for as long as the same is sent again, for routes that take an `Idempotency-Key`. */
  readonly send: (values: Readonly<Record<F, string>>, key: string) => Promise<Called<T>>;
  /** The field an error code is about. */
  readonly fieldOf?: Readonly<Record<string, NoInfer<F>>>;
  readonly onDone: (value: T) => void;
  /** Takes an error out of the form's hands. */
  readonly onError?: (error: WireError) => boolean;
}

export interface FormHandle<F extends string> {
  readonly values: Readonly<Record<F, string>>;
  readonly wrong: Partial<Record<F, string>>;
  readonly failure: string | null;
  readonly busy: boolean;
  readonly id: (field: F) => string;
  readonly set: (field: F, value: string) => void;
  readonly clear: () => void;
  readonly onSubmit: (event: FormEvent) => void;
}

export function useForm<F extends string, T>(start: FormStart<F, T>): FormHandle<F> {
  const id = useId();
  const [values, setValues] = useState(start.initial);
  const [wrong, setWrong] = useState<Partial<Record<F, string>>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [tries, setTries] = useState(0);
  const gone = useRef(false);
  const sending = useRef<{ readonly values: object; readonly key: string } | null>(null);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  const idOf = (field: F): string => `${id}-${field}`;
  const first = (Object.keys(start.initial) as F[]).find((field) => wrong[field] !== undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves after a try, not when an error is mended
  useEffect(() => {
    if (first !== undefined) document.getElementById(idOf(first))?.focus();
  }, [tries]);

  const place = (error: WireError, retryAfterS: number | null): void => {
    if (start.onError?.(error)) return;
    const named = (error.field ?? '') as F;
    const field = Object.hasOwn(start.initial, named) ? named : start.fieldOf?.[error.code];
    const retry = retryAfterS === null ? null : apiText.retryIn(retryAfterS);
    const hint = retry ?? (error.code === 'internal' ? null : error.hint);
    if (field === undefined) setFailure([error.message, hint].filter(Boolean).join(' '));
    else setWrong({ [field]: error.message } as Partial<Record<F, string>>);
  };
  const submit = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    const problems = start.check?.(values) ?? {};
    setWrong(problems);
    if (Object.keys(problems).length === 0) {
      if (sending.current?.values !== values) sending.current = { values, key: newKey() };
      const answer = await start.send(values, sending.current.key);
      if (answer.ok) sending.current = null;
      if (gone.current) return;
      if (answer.ok) start.onDone(answer.value);
      else place(answer.error, answer.retryAfterS);
    }
    setBusy(false);
    setTries((now) => now + 1);
  };

  return {
    values,
    wrong,
    failure,
    busy,
    id: idOf,
    set: (field, value) => {
      setValues((now) => ({ ...now, [field]: value }));
      setWrong(({ [field]: _, ...others }) => others as Partial<Record<F, string>>);
    },
    clear: () => {
      setValues(start.initial);
      setWrong({});
      setFailure(null);
    },
    onSubmit: (event) => {
      event.preventDefault();
      void submit();
    },
  };
}
