/** A flop in the page: told how it will be solved, solved, its river by bucket, and a street solved again exactly. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { journey } from './harness.ts';
import { openSolve, SMALL_FLOP, type SolvePageHandle } from './solve-page.ts';

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** What most hands do but fold and raise, until a card comes; then that card. */
async function playOn(page: Page, solve: SolvePageHandle, card: string): Promise<void> {
  const actions = solve.strategy.locator('[data-testid^="action-"]');
  const deck = page.getByRole('button', { name: card, exact: true });
  for (;;) {
    await solve.seen();
    if ((await actions.count()) === 0) break;
    const shares = await actions.evaluateAll((list) =>
      list.map((item) => ({
        id: item.getAttribute('data-testid') ?? '',
        share: Number.parseFloat(item.querySelector('[data-testid^="share-"]')?.textContent ?? ''),
      })),
    );
    const [most] = shares.filter(({ id }) => !/^action-[fr]/.test(id)).sort((a, b) => b.share - a.share);
    await page
      .getByTestId(most?.id ?? '')
      .getByRole('button')
      .click();
  }
  await deck.click();
  await solve.seen();
}

journey(
  'a flop is solved by bucket, looked at down to the river, and a street solved again exactly',
  async (trip) => {
    const { page } = trip;
    const solve = await openSolve(trip, SMALL_FLOP);
    await solve.estimated();
    await solve.words(/^River by 320 buckets a player and run-out/).waitFor();
    await trip.screenshot('estimate');
    await page.getByRole('textbox', { name: /^Exploitability/ }).fill('1');
    await solve.button('Solve').click();
    await page.getByTestId('rough').waitFor();
    await trip.screenshot('running');
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await solve.solved();
    await solve.words(/rivers played by 320 buckets a player/).waitFor();
    const figure = (await page.getByTestId('exploitability').textContent()) ?? '';
    expect(Number(/· ([\d.]+)% of pot/.exec(figure)?.[1])).toBeLessThanOrEqual(1.2);
    await solve.words(/turn and river only, \d+ of 49 turns/).waitFor();
    await trip.screenshot('solved');

    await playOn(page, solve, 'three of clubs');
    await solve.words('Played by combo; the river behind it by bucket.').waitFor();
    await playOn(page, solve, 'five of clubs');
    await solve.words(/^Played by bucket \(320 a player\)/).waitFor();
    await page.getByText('a second or two', { exact: false }).waitFor();
    await trip.screenshot('river');
    await solve.button('Solve this street again exactly').click();
    await solve.words(/^This street was solved again for this view/).waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await trip.screenshot('solved again');
    await solve.button('Show it as it was solved').click();
    await solve.words(/^Played by bucket/).waitFor();
  },
  { timeoutMs: 150_000 },
);

journey('a flop that is to be solved by combo does not fit, and by bucket it does', async (trip) => {
  const { page } = trip;
  const solve = await openSolve(
    trip,
    SMALL_FLOP.replace('oop=AAKK$ds,KKQQ$ds', 'oop=AA').replace('ip=JT98$ds', 'ip=KK'),
  );
  await solve.estimated();
  await solve.words('How it is solved').click();
  await solve.choose('By combo');
  await page.getByRole('alert').getByText('This spot does not fit').waitFor({ timeout: 30_000 });
  expect(await solve.button('Solve').isDisabled()).toBe(true);
  await solve.button(/^River by bucket/).click();
  await solve.words(/^River by 320 buckets/).waitFor({ timeout: 30_000 });
  await page.getByRole('textbox', { name: /^Buckets/ }).fill('0');
  await page.getByRole('alert').getByText('Buckets are a whole number from 1 to 4096.').waitFor();
  expect(await solve.button('Solve').isDisabled()).toBe(true);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await trip.screenshot('no buckets');
  await page.getByRole('textbox', { name: /^Buckets/ }).fill('64');
  await solve.words(/^River by 64 buckets/).waitFor({ timeout: 30_000 });
});

journey('mistakes in a flop are marked, and the tree that fits ten minutes fills its sizes', async (trip) => {
  const { page } = trip;
  const solve = await openSolve(
    trip,
    'board=Td7h2c&pot=60&stack=240&oop=10%25&ip=10%25&oop.bets.flop=pot&game=plo4&spot=1',
  );
  await solve.field('Board').fill('Td7h2');
  await expect.poll(() => solve.field('Board').getAttribute('aria-invalid')).toBe('true');
  await solve.field('Board').fill('Td7h2c');
  await solve.field('Bets of OOP on the flop').fill('150%');
  await solve.words('“150%” is more than the pot, and the game is pot limit.').waitFor();
  await solve.button('Ten-minute tree').click();
  await solve.estimated();
  for (const street of ['flop', 'turn', 'river']) {
    for (const seat of ['OOP', 'IP']) {
      expect(await solve.field(`Bets of ${seat} on the ${street}`).inputValue()).toMatch(/pot/);
    }
  }
  await solve.words(/^By bucket a solve hardly comes below/).waitFor();
  await solve.button('Stop at 0.5%').click();
  expect(await page.getByRole('textbox', { name: /^Exploitability/ }).inputValue()).toBe('0.5');
  await solve.button('Undo').click();
  expect(await solve.field('Bets of OOP on the flop').inputValue()).toBe('150%');
});

journey(
  'a flop is cancelled while it lays out its run-outs, and begins anew',
  async (trip) => {
    const { page } = trip;
    const solve = await openSolve(trip, SMALL_FLOP.replace('ip=JT98$ds', 'ip=JT98'));
    await solve.estimated();
    await page.getByRole('textbox', { name: /^Iterations/ }).fill('2');
    await solve.button('Solve').click();
    await solve.button('Cancel').click();
    await solve.words('Cancelled', { exact: true }).waitFor();
    await solve.button(/^Solve( anew)?$/).click();
    await solve.solved();
  },
  { widths: [1440], timeoutMs: 120_000 },
);
