/** Asking for the mail that sets a new password. The answer does not tell whether there is such an account. */
import { ROUTES } from '@ploscope/contracts';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { api } from '../../lib/api/page-api.ts';
import { useForm } from '../../lib/api/use-form.ts';
import { accountText } from '../../text/account.ts';
import { Form } from '../../ui/form.tsx';
import styles from './account.module.css';
import { wrongEmail } from './checks.ts';
import { EmailField } from './fields.tsx';
import { Note, Page } from './frame.tsx';
import { MailboxLink } from './offers.tsx';

const words = accountText.forgot;

export function ForgotPasswordPage(): ReactElement {
  const [sent, setSent] = useState(false);
  const form = useForm({
    initial: { email: '' },
    check: ({ email }) => wrongEmail(email),
    send: (body) => api.call(ROUTES.forgotPassword, { body }),
    onDone: () => setSent(true),
  });
  return (
    <Page title={words.title} narrow>
      {sent ? null : (
        <>
          <p className={styles.intro}>{words.intro}</p>
          <Form form={form} submit={words.submit} label={words.title}>
            <EmailField form={form} />
          </Form>
        </>
      )}
      <Note words={sent ? words.sent : ''} tone="good" />
      {sent ? <MailboxLink /> : null}
      <p className={styles.links}>
        <Link className={styles.link} to="/account/sign-in">
          {words.back}
        </Link>
      </p>
    </Page>
  );
}
