/** Taking everything along, and deleting everything. */
import { type Player, ROUTES } from '@ploscope/contracts';
import { type ReactElement, useState } from 'react';
import { api } from '../../lib/api/page-api.ts';
import { useForm } from '../../lib/api/use-form.ts';
import { download } from '../../lib/download.ts';
import { accountText } from '../../text/account.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Form } from '../../ui/form.tsx';
import styles from './account.module.css';
import { Card, Note, type Tone } from './frame.tsx';
import { learnOfCode, NO_PROOF, noProof, OwnerFields, PROOF_FIELDS, proofOf } from './owner-fields.tsx';

const words = accountText.data;

interface DataProps {
  readonly player: Player;
  readonly onDeleted: () => void;
}

export function DataCard(props: DataProps): ReactElement {
  const [said, setSaid] = useState<{ readonly words: string; readonly tone: Tone }>({ words: '', tone: 'plain' });
  const take = async (): Promise<void> => {
    const answer = await api.call(ROUTES.exportAccount, {});
    if (answer.ok) {
      download(new Blob([JSON.stringify(answer.value, null, 2), '\n'], { type: 'application/json' }), words.file);
      setSaid({ words: words.exported, tone: 'good' });
    } else setSaid({ words: answer.error.message, tone: 'bad' });
  };
  return (
    <Card
      title={words.title}
      aside={
        <Button icon="download" onClick={() => void take()}>
          {words.export}
        </Button>
      }
    >
      <p className={styles.quiet}>{words.exportNote}</p>
      <Note {...said} />
      <Delete {...props} />
    </Card>
  );
}

function Delete({ player, onDeleted }: DataProps): ReactElement {
  // A guest has no address to type.
  const asked = player.email ?? words.word;
  const form = useForm({
    initial: { confirm: '', ...NO_PROOF },
    check: ({ confirm, ...proof }) => ({
      ...(confirm.trim().toLowerCase() === asked.toLowerCase() ? {} : { confirm: words.wrongConfirm }),
      ...noProof(proof, player),
    }),
    send: (proof) => {
      const { password, ...code } = proofOf(proof, player);
      const who = player.hasPassword ? { password } : player.email === null ? {} : { email: player.email };
      return api.call(ROUTES.deleteAccount, { body: { ...who, ...code } });
    },
    fieldOf: PROOF_FIELDS,
    onError: learnOfCode,
    onDone: () => {
      onDeleted();
      api.forget();
    },
  });
  return (
    <details className={styles.more}>
      <summary>{words.delete}</summary>
      <p className={styles.quiet}>{words.deleteNote}</p>
      <Form form={form} look="danger" submit={words.submit} label={words.delete}>
        <Field
          form={form}
          name="confirm"
          autoComplete="off"
          label={player.email === null ? words.confirmWord(asked) : words.confirmEmail(asked)}
        />
        <OwnerFields form={form} player={player} />
      </Form>
    </details>
  );
}
