/** A player's own hands: imported, found again, replayed and counted. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { accountPages } from './account-page.ts';
import { MIXED_FILE, openHands, RIVER_CALL } from './hands-page.ts';
import { journey } from './harness.ts';

journey('a folder of hands is imported, what is wrong is named, and the list is filtered', async (trip) => {
  const { page } = trip;
  const hands = await openHands(trip);
  const folder = mkdtempSync(join(tmpdir(), 'ploscope-hands-'));
  try {
    mkdirSync(join(folder, 'march'));
    writeFileSync(join(folder, 'march', 'mixed.txt'), MIXED_FILE);
    writeFileSync(join(folder, 'notes.txt'), 'remember the milk\n');
    await page.getByTestId('choose-folder').setInputFiles(folder);
    await hands.imported();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  // Nobody was signed in: a guest has them now, and is told so.
  await page.getByText(/You are a guest/).waitFor();
  expect([await hands.count('new'), await hands.count('not imported')]).toEqual(['1', '3']);
  await page.getByText('What was not imported (3)').click();
  await page
    .getByText(/mixed\.txt/)
    .first()
    .waitFor();
  await page.getByText('Unknown format').first().waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), hands.button('Download as CSV').click()]);
  const rows = readFileSync((await file.path()) ?? '', 'utf8').split('\r\n');
  expect(rows[0]).toBe('file,line,code,message');
  expect(rows.filter((row) => /mixed\.txt,(22|37),(mismatch|unsupported-variant)/.test(row))).toHaveLength(2);
  await trip.screenshot('imported');
  // The same again is known already; a dropped file is taken anywhere on the page.
  const dropped = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'mixed.txt', { type: 'text/plain' }));
    return data;
  }, MIXED_FILE);
  await page.dispatchEvent('main', 'drop', { dataTransfer: dropped });
  await page.getByText('1 of 1 files').waitFor();
  await hands.imported();
  expect([await hands.count('new'), await hands.count('already there')]).toEqual(['0', '1']);
  await hands.button('Close the result').click();
  await hands.button('Filters').click();
  await hands.button('BTN').click();
  await page.waitForURL(/f=position/);
  await hands.rows.first().waitFor();
  await hands.button('Lost').click();
  await page.getByText('No hand fits this filter.').waitFor();
  const text = page.getByLabel('Filter as text');
  await text.fill('positon=BTN');
  await hands.button('Apply').click();
  await page
    .getByRole('alert')
    .getByText(/position/)
    .waitFor();
  await text.fill('hand="AA:KK" outcome=won');
  await hands.button('Apply').click();
  await hands.rows.first().waitFor();
  // Deleted, and taken back.
  await hands.button(/^Delete hand/).click();
  await hands.button(/^Undo deleting/).click();
  await hands.rows.first().waitFor();
  await trip.screenshot('filtered');
});

journey('sample hands are replayed move by move and counted', async (trip) => {
  const { page } = trip;
  const hands = await openHands(trip);
  await hands.loadSample();
  await trip.screenshot('list');
  await page.getByLabel('Sort').selectOption('pot');
  await page.waitForURL(/sort=pot/);
  await hands.rows.first().waitFor();
  await hands.press('j', 1);
  await hands.press('Enter', 1);
  await hands.button('Step on').waitFor();
  await hands.press('ArrowRight', 3);
  await page.getByText(/^Step 4 of /).waitFor({ state: 'attached' });
  await hands.button('Turn').click();
  // Hands that are seen have their equity at every step.
  await page
    .getByText(/^equity \d+\.\d%$/)
    .first()
    .waitFor({ state: 'attached' });
  await trip.screenshot('turn');
  await hands.press('End', 1);
  await page
    .getByText(/^wins /)
    .first()
    .waitFor();
  await page.reload();
  // The address holds the moment.
  await hands.button('Step on').waitFor();
  expect(page.url()).toMatch(/at=\d+/);
  await page.getByText('Source text').click();
  await page
    .getByTestId('source')
    .getByText(/PokerStars Hand #/)
    .waitFor();
  await hands.tab('Statistics');
  await page.locator('.uplot canvas').waitFor();
  await hands.button('VPIP').hover();
  await page
    .getByRole('tooltip')
    .getByText(/puts chips into the pot by choice/)
    .waitFor();
  await trip.screenshot('statistics');
});

journey(
  'a pasted hand is replayed without being stored, and a decision of it opened as a spot',
  async (trip) => {
    const { page } = trip;
    const hands = await openHands(trip);
    await page.getByLabel('Hand histories as text').fill(MIXED_FILE);
    await hands.button('Just replay the first hand').click();
    await hands.button('Flop').click();
    await hands.press('ArrowRight', 1);
    await page.getByRole('link', { name: 'Open as a spot' }).click();
    await page.getByText('Iteration', { exact: true }).waitFor({ timeout: 30_000 });
    expect(await page.getByLabel('Board', { exact: true }).inputValue()).toBe('Ks9d4c');
  },
  { widths: [1440] },
);

journey(
  'a river call is reviewed, found to have cost something, and opened at its decision',
  async (trip) => {
    const { page } = trip;
    const pages = accountPages(trip);
    const hands = await openHands(trip, '/account/register?next=/hands');
    await pages.register();
    await page.getByLabel('Hand histories as text').fill(RIVER_CALL);
    await hands.button('Import the text').click();
    await hands.imported();
    await hands.tab('Review');
    await page.getByText('Ranges of opponents').click();
    await page.getByLabel('Range of BTN.open.2').fill('not a range');
    await hands.button('Save the profile').click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Range of BTN.open.2').fill('AK$ds, QQJ$ds');
    await page.getByLabel('Range of BB.call.2').fill('KK$ds, AA$ds');
    await hands.button('Save the profile').click();
    await page.getByText(/^Saved\./).waitFor();
    await page.getByLabel('Turn', { exact: true }).uncheck();
    await hands.button('Review the hands of this filter').click();
    await page.getByText('1 hand is queued.').waitFor();
    await page.getByTestId('review-row').getByText('Analysed').waitFor({ timeout: 60_000 });
    const costly = page.getByTestId('costly');
    await costly.getByText('Call', { exact: true }).waitFor();
    await trip.screenshot('reviewed');
    await costly.getByRole('link', { name: 'Replay' }).click();
    await page.getByText('played', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Open as a spot' }).waitFor();
    await trip.screenshot('decision');
  },
  { widths: [1440], timeoutMs: 120_000 },
);
