/** Registering. A guest who registers becomes the account and keeps what was submitted. */
import { ROUTES } from '@ploscope/contracts';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { api } from '../../lib/api/page-api.ts';
import { useForm } from '../../lib/api/use-form.ts';
import { usePlayer } from '../../lib/api/who.ts';
import { accountText } from '../../text/account.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import styles from './account.module.css';
import { placeToGoOn, shortPassword, wrongEmail } from './checks.ts';
import { EmailField, NewPasswordField } from './fields.tsx';
import { Note, Page } from './frame.tsx';
import { GoogleButton } from './offers.tsx';
import { useGoingOn } from './use-going-on.ts';

const words = accountText.register;

export function RegisterPage(): ReactElement {
  const router = useRouter();
  const player = usePlayer();
  const { next } = useSearch({ from: '/account/register' });
  const [failure, setFailure] = useState('');
  useGoingOn(next);
  const form = useForm({
    initial: { email: '', password: '' },
    check: ({ email, password }) => ({ ...wrongEmail(email), ...shortPassword('password', password) }),
    send: (body, idempotencyKey) => api.call(ROUTES.register, { body, idempotencyKey }),
    fieldOf: { 'email-taken': 'email', 'known-password': 'password' },
    onDone: api.take,
  });
  const goOnAsGuest = async (): Promise<void> => {
    const answer = await api.call(ROUTES.guest, {});
    if (!answer.ok) {
      setFailure(answer.error.message);
      return;
    }
    api.take(answer.value);
    router.history.push(placeToGoOn(next));
  };
  return (
    <Page title={words.title} narrow>
      <p className={styles.intro}>{player?.guest ? words.keep : words.intro}</p>
      <Form form={form} submit={words.submit} label={words.title}>
        <EmailField form={form} />
        <NewPasswordField form={form} name="password" label={accountText.password} />
      </Form>
      <GoogleButton />
      <p className={styles.links}>
        <span>
          {words.signIn}{' '}
          <Link className={styles.link} to="/account/sign-in" search={{ next }}>
            {words.signInLink}
          </Link>
        </span>
      </p>
      {player === null ? (
        <div className={styles.buttons}>
          <Button look="quiet" onClick={() => void goOnAsGuest()}>
            {words.guest}
          </Button>
          <span className={styles.quiet}>{words.guestHint}</span>
        </div>
      ) : null}
      <Note words={failure} tone="bad" />
    </Page>
  );
}
