/** The room of hands for every hand and eye: light and dark, no serious finding of axe, no sideways scroll. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { seriousFindings } from './axe.ts';
import { openHands } from './hands-page.ts';
import { journey } from './harness.ts';

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

// Colours differ by scheme, and places by width: each is looked at once.
for (const [colorScheme, width] of [
  ['light', 390],
  ['dark', 1440],
] as const) {
  journey(
    `axe finds nothing serious in the room of hands in the ${colorScheme}`,
    async (trip) => {
      const { page } = trip;
      const look = async (): Promise<void> => {
        expect(await seriousFindings(page)).toEqual([]);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
      };
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const hands = await openHands(trip);
      await hands.button('Load sample hands').waitFor();
      await look();
      await hands.loadSample();
      await hands.button('Filters').click();
      await look();
      await hands.rows.nth(3).getByRole('link').click();
      await hands.button('Step on').waitFor();
      await hands.press('ArrowRight', 4);
      await look();
      await trip.screenshot(`replay ${colorScheme}`);
      await hands.tab('Statistics');
      await page.locator('.uplot canvas').waitFor();
      await look();
      await trip.screenshot(`statistics ${colorScheme}`);
      await hands.tab('Review');
      await page.getByText('Ranges of opponents').click();
      await look();
      await trip.screenshot(`review ${colorScheme}`);
    },
    { colorScheme, widths: [width], timeoutMs: 120_000 },
  );
}
