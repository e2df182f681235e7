/** The second factor: off, being set up (password, QR code, first code, recovery codes), on, turned off. */
import { type Player, ROUTES } from '@ploscope/contracts';
import { type ReactElement, useState } from 'react';
import { api } from '../../lib/api/page-api.ts';
import { useForm } from '../../lib/api/use-form.ts';
import { accountText } from '../../text/account.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Form } from '../../ui/form.tsx';
import styles from './account.module.css';
import { noCode, noPassword } from './checks.ts';
import { PasswordField } from './fields.tsx';
import { Card } from './frame.tsx';
import { NO_PROOF, noProof, OwnerFields, PROOF_FIELDS } from './owner-fields.tsx';
import { QrCode } from './qr-code.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

const words = accountText.twoFactor;

interface Setup {
  readonly secret: string;
  readonly uri: string;
}

export function TwoFactorCard({ player }: { player: Player }): ReactElement {
  const [setup, setSetup] = useState<Setup | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  return (
    <Card
      title={words.title}
      badge={
        <span className={styles.badge} data-good={player.twoFactor}>
          {player.twoFactor ? words.on : words.off}
        </span>
      }
    >
      {codes !== null ? (
        <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />
      ) : setup !== null ? (
        <Confirm
          setup={setup}
          onCancel={() => setSetup(null)}
          onDone={(recovery) => {
            setSetup(null);
            setCodes(recovery);
            void api.learn();
          }}
        />
      ) : (
        <>
          <p className={styles.quiet}>{player.hasPassword ? words.note : words.needsPassword}</p>
          {!player.hasPassword ? null : player.twoFactor ? <TurnOff player={player} /> : <Begin onBegun={setSetup} />}
        </>
      )}
    </Card>
  );
}

function Begin({ onBegun }: { onBegun: (setup: Setup) => void }): ReactElement {
  const form = useForm({
    initial: { password: '' },
    check: ({ password }) => noPassword(password),
    send: (body) => api.call(ROUTES.beginTwoFactor, { body }),
    fieldOf: { 'wrong-password': 'password' },
    onDone: onBegun,
  });
  return (
    <details className={styles.more}>
      <summary>{words.begin}</summary>
      <Form form={form} look="plain" submit={words.beginSubmit} label={words.begin}>
        <PasswordField form={form} label={accountText.change.current} />
      </Form>
    </details>
  );
}

interface ConfirmProps {
  readonly setup: Setup;
  readonly onCancel: () => void;
  readonly onDone: (codes: readonly string[]) => void;
}

function Confirm({ setup, onCancel, onDone }: ConfirmProps): ReactElement {
  const form = useForm({
    initial: { code: '' },
    check: ({ code }) => noCode(code),
    send: (body) => api.call(ROUTES.confirmTwoFactor, { body }),
    fieldOf: { 'wrong-code': 'code' },
    onDone: ({ recoveryCodes }) => onDone(recoveryCodes),
  });
  return (
    <div className={styles.setup}>
      <QrCode text={setup.uri} />
      <div className={styles.side}>
        <p className={styles.quiet}>{words.scan}</p>
        <p className={styles.code} data-testid="secret">
          <span className="visually-hidden">{words.secret}: </span>
          {setup.secret}
        </p>
        <Form
          form={form}
          submit={words.confirm}
          label={words.confirm}
          also={
            <Button look="quiet" onClick={onCancel}>
              {words.cancel}
            </Button>
          }
        >
          <Field
            form={form}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            mono
            maxLength={32}
            label={words.code}
          />
        </Form>
      </div>
    </div>
  );
}

function TurnOff({ player }: { player: Player }): ReactElement {
  const form = useForm({
    initial: NO_PROOF,
    check: (proof) => noProof(proof, player),
    send: (body) => api.call(ROUTES.endTwoFactor, { body }),
    fieldOf: PROOF_FIELDS,
    onDone: () => void api.learn(),
  });
  return (
    <details className={styles.more}>
      <summary>{words.end}</summary>
      <Form form={form} look="plain" submit={words.end} label={words.end}>
        <OwnerFields form={form} player={player} />
      </Form>
    </details>
  );
}
