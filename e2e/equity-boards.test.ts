/** Two boards: equities on each, and what is taken of the whole pot. */
import { expect } from 'vitest';
import { journey } from './harness.ts';
import { openStudy } from './study-page.ts';

const BOMB = 'hand=AsAhQd9c&hand=KsKcJh8h&board=Kd8c3s&board2=9h6s2d&game=plo4&spot=1';

journey('a double-board spot shows each board, and the shares of both together', async (trip) => {
  const { page } = trip;
  const study = await openStudy(trip, BOMB);
  await study.expectEquity(1, /^\d\d\.\d\d%$/);
  await study.expectExact();
  const shares = await Promise.all(
    ['Scoop', '¾', 'Half', '¼', 'Nothing'].map(async (name) => {
      const cells = await page
        .getByRole('row', { name: new RegExp(`^${name}`) })
        .getByRole('cell')
        .allTextContents();
      return cells.map((cell) => (cell === '–' ? 0 : Number.parseFloat(cell)));
    }),
  );
  for (const player of [0, 1]) {
    expect(shares.reduce((sum, row) => sum + (row[player] ?? 0), 0)).toBeCloseTo(100, 1);
  }
  const [one, two] = await page.getByRole('row', { name: /^Board/ }).allTextContents();
  expect(one).toMatch(/^Board 1\d/);
  expect(two).toMatch(/^Board 2\d/);
  await trip.screenshot('boards');
});

journey('the second board comes and goes with a click', async (trip) => {
  const { page } = trip;
  const study = await openStudy(trip, 'hand=AsAhQd9c&hand=KsKcJh8h&board=Kd8c3s&game=plo4&spot=1');
  await study.expectEquity(1, /%$/);
  const single = await study.equityShown(1);
  await study.button('Second board').click();
  await page.locator('#field-board2').fill('9h6s2d');
  await page.getByRole('row', { name: /^Scoop/ }).waitFor();
  await study.button('Remove second board').click();
  await study.expectEquity(1, single);
});
