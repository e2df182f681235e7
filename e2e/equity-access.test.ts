/** For every hand and eye: keyboard alone, light and dark, no serious finding of axe, no sideways scroll. */
import { expect } from 'vitest';
import { seriousFindings } from './axe.ts';
import { journey } from './harness.ts';
import { openStudy } from './study-page.ts';

const FLOP = 'hand=AsAhKsKh&hand=QdJdTc9c&board=Kd8c3s&game=plo4&spot=1';

// Colours differ by scheme, and places by width: each is looked at once.
for (const [colorScheme, width] of [
  ['light', 390],
  ['dark', 1440],
] as const) {
  journey(
    `axe finds nothing serious in the ${colorScheme}`,
    async (trip) => {
      const { page } = trip;
      // A dialog that is still fading in has the contrast of neither state.
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const study = await openStudy(trip, FLOP);
      await study.expectEquity(1, '80.49%');
      await page.getByRole('row', { name: /^Full house/ }).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await study.choose('Next card');
      await page.getByRole('button', { name: /^ten of diamonds: / }).waitFor();
      await study.button('Pick cards').first().click();
      await study.player(2).fill('AsQdJd?');
      await page.locator('[class*="wrong"]').waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await study.player(2).fill('AA');
      await study.button('Explore range').nth(1).click();
      await page
        .getByRole('button', { name: /^Show what is in/ })
        .first()
        .waitFor();
      await study.choose('Graph');
      await page.locator('.uplot canvas').waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await study.button('Keyboard and notation').click();
      await page.getByRole('dialog').waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await trip.screenshot(colorScheme);
    },
    { colorScheme, widths: [width], timeoutMs: 120_000 },
  );
}

journey('the page never scrolls sideways', async (trip) => {
  const { page } = trip;
  const overflow = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  const study = await openStudy(
    trip,
    'hand=AsAhQd9c7h2s&hand=KsKcJh8h6d3c&hand=Td9d8s7s5h4c&hand=6c6h5d4h3h2d&board=Kd8c3s&board2=9h6s2c&game=plo6&spot=1',
  );
  await study.expectEquity(4, /%$/);
  expect(await overflow()).toBeLessThanOrEqual(0);
  await study.button('Pick cards').first().click();
  expect(await overflow()).toBeLessThanOrEqual(0);
  await study.button('Explore range').first().click();
  expect(await overflow()).toBeLessThanOrEqual(0);
  await study.choose('Next card');
  await page.getByRole('button', { name: /^ten of clubs: / }).waitFor();
  expect(await overflow()).toBeLessThanOrEqual(0);
  await trip.screenshot('wide');
});

journey(
  'targets are as large as a thumb',
  async (trip) => {
    const { page } = trip;
    const study = await openStudy(trip, FLOP);
    await study.expectEquity(1, '80.49%');
    await study.button('Pick cards').first().click();
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, textarea, summary')]
        .map((element) => ({
          name: element.getAttribute('aria-label') ?? element.textContent,
          box: element.getBoundingClientRect(),
        }))
        .filter(({ box }) => box.width > 0 && (box.width < 39 || box.height < 40))
        .map(({ name, box }) => `${name} ${box.width.toFixed(0)}×${box.height.toFixed(0)}`),
    );
    expect(small).toEqual([]);
  },
  { widths: [390] },
);

journey(
  'colours follow the system, are switched by hand, and are remembered',
  async (trip) => {
    const { page } = trip;
    const scheme = (): Promise<string | null> => page.locator('html').getAttribute('data-mantine-color-scheme');
    const study = await openStudy(trip);
    await study.expectEquity(1, '60.05%');
    expect(await scheme()).toBe('dark');
    await study.button(/Change colours$/).click();
    expect(await scheme()).toBe('light');
    await page.reload();
    expect(await scheme()).toBe('light');
    await study.button(/Change colours$/).click();
    expect(await scheme()).toBe('dark');
    await trip.screenshot('dark');
  },
  { colorScheme: 'dark', widths: [390] },
);

journey(
  'a spot is built by keyboard alone',
  async (trip) => {
    const { page } = trip;
    const { keyboard } = page;
    const study = await openStudy(trip);
    await study.expectEquity(1, '60.05%');
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');
    await keyboard.press('1');
    expect(await focused()).toBe('field-hands0');
    await keyboard.press('Control+a');
    await keyboard.type('QsQh');
    await keyboard.press('Escape');
    await keyboard.press('p');
    await page.getByRole('group', { name: 'Cards of Player 1' }).waitFor();
    await keyboard.press('Tab');
    for (
      let i = 0;
      i < 40 && (await page.evaluate(() => document.activeElement?.getAttribute('data-card'))) === null;
      i++
    ) {
      await keyboard.press('Tab');
    }
    await keyboard.type('js');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    expect(await study.player(1).inputValue()).toBe('QsQhJsJh');
    await keyboard.press('Escape');
    expect(await focused()).toBe('field-hands0');
    await keyboard.press('Enter');
    expect(await focused()).toBe('field-hands1');
    await keyboard.press('Enter');
    expect(await focused()).toBe('field-board');
    await keyboard.type('QdJc2s');
    await study.expectEquity(1, /^\d\d\.\d\d%$/);
    await keyboard.press('Escape');
    await keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await keyboard.press('Control+z');
    expect(await study.board.inputValue()).toBe('');
  },
  { widths: [1440] },
);
