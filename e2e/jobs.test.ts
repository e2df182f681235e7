/** A solve on the server, from the study to the list of jobs and back into the study. */
import { expect } from 'vitest';
import { accountPages } from './account-page.ts';
import { journey } from './harness.ts';
import { openSolve, SMALL_RIVER } from './solve-page.ts';

const DONE_WITHIN_MS = 90_000;

journey(
  'a spot is solved on the server and its result opened in the study',
  async (trip) => {
    const { page } = trip;
    const pages = accountPages(trip);
    const solve = await openSolve(trip, SMALL_RIVER);
    await solve.estimated();
    // Nobody is signed in: the way leads over registering and back to the same spot.
    await solve.button('On the server').click();
    await page.getByRole('link', { name: 'Register' }).click();
    await pages.register();
    await solve.estimated();
    expect(await solve.field('Range of OOP').inputValue()).toBe('AA$ds,KK$ds');
    await solve.button('On the server').click();
    const job = page.locator('[data-named="true"]');
    await job.getByText('PLO4 Ks9d4c2h7s, pot 60, stack 180').waitFor();
    await job.getByText('done', { exact: true }).waitFor({ timeout: DONE_WITHIN_MS });
    await page.getByText('Live', { exact: true }).waitFor();
    await trip.screenshot('done');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      job.getByRole('button', { name: 'Download .plos' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.plos$/);
    await job.getByRole('button', { name: 'Open in Study' }).click();
    await solve.solved();
    await solve.strategy.waitFor();
    expect(await solve.field('Range of OOP').inputValue()).toBe('AA$ds, KK$ds');
    await trip.screenshot('in the study');
  },
  { widths: [390], timeoutMs: 180_000 },
);

journey(
  'a guest registers to have a spot solved, cancels it and deletes it',
  async (trip) => {
    const { page, baseUrl } = trip;
    const pages = accountPages(trip);
    await page.goto(`${baseUrl}/account/register?next=/study/solve`);
    await pages.button('Go on as a guest').click();
    await pages.button('Account of a guest').waitFor();
    const solve = await openSolve(trip, SMALL_RIVER);
    await solve.estimated();
    await solve.button('On the server').click();
    // Jobs are for accounts; registering leads back to the spot.
    await pages.register();
    await solve.estimated();
    // Never met: it goes on until it is cancelled.
    await page.getByRole('textbox', { name: /^Exploitability/ }).fill('0.000001');
    await solve.button('On the server').click();
    const job = page.locator('[data-named="true"]');
    await job.getByText(/^(waiting|computing)$/).waitFor();
    await job.getByRole('button', { name: /^Cancel / }).click();
    await job.getByText('cancelled', { exact: true }).waitFor({ timeout: 30_000 });
    // Deleted, taken back, and deleted for good by leaving the page.
    await job.getByRole('button', { name: /^Delete / }).click();
    await page.getByRole('button', { name: /^Undo deleting / }).click();
    await job.getByText('cancelled', { exact: true }).waitFor();
    await job.getByRole('button', { name: /^Delete / }).click();
    await page.getByText('Deleted.', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Solve', exact: true }).click();
    await solve.estimated();
    await page.goto(`${baseUrl}/jobs`);
    await page.getByText('No jobs yet.').waitFor();
  },
  { widths: [1440], timeoutMs: 120_000 },
);
