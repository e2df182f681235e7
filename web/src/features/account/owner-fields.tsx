/**
 * What is asked for once more before anything that could take the account away: the password, where the account has one,
 * and a code, where signing in asks for one.
 */
import type { Player } from '@ploscope/contracts';
import type { ReactElement } from 'react';
import { api } from '../../lib/api/page-api.ts';
import { accountText } from '../../text/account.ts';
import type { FieldFace } from '../../ui/form.tsx';
import { noCode, noPassword } from './checks.ts';
import { CodeField, PasswordField } from './fields.tsx';

type OwnerValues = Readonly<Record<'password' | 'code', string>>;

export const NO_PROOF: OwnerValues = { password: '', code: '' };

/** The fields that errors of the server are about. */
export const PROOF_FIELDS = { 'wrong-password': 'password', 'wrong-code': 'code' } as const;

export function OwnerFields({ form, player }: { form: FieldFace<'password' | 'code'>; player: Player }): ReactElement {
  return (
    <>
      {player.hasPassword ? <PasswordField form={form} label={accountText.change.current} /> : null}
      {player.twoFactor ? <CodeField form={form} label={accountText.twoFactor.codeOrRecovery} /> : null}
    </>
  );
}

export function noProof({ password, code }: OwnerValues, player: Player): { password?: string; code?: string } {
  return { ...(player.hasPassword ? noPassword(password) : {}), ...(player.twoFactor ? noCode(code) : {}) };
}

/** What of it is sent. */
export function proofOf({ password, code }: OwnerValues, { twoFactor }: Player): { password: string; code?: string } {
  return { password, ...(twoFactor ? { code } : {}) };
}

/** A second factor that another page turned on: its field appears, with what the server said beside the form. */
export function learnOfCode({ code }: { readonly code: string }): boolean {
  if (code === 'second-factor') void api.learn();
  return false;
}
