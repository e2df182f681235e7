/** Changing the password. Who signs in with Google alone is shown how to get one. */
import { type Player, ROUTES } from '@ploscope/contracts';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { api } from '../../lib/api/page-api.ts';
import { useForm } from '../../lib/api/use-form.ts';
import { accountText } from '../../text/account.ts';
import { Form } from '../../ui/form.tsx';
import styles from './account.module.css';
import { shortPassword } from './checks.ts';
import { NewPasswordField } from './fields.tsx';
import { Card, Note } from './frame.tsx';
import { learnOfCode, NO_PROOF, noProof, OwnerFields, PROOF_FIELDS, proofOf } from './owner-fields.tsx';

const words = accountText.change;

export function PasswordCard({ player }: { player: Player }): ReactElement {
  const [said, setSaid] = useState('');
  if (!player.hasPassword) {
    return (
      <Card title={words.title}>
        <p className={styles.quiet}>
          {words.none}{' '}
          <Link className={styles.link} to="/account/forgot-password">
            {words.set}
          </Link>
        </p>
      </Card>
    );
  }
  return (
    <Card title={words.title}>
      <Note words={said} tone="good" />
      <ChangePassword player={player} onDone={() => setSaid(words.done)} />
    </Card>
  );
}

function ChangePassword({ player, onDone }: { player: Player; onDone: () => void }): ReactElement {
  const [open, setOpen] = useState(false);
  const form = useForm({
    initial: { ...NO_PROOF, newPassword: '' },
    check: ({ newPassword, ...proof }) => ({
      ...noProof(proof, player),
      ...shortPassword('newPassword', newPassword),
    }),
    send: ({ newPassword, ...proof }) =>
      api.call(ROUTES.changePassword, { body: { newPassword, ...proofOf(proof, player) } }),
    fieldOf: { 'known-password': 'newPassword', ...PROOF_FIELDS },
    onError: learnOfCode,
    onDone: () => {
      form.clear();
      setOpen(false);
      onDone();
    },
  });
  return (
    <details className={styles.more} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.open}</summary>
      <Form form={form} look="plain" submit={words.submit} label={words.open}>
        {/* For password managers: whose password it is. */}
        <input type="text" name="username" autoComplete="username" value={player.email ?? ''} readOnly hidden />
        <OwnerFields form={form} player={player} />
        <NewPasswordField form={form} name="newPassword" label={accountText.newPassword} />
      </Form>
    </details>
  );
}
