/** Setting a new password by the link of a mail. It ends every session, this page's too. */
import { ROUTES } from '@ploscope/contracts';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { api } from '../../lib/api/page-api.ts';
import { useForm } from '../../lib/api/use-form.ts';
import { accountText } from '../../text/account.ts';
import { Form } from '../../ui/form.tsx';
import styles from './account.module.css';
import { shortPassword, tokenOfAddress } from './checks.ts';
import { NewPasswordField } from './fields.tsx';
import { Note, Page } from './frame.tsx';

const words = accountText.reset;

export function ResetPasswordPage(): ReactElement {
  const [token] = useState(tokenOfAddress);
  const [done, setDone] = useState(false);
  const form = useForm({
    initial: { password: '' },
    check: ({ password }) => shortPassword('password', password),
    send: ({ password }) => api.call(ROUTES.resetPassword, { body: { token: token ?? '', password } }),
    fieldOf: { 'known-password': 'password' },
    onDone: () => {
      api.forget();
      setDone(true);
    },
  });
  if (token === null) {
    return (
      <Page title={words.title} narrow>
        <Note words={accountText.verify.noToken} tone="bad" />
        <p className={styles.links}>
          <Link className={styles.link} to="/account/forgot-password">
            {words.again}
          </Link>
        </p>
      </Page>
    );
  }
  return (
    <Page title={words.title} narrow>
      {done ? null : (
        <>
          <p className={styles.intro}>{words.intro}</p>
          <Form form={form} submit={words.submit} label={words.title}>
            <NewPasswordField form={form} name="password" label={accountText.newPassword} />
          </Form>
        </>
      )}
      <Note words={done ? words.done : ''} tone="good" />
      <p className={styles.links}>
        <Link className={styles.link} to={done ? '/account/sign-in' : '/account/forgot-password'}>
          {done ? accountText.verify.toSignIn : words.again}
        </Link>
      </p>
    </Page>
  );
}
