/** The address: whether it is proved, the mail once more, another address. */
import { type Player, ROUTES } from '@ploscope/contracts';
import { type ReactElement, useState } from 'react';
import { api } from '../../lib/api/page-api.ts';
import { useForm } from '../../lib/api/use-form.ts';
import { accountText } from '../../text/account.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Form } from '../../ui/form.tsx';
import styles from './account.module.css';
import { wrongEmail } from './checks.ts';
import { Card, Note, type Tone } from './frame.tsx';
import { MailboxLink } from './offers.tsx';
import { learnOfCode, NO_PROOF, noProof, OwnerFields, PROOF_FIELDS, proofOf } from './owner-fields.tsx';

const words = accountText.mail;

export function EmailCard({ player }: { player: Player }): ReactElement {
  const [said, setSaid] = useState<{ readonly words: string; readonly tone: Tone }>({ words: '', tone: 'plain' });
  const send = async (): Promise<void> => {
    const answer = await api.call(ROUTES.sendVerification, {});
    setSaid(answer.ok ? { words: words.sent, tone: 'good' } : { words: answer.error.message, tone: 'bad' });
  };
  return (
    <Card
      title={words.title}
      badge={
        <span className={styles.badge} data-good={player.emailVerified} data-open={!player.emailVerified}>
          {player.emailVerified ? words.proved : words.notProved}
        </span>
      }
      aside={player.emailVerified ? null : <Button onClick={() => void send()}>{words.send}</Button>}
    >
      <p className={styles.strong}>{player.email}</p>
      <Note {...said} />
      <MailboxLink />
      {player.hasPassword ? (
        <ChangeEmail player={player} onSent={(email) => setSaid({ words: words.changed(email), tone: 'good' })} />
      ) : null}
    </Card>
  );
}

function ChangeEmail({ player, onSent }: { player: Player; onSent: (email: string) => void }): ReactElement {
  const [open, setOpen] = useState(false);
  const form = useForm({
    initial: { email: '', ...NO_PROOF },
    check: ({ email, ...proof }) => ({ ...wrongEmail(email), ...noProof(proof, player) }),
    send: ({ email, ...proof }) => api.call(ROUTES.changeEmail, { body: { email, ...proofOf(proof, player) } }),
    fieldOf: { 'email-taken': 'email', ...PROOF_FIELDS },
    onError: learnOfCode,
    onDone: () => {
      onSent(form.values.email.trim());
      form.clear();
      setOpen(false);
    },
  });
  return (
    <details className={styles.more} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.change}</summary>
      <Form form={form} look="plain" submit={words.submit} label={words.change}>
        <Field form={form} name="email" type="email" inputMode="email" autoComplete="email" label={words.newEmail} />
        <OwnerFields form={form} player={player} />
      </Form>
    </details>
  );
}
