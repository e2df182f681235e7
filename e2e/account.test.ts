/** An account from its first day to its last, in the browser, against the real server and its mailbox. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { accountPages, PASSWORD } from './account-page.ts';
import { findings } from './axe.ts';
import { journey } from './harness.ts';
import { oneTimeCode } from './one-time-code.ts';

/** A refusal is a line of the console to the browser, whatever the page makes of it. */
const REFUSED = /status of 40[139]/;

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

journey(
  'a page without an account asks the server for nothing but its files',
  async ({ page, baseUrl }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${baseUrl}/study/equity`);
    await page.getByRole('link', { name: 'Sign in' }).waitFor();
    await page.goto(`${baseUrl}/jobs`);
    await page.getByText('Sign in to see your jobs.').waitFor();
    expect(asked.filter((path) => path.startsWith('/api') || path.startsWith('/socket.io'))).toEqual([]);
  },
  { widths: [390] },
);

journey(
  'a player registers, proves the address, adds a second factor, signs in with it, and deletes the account',
  async (trip) => {
    const { page, baseUrl } = trip;
    const pages = accountPages(trip);
    trip.expectConsoleError(REFUSED);

    await page.goto(`${baseUrl}/account/register`);
    await pages.register();
    await pages.words('not proved yet').waitFor();
    const token = await pages.mailToken('/account/verify-email');
    await page.goto(`${baseUrl}/account/verify-email#token=${token}`);
    await pages.words('The address is proved.').waitFor();
    expect(page.url()).not.toContain(token);
    await page.getByRole('link', { name: 'To the account' }).click();
    await pages.words('proved').first().waitFor();
    await page.reload();
    await pages.words(pages.email).first().waitFor();

    await pages.signOut();
    await page.goto(`${baseUrl}/account`);
    await pages.signIn('not the password');
    await pages.words('The e-mail address or the password is wrong.').waitFor();
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('password');
    await pages.signIn();

    const factor = pages.card('Two-factor sign-in');
    await factor.getByText('Turn it on').click();
    await factor.getByLabel('Current password').fill(PASSWORD);
    await factor.getByRole('button', { name: 'Go on' }).click();
    const secret = (await page.getByTestId('secret').textContent())?.replace('Secret: ', '').trim() ?? '';
    await factor.getByLabel('Code of the authenticator').fill('000000');
    await factor.getByRole('button', { name: 'Turn it on' }).click();
    await pages.words('The code is wrong').waitFor();
    await trip.screenshot('second-factor');
    await factor.getByLabel('Code of the authenticator').fill(oneTimeCode(secret));
    await factor.getByRole('button', { name: 'Turn it on' }).click();
    await page.getByTestId('recovery-codes').waitFor();
    const [recovery, last] = await page.getByTestId('recovery-codes').getByRole('listitem').allTextContents();
    await pages.button('I have kept them').click();

    await pages.signOut();
    await page.goto(`${baseUrl}/account/sign-in`);
    await pages.signIn();
    await pages.field('Code').fill(oneTimeCode(secret, 1));
    await pages.button('Sign in').click();
    await pages.words(pages.email).first().waitFor();
    await pages.signOut();
    await page.goto(`${baseUrl}/account/sign-in`);
    await pages.signIn();
    await pages.field('Code').fill(recovery ?? '');
    await pages.button('Sign in').click();
    await pages.words(pages.email).first().waitFor();

    const data = pages.card('Your data');
    const [file] = await Promise.all([page.waitForEvent('download'), pages.button('Download everything').click()]);
    expect(file.suggestedFilename()).toBe('ploscope-account.json');
    await data.getByText('Delete the account').click();
    await data.getByLabel(`Type ${pages.email} to confirm`).fill('somebody@example.org');
    await data.getByLabel('Current password').fill(PASSWORD);
    await trip.screenshot('delete');
    await pages.button('Delete for ever').click();
    await pages.words('This is not what is asked for.').waitFor();
    await data.getByLabel(`Type ${pages.email} to confirm`).fill(pages.email);
    await data.getByLabel('Code, or a recovery code').fill(recovery ?? '');
    await pages.button('Delete for ever').click();
    await pages.words('The code is wrong').waitFor();
    await data.getByLabel('Code, or a recovery code').fill(last ?? '');
    await pages.button('Delete for ever').click();
    await pages.words('The account is deleted.').waitFor();
    await page.goto(`${baseUrl}/account/sign-in`);
    await pages.signIn();
    await pages.words('The e-mail address or the password is wrong.').waitFor();
  },
  { widths: [390], timeoutMs: 120_000 },
);

journey(
  'a password is set anew by mail, and ends every session',
  async (trip) => {
    const { page, baseUrl } = trip;
    const pages = accountPages(trip);
    trip.expectConsoleError(REFUSED);
    await page.goto(`${baseUrl}/account/register`);
    await pages.register();
    await pages.words('not proved yet').waitFor();
    await page.goto(`${baseUrl}/account/forgot-password`);
    await pages.field('E-mail address').fill(pages.email);
    await pages.button('Send the mail').click();
    await pages.words(/a mail is on its way/).waitFor();
    const token = await pages.mailToken('/account/reset-password');
    await page.goto(`${baseUrl}/account/reset-password#token=${token}`);
    await page.locator('input[type="password"]').fill('short');
    await pages.button('Set the password').click();
    await pages.words('A password has at least 8 characters.').waitFor();
    await page.locator('input[type="password"]').fill('another long walk 9');
    await pages.button('Set the password').click();
    await pages.words('The password is set. Sign in with it.').waitFor();
    await page.goto(`${baseUrl}/account/sign-in`);
    await pages.signIn('another long walk 9');
    await pages.words(pages.email).first().waitFor();
  },
  { widths: [1440] },
);

journey(
  'sessions and tokens are seen, ended and made; another tab hears of signing out',
  async (trip) => {
    const { page, context, baseUrl } = trip;
    const pages = accountPages(trip);
    trip.expectConsoleError(REFUSED);
    await page.goto(`${baseUrl}/account/register`);
    await pages.register();
    const sessions = pages.card('Sessions');
    await sessions.getByText('this one').waitFor();
    const elsewhere = await fetch(`${baseUrl}/api/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'elsewhere/1.0' },
      body: JSON.stringify({ email: pages.email, password: PASSWORD }),
    });
    expect(elsewhere.status).toBe(200);
    await page.reload();
    await pages.button('End the session of elsewhere/1.0').click();
    await pages.words('The session has ended.').waitFor();
    await expect.poll(() => pages.button('End the session of elsewhere/1.0').count()).toBe(0);

    const tokens = pages.card('Personal access tokens');
    await tokens.getByText('Make a token').click();
    await tokens.getByLabel('What it is for').fill('laptop');
    await pages.button('Make it').click();
    const token = (await page.getByTestId('made-token').textContent()) ?? '';
    const me = await fetch(`${baseUrl}/api/auth/me`, { headers: { authorization: `Bearer ${token}` } });
    expect(((await me.json()) as { email: string }).email).toBe(pages.email);
    await pages.button('I have copied it').click();
    await pages.button('Remove the token laptop').click();
    await pages.words('There are none.').waitFor();

    const other = await context.newPage();
    await other.goto(`${baseUrl}/study/equity`);
    await other.getByRole('button', { name: `Account of ${pages.email}` }).waitFor();
    await pages.button('Sign out everywhere').click();
    await pages.button('Sign in').waitFor();
    await other.getByRole('link', { name: 'Sign in' }).waitFor();
  },
  { widths: [1440], timeoutMs: 90_000 },
);

for (const [colorScheme, width] of [
  ['light', 390],
  ['dark', 1440],
] as const) {
  journey(
    `axe finds nothing on the screens of an account in the ${colorScheme}`,
    async (trip) => {
      const { page, baseUrl } = trip;
      const pages = accountPages(trip);
      const look = async (name: string): Promise<void> => {
        expect(await findings(page)).toEqual([]);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        await trip.screenshot(`${colorScheme} ${name}`);
      };
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.goto(`${baseUrl}/account/sign-in`);
      await pages.button('Sign in').click();
      await pages.words('Write the password.').waitFor();
      await look('sign-in');
      await page.getByRole('link', { name: 'Register' }).click();
      await pages.register();
      await pages.card('Sessions').getByText('this one').waitFor();
      await pages.words('There are none.').waitFor();
      for (const more of ['Change the address', 'Change the password', 'Make a token', 'Delete the account']) {
        await page.locator('summary').getByText(more).click();
      }
      await look('account');
      await pages.button(/^Account of /).click();
      await page.getByRole('menuitem', { name: 'Server jobs' }).click();
      await pages.words(/^No jobs yet/).waitFor();
      await look('jobs');
    },
    { colorScheme, widths: [width], timeoutMs: 90_000 },
  );
}
