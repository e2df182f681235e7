/** The solve screen for every hand and eye: keyboard, light and dark, no serious finding of axe, no sideways scroll. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { seriousFindings } from './axe.ts';
import { journey } from './harness.ts';
import { openSolve, SMALL_FLOP, SMALL_RIVER, SMALL_TURN_OF_TWO } from './solve-page.ts';

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

// Colours differ by scheme, and places by width: each is looked at once.
for (const [colorScheme, width] of [
  ['light', 390],
  ['dark', 1440],
] as const) {
  journey(
    `axe finds nothing serious on the solve screen in the ${colorScheme}`,
    async (trip) => {
      const { page } = trip;
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const solve = await openSolve(trip, SMALL_RIVER);
      await solve.estimated();
      await page.getByText('Rake, limits and thresholds').click();
      expect(await seriousFindings(page)).toEqual([]);
      await solve.button('Solve').click();
      await solve.solved();
      await solve.strategy
        .getByRole('button', { name: /^One pair|^Two pairs/ })
        .first()
        .click();
      await page.locator('.uplot canvas').waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await solve.choose('Hands');
      await page.getByTestId('hand').first().getByRole('button').click();
      await solve.field('Only hands of this range').fill('AA, K?');
      await page.locator('[class*="wrong"]').first().waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await solve.field('Only hands of this range').fill('');
      await solve.field('Pot').fill('x');
      await solve.words(/Chips are a whole number/).waitFor();
      await solve.button('Pick cards of board').first().click();
      expect(await seriousFindings(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await solve.button('Open…').click();
      await page.getByRole('dialog').waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await trip.screenshot(colorScheme);
    },
    { colorScheme, widths: [width], timeoutMs: 150_000 },
  );
}

journey(
  'targets are as large as a thumb',
  async (trip) => {
    const { page } = trip;
    const solve = await openSolve(trip, SMALL_RIVER);
    await solve.estimated();
    await solve.button('Solve').click();
    await solve.solved();
    await solve.choose('Hands');
    await page.getByTestId('hand').first().waitFor();
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, textarea, summary, select, input:not([type=radio]):not([type=file])')]
        .map((element) => ({
          name: element.getAttribute('aria-label') ?? element.textContent,
          box: (element.matches('input') ? element.parentElement : element)?.getBoundingClientRect(),
        }))
        .filter(({ box }) => box !== undefined && box.width > 0 && (box.width < 39 || box.height < 40))
        .map(({ name, box }) => `${name} ${box?.width.toFixed(0)}×${box?.height.toFixed(0)}`),
    );
    expect(small).toEqual([]);
  },
  { widths: [390] },
);

journey(
  'a spot is written, solved and looked at by keyboard alone',
  async (trip) => {
    const { page } = trip;
    const { keyboard } = page;
    const solve = await openSolve(trip, SMALL_RIVER);
    await solve.estimated();
    await solve.field('Stack').focus();
    await keyboard.press('Control+a');
    await keyboard.type('120');
    await solve.words('SPR 2').waitFor();
    await keyboard.press('Control+z');
    expect(await solve.field('Stack').inputValue()).toBe('180');
    await keyboard.press('Control+Enter');
    await solve.solved();
    await page.getByTestId('action-x').getByRole('button').focus();
    await keyboard.press('Enter');
    await solve.words(/^IP to act/).waitFor();
    await solve.strategy.getByRole('radio', { name: 'Categories' }).focus();
    await keyboard.press('ArrowRight');
    await page.getByTestId('hand').first().waitFor();
    await page.getByRole('table', { name: 'Hands' }).getByRole('rowgroup').focus();
    const top = (): Promise<number> => page.evaluate(() => document.activeElement?.scrollTop ?? 0);
    await keyboard.press('PageDown');
    await expect.poll(top).toBeGreaterThan(100);
  },
  { widths: [1440] },
);

journey('the screens of the study lead to each other', async (trip) => {
  const { page } = trip;
  const solve = await openSolve(trip, SMALL_RIVER);
  await solve.estimated();
  await page.getByRole('link', { name: 'Equity' }).click();
  await page.getByLabel('Hand or range of player 1').waitFor();
  await page.getByRole('link', { name: 'Solve' }).click();
  await solve.field('Range of OOP').waitFor();
  expect(await solve.field('Range of OOP').inputValue()).toBe('AA$ds,KK$ds');
  expect(await page.title()).toBe('Solve · PLOScope');
  await page.goBack();
  await page.getByLabel('Hand or range of player 1').waitFor();
});

for (const [colorScheme, width] of [
  ['light', 390],
  ['dark', 1440],
] as const) {
  journey(
    `axe finds nothing serious on a flop that is solved by bucket, in the ${colorScheme}`,
    async (trip) => {
      const { page } = trip;
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const solve = await openSolve(trip, SMALL_FLOP);
      await solve.estimated();
      await solve.words('How it is solved').click();
      expect(await seriousFindings(page)).toEqual([]);
      await page.getByRole('textbox', { name: /^Exploitability/ }).fill('1');
      await solve.button('Solve').click();
      await page.getByTestId('rough').waitFor();
      await page.locator('.uplot canvas').waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await solve.solved();
      for (const action of ['action-x', 'action-x']) {
        await page.getByTestId(action).getByRole('button').click();
        await solve.seen();
      }
      await page.getByRole('button', { name: 'three of clubs', exact: true }).click();
      await solve.words('Solve this street again exactly').waitFor();
      await solve.words('Chart as a table').click();
      expect(await seriousFindings(page)).toEqual([]);
      await solve.button('Solve this street again exactly').click();
      await page.getByTestId('solved-again').waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await trip.screenshot(colorScheme);
    },
    { colorScheme, widths: [width], timeoutMs: 150_000 },
  );
}

journey(
  'axe finds nothing serious where a card is chosen for each of two boards',
  async (trip) => {
    const { page } = trip;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const solve = await openSolve(trip, SMALL_TURN_OF_TWO);
    await solve.estimated();
    await solve.button('Solve').click();
    await solve.solved();
    await page.getByTestId('action-x').getByRole('button').click();
    await solve.words(/^IP to act/).waitFor();
    await page.getByTestId('action-x').getByRole('button').click();
    await page.getByRole('button', { name: 'nine of spades', exact: true }).click();
    await solve.button('Board 1: nine of spades').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'six of hearts', exact: true }).click();
    await solve.words(/^OOP to act/).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  },
  { colorScheme: 'dark', widths: [390] },
);
