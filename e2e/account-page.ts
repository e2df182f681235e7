/** Accounts as a player handles them: registering, signing in, reading the mail that stayed on this machine. */
import { randomUUID } from 'node:crypto';
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { Journey } from './harness.ts';

export const PASSWORD = 'a long walk at dusk 7';

export interface AccountPages {
  readonly email: string;
  readonly field: (label: string) => Locator;
  readonly button: (name: string | RegExp) => Locator;
  readonly words: (words: string | RegExp) => Locator;
  readonly card: (title: string) => Locator;
  /** Fills the form of the page that is open and sends it. */
  readonly register: () => Promise<void>;
  readonly signIn: (password?: string) => Promise<void>;
  readonly signOut: () => Promise<void>;
  /** The token in the link of the newest mail to this player. */
  readonly mailToken: (path: string) => Promise<string>;
}

export function accountPages({ page, baseUrl }: Journey): AccountPages {
  const email = `player-${randomUUID()}@example.org`;
  const field = (label: string): Locator => page.getByRole('textbox', { name: label, exact: true });
  const password = (label: string): Locator => page.locator('input[type="password"]').and(page.getByLabel(label));
  const button = (name: string | RegExp): Locator =>
    page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  const fill = async (secret: string): Promise<void> => {
    await field('E-mail address').fill(email);
    await password('Password').fill(secret);
  };
  return {
    email,
    field,
    button,
    words: (words) => page.getByText(words),
    card: (title) => page.getByRole('region', { name: title, exact: true }),
    register: async () => {
      await button('Register').waitFor();
      await fill(PASSWORD);
      await button('Register').click();
    },
    signIn: async (secret = PASSWORD) => {
      await button('Sign in').waitFor();
      await fill(secret);
      await button('Sign in').click();
    },
    signOut: async () => {
      await button(/^Account of /).click();
      await page.getByRole('menuitem', { name: 'Sign out' }).click();
      await page.getByRole('link', { name: 'Sign in' }).first().waitFor();
    },
    mailToken: async (path) => {
      let token: string | undefined;
      await expect
        .poll(
          async () => {
            const answer = await page.request.get(`${baseUrl}/api/mailbox`, {
              headers: { accept: 'application/json' },
            });
            const { mails } = (await answer.json()) as { mails: { to: string; text: string; sentAt: string }[] };
            const links = mails
              .filter(({ to, text }) => to === email && text.includes(`${path}#token=`))
              .sort((one, other) => other.sentAt.localeCompare(one.sentAt));
            token = /#token=(\S+)/.exec(links[0]?.text ?? '')?.[1];
            return token;
          },
          { timeout: 20_000 },
        )
        .toBeTruthy();
      return token ?? '';
    },
  };
}
