/** Personal access tokens: made, shown this once, removed. */
import { type PersonalToken, ROUTES } from '@ploscope/contracts';
import { type ReactElement, useState } from 'react';
import { api } from '../../lib/api/page-api.ts';
import { useAnswer } from '../../lib/api/use-answer.ts';
import { useForm } from '../../lib/api/use-form.ts';
import { accountText } from '../../text/account.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Form } from '../../ui/form.tsx';
import styles from './account.module.css';
import { Card, Note, type Tone } from './frame.tsx';
import { formatDay } from './instants.ts';

const words = accountText.tokens;

interface Said {
  readonly words: string;
  readonly tone: Tone;
}

export function TokensCard(): ReactElement {
  const { value, error, again } = useAnswer(ROUTES.personalTokens);
  const [made, setMade] = useState<string | null>(null);
  const [said, setSaid] = useState<Said>({ words: '', tone: 'plain' });
  const remove = async ({ id }: PersonalToken): Promise<void> => {
    const answer = await api.call(ROUTES.removePersonalToken, { params: { id } });
    setSaid(answer.ok ? { words: words.removed, tone: 'good' } : { words: answer.error.message, tone: 'bad' });
    again();
  };
  const tokens = value?.tokens ?? null;
  return (
    <Card title={words.title}>
      <p className={styles.quiet}>{error === null ? words.note : error.message}</p>
      <Note {...said} />
      {made === null ? null : (
        <MadeToken
          token={made}
          onCopied={(copied) => setSaid({ words: copied, tone: 'plain' })}
          onDone={() => setMade(null)}
        />
      )}
      {tokens?.length === 0 ? <p className={styles.quiet}>{words.none}</p> : null}
      <ul className={styles.rows}>
        {(tokens ?? []).map((token) => (
          <li key={token.id}>
            <div>
              <span className={styles.strong}>{token.name}</span> <small>{factsOf(token)}</small>
            </div>
            <Button aria-label={words.removeOf(token.name)} onClick={() => void remove(token)}>
              {words.remove}
            </Button>
          </li>
        ))}
      </ul>
      <MakeToken
        onMade={(token) => {
          setSaid({ words: '', tone: 'plain' });
          setMade(token);
          again();
        }}
      />
    </Card>
  );
}

function factsOf({ hint, createdAt, usedAt, expiresAt }: PersonalToken): string {
  return [
    `${hint}…`,
    words.madeOn(formatDay(createdAt)),
    usedAt === null ? words.usedNever : words.used(formatDay(usedAt)),
    expiresAt === null ? words.endsNever : words.ends(formatDay(expiresAt)),
  ].join(' · ');
}

interface MadeProps {
  readonly token: string;
  readonly onCopied: (said: string) => void;
  readonly onDone: () => void;
}

function MadeToken({ token, onCopied, onDone }: MadeProps): ReactElement {
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(token);
      onCopied(accountText.twoFactor.copied);
    } catch {
      onCopied(accountText.twoFactor.copyFailed);
    }
  };
  return (
    <div className={styles.side} role="status">
      <p className={styles.strong}>{words.made}</p>
      <p className={styles.code} data-testid="made-token">
        {token}
      </p>
      <div className={styles.buttons}>
        <Button icon="copy" onClick={() => void copy()}>
          {words.copy}
        </Button>
        <Button look="primary" icon="check" onClick={onDone}>
          {words.done}
        </Button>
      </div>
    </div>
  );
}

function MakeToken({ onMade }: { onMade: (token: string) => void }): ReactElement {
  const [open, setOpen] = useState(false);
  const form = useForm({
    initial: { name: '', days: '365' },
    check: ({ name, days }) => ({
      ...(name.trim() === '' ? { name: words.writeName } : {}),
      ...(daysOf(days) === undefined ? { days: words.wrongDays } : {}),
    }),
    send: ({ name, days }, idempotencyKey) =>
      api.call(ROUTES.makePersonalToken, { body: { name, days: daysOf(days) ?? null }, idempotencyKey }),
    onDone: ({ token }) => {
      form.clear();
      setOpen(false);
      onMade(token);
    },
  });
  return (
    <details className={styles.more} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.make}</summary>
      <Form form={form} look="plain" submit={words.submit} label={words.make}>
        <Field form={form} name="name" autoComplete="off" maxLength={100} label={words.name} hint={words.nameHint} />
        <Field
          form={form}
          name="days"
          autoComplete="off"
          inputMode="numeric"
          maxLength={4}
          label={words.days}
          hint={words.daysHint}
        />
      </Form>
    </details>
  );
}

/** Null for never; undefined for what is no number of days. */
function daysOf(written: string): number | null | undefined {
  if (written.trim() === '') return null;
  const days = Number(written);
  return Number.isInteger(days) && days >= 1 && days <= 3650 ? days : undefined;
}
