/** Mistakes: named at their character while typing, and gone when mended. */
import { expect } from 'vitest';
import { journey } from './harness.ts';
import { openStudy } from './study-page.ts';

journey('a mistake is marked under its character, with advice, and mending it brings the answer', async (trip) => {
  const { page } = trip;
  const study = await openStudy(trip);
  await study.expectEquity(1, '60.05%');
  await study.player(1).fill('AsAxKsKh');
  await study.player(1).fill('AsA?KsKh');
  const mark = page.locator('[class*="wrong"]');
  await mark.waitFor();
  expect(await mark.textContent()).toBe('?');
  expect(await study.player(1).getAttribute('aria-invalid')).toBe('true');
  await study.note('Mend the marked field, and the answer follows.').waitFor();
  expect(await study.equityShown(1)).toBe('60.05%');
  await page.getByText('Previous answer').waitFor();
  await trip.screenshot('marked');
  await study.player(1).fill('AsAdKsKh');
  await study.expectEquity(1, /^\d\d\.\d\d%$/);
  expect(await mark.count()).toBe(0);
});

journey('a card held twice is named with where it is', async (trip) => {
  const study = await openStudy(trip);
  await study.player(2).fill('AsQdJdTd');
  await study.note('As is already in player 1’s hand.').waitFor();
  await study.board.fill('AhKd2c');
  await study.note('Ah is already in player 1’s hand.').waitFor();
});

journey('advice is given for what reads but may not be meant', async (trip) => {
  const study = await openStudy(trip);
  await study.player(1).fill('AA:ds');
  await study.note(/\$ds/).first().waitFor();
});

journey('an unknown address says so and leads back', async (trip) => {
  const { page, baseUrl } = trip;
  trip.expectConsoleError(/404/);
  await page.goto(`${baseUrl}/no/such/room`);
  await page.getByRole('heading', { name: 'No such room' }).waitFor();
  await page.getByRole('link', { name: 'Open Study → Equity' }).click();
  await page.getByLabel('Hand or range of player 1').waitFor();
});

journey('a broken link is explained and an earlier spot shown', async (trip) => {
  const study = await openStudy(trip, 'hand=AsAhKsKh&hand=9d8d7c6c&bord=Ks9d4c&spot=1');
  await study.note(/The link could not be read/).waitFor();
  await study.expectEquity(1, '60.05%');
});

journey('when the computing crashes, it says so and starts again', async (trip) => {
  const { page } = trip;
  trip.expectConsoleError(/./);
  await page.route('**/*.wasm', (route) => route.abort());
  const study = await openStudy(trip);
  await page.getByRole('alert').getByText('The computing stopped').waitFor();
  await page.unroute('**/*.wasm');
  await study.button('Start it again').click();
  await study.expectEquity(1, '60.05%');
});
