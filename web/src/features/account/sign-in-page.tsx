/** Signing in: address and password, then a code where the account asks for one. */
import { googleErrorSchema, ROUTES } from '@ploscope/contracts';
import { Link, useSearch } from '@tanstack/react-router';
import { type ReactElement, useEffect, useState } from 'react';
import { api } from '../../lib/api/page-api.ts';
import { useForm } from '../../lib/api/use-form.ts';
import { pageHint } from '../../lib/api/who.ts';
import { accountText } from '../../text/account.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import styles from './account.module.css';
import { noCode, noPassword, wrongEmail } from './checks.ts';
import { CodeField, EmailField, PasswordField } from './fields.tsx';
import { Note, Page } from './frame.tsx';
import { GoogleButton } from './offers.tsx';
import { useGoingOn } from './use-going-on.ts';

const words = accountText.signIn;

interface Proved {
  readonly email: string;
  readonly password: string;
}

export function SignInPage(): ReactElement {
  const [proved, setProved] = useState<Proved | null>(null);
  const { error, next, google } = useSearch({ from: '/account/sign-in' });
  useGoingOn(next);
  useEffect(() => {
    if (google === undefined) return;
    // Back from Google with a cookie, and nothing else to know it by.
    pageHint.set(true);
    void api.wake();
  }, [google]);
  return (
    <Page title={proved === null ? words.title : words.codeTitle} narrow>
      {error === undefined || proved !== null ? null : <Note words={failureOf(error)} tone="bad" />}
      {proved === null ? (
        <PasswordStep onProved={setProved} />
      ) : (
        <CodeStep {...proved} onBack={() => setProved(null)} />
      )}
    </Page>
  );
}

function failureOf(error: string): string {
  const read = googleErrorSchema.safeParse(error);
  return words.failures[read.success ? read.data : 'google-failed'];
}

function PasswordStep({ onProved }: { onProved: (proved: Proved) => void }): ReactElement {
  const { next } = useSearch({ from: '/account/sign-in' });
  const form = useForm({
    initial: { email: '', password: '' },
    check: ({ email, password }) => ({ ...wrongEmail(email), ...noPassword(password) }),
    send: (body) => api.call(ROUTES.login, { body }),
    fieldOf: { 'wrong-login': 'password' },
    onError: (error) => {
      if (error.code !== 'second-factor') return false;
      onProved(form.values);
      return true;
    },
    onDone: api.take,
  });
  return (
    <>
      <p className={styles.intro}>{words.intro}</p>
      <Form form={form} submit={words.submit} label={words.title}>
        <EmailField form={form} />
        <PasswordField form={form} label={accountText.password} />
      </Form>
      <GoogleButton />
      <p className={styles.links}>
        <Link className={styles.link} to="/account/forgot-password">
          {words.forgot}
        </Link>
        <span>
          {words.register}{' '}
          <Link className={styles.link} to="/account/register" search={{ next }}>
            {words.registerLink}
          </Link>
        </span>
      </p>
    </>
  );
}

function CodeStep({ email, password, onBack }: Proved & { onBack: () => void }): ReactElement {
  const form = useForm({
    initial: { code: '' },
    check: ({ code }) => noCode(code),
    send: ({ code }) => api.call(ROUTES.login, { body: { email, password, code } }),
    fieldOf: { 'wrong-code': 'code', 'second-factor': 'code' },
    onDone: api.take,
  });
  const field = form.id('code');
  useEffect(() => document.getElementById(field)?.focus(), [field]);
  return (
    <>
      <p className={styles.intro}>{words.codeIntro}</p>
      <Form
        form={form}
        submit={words.submit}
        label={words.codeTitle}
        also={
          <Button look="quiet" onClick={onBack}>
            {words.back}
          </Button>
        }
      >
        <CodeField form={form} label={words.code} hint={words.codeHint} />
      </Form>
    </>
  );
}
