/** The fields that several forms of accounts have, as password managers know them. */
import type { ReactElement } from 'react';
import { accountText } from '../../text/account.ts';
import { Field, type FieldFace } from '../../ui/form.tsx';

/** The address an account goes by. */
export function EmailField({ form }: { form: FieldFace<'email'> }): ReactElement {
  return (
    <Field form={form} name="email" type="email" inputMode="email" autoComplete="username" label={accountText.email} />
  );
}

/** The password the account has. */
export function PasswordField({ form, label }: { form: FieldFace<'password'>; label: string }): ReactElement {
  return <Field form={form} name="password" type="password" autoComplete="current-password" label={label} />;
}

/** A code of the authenticator, or a recovery code. */
export function CodeField({
  form,
  label,
  hint,
}: {
  form: FieldFace<'code'>;
  label: string;
  hint?: string;
}): ReactElement {
  return (
    <Field
      form={form}
      name="code"
      autoComplete="one-time-code"
      mono
      maxLength={32}
      label={label}
      {...(hint === undefined ? {} : { hint })}
    />
  );
}

/** A password to be set. */
export function NewPasswordField<F extends string>({
  form,
  name,
  label,
}: {
  form: FieldFace<F>;
  name: F;
  label: string;
}): ReactElement {
  return (
    <Field
      form={form}
      name={name}
      type="password"
      autoComplete="new-password"
      label={label}
      hint={accountText.passwordHint}
    />
  );
}
