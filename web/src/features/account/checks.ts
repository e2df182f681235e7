/** What a form can say without the server. Empty where all is well. */
import { MIN_PASSWORD_CHARS } from '@ploscope/contracts';
import { accountText } from '../../text/account.ts';

/** The server judges addresses; this only catches what is plainly none. */
export function wrongEmail(email: string): { email?: string } {
  return /^\S+@\S+$/.test(email.trim()) ? {} : { email: accountText.writeEmail };
}

export function noPassword(password: string): { password?: string } {
  return password === '' ? { password: accountText.writePassword } : {};
}

export function shortPassword<F extends string>(field: F, password: string): Partial<Record<F, string>> {
  return password.length >= MIN_PASSWORD_CHARS
    ? {}
    : ({ [field]: accountText.shortPassword } as Partial<Record<F, string>>);
}

export function noCode(code: string): { code?: string } {
  return code.trim().length < 6 ? { code: accountText.writeCode } : {};
}

/** A place in this app to go on to after signing in; anything else leads to the account. */
export function placeToGoOn(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])/.test(next) ? next : '/account';
}

/** The token of a mail's link. It stands in the fragment, which is sent to no server, and is taken out of the address. */
export function tokenOfAddress(): string | null {
  const { hash, pathname, search } = window.location;
  const token = new URLSearchParams(hash.slice(1)).get('token');
  if (token !== null) History.prototype.replaceState.call(window.history, window.history.state, '', pathname + search);
  return token;
}
