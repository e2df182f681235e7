/** Pictures of the room of hands: a player who is made for it imports random hands, and has some of them reviewed. */
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { at } from './paths.mjs';
import { randomHistories } from './random-histories.mjs';

const HANDS = 2_000;
const REVIEWS_WITHIN_MS = 600_000;

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} base
 */
export async function takeHands(browser, base) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: 'light' });
  const headers = { origin: base };
  const made = await context.request.post(`${base}/api/auth/register`, {
    headers,
    data: { email: 'hands@example.org', password: 'a long walk at dusk 8' },
  });
  const { accessToken } = await made.json();
  const authorization = `Bearer ${accessToken}`;
  const file = join(tmpdir(), 'PokerStars 2026.txt');
  const deal = await randomHistories();
  writeFileSync(file, deal(HANDS));
  const page = await context.newPage();
  await page.addInitScript("window.localStorage.setItem('ploscope.signed-in', '1')");
  const take = (/** @type {string} */ name) => page.screenshot({ path: at(`docs/pictures/${name}.png`) });

  await page.goto(`${base}/hands`);
  await page.locator('input[type=file]:not([webkitdirectory])').first().setInputFiles(file);
  await page.getByText('Import done').waitFor({ timeout: REVIEWS_WITHIN_MS });
  await page.waitForTimeout(2_000);
  await take('hands');

  await page.goto(`${base}/hands/statistics`);
  await page.getByText('VPIP').first().waitFor();
  await page.waitForTimeout(2_000);
  await take('statistics');

  const asked = await context.request.post(`${base}/api/hands/reviews`, {
    headers: { authorization },
    data: { filter: 'game=plo4', streets: ['river'], most: 14 },
  });
  if (asked.status() !== 202) throw new Error(await asked.text());
  await page.goto(`${base}/hands/review`);
  const answered = async () => {
    const rows = await context.request.get(`${base}/api/hands/reviews?sort=ev-lost`, { headers: { authorization } });
    const { rows: reviews } = await rows.json();
    return reviews.every((/** @type {{ review: { state: string } }} */ { review }) => review.state !== 'waiting')
      ? reviews
      : null;
  };
  let reviews = null;
  for (const begun = Date.now(); reviews === null && Date.now() - begun < REVIEWS_WITHIN_MS; ) {
    await page.waitForTimeout(2_000);
    reviews = await answered();
  }
  await page.waitForTimeout(3_000);
  await page.reload();
  await page.waitForTimeout(3_000);
  await take('review');

  const costliest = reviews?.[0];
  if (costliest !== undefined) {
    const { hand, review } = costliest;
    await page.goto(`${base}/hands/${hand.id}?at=${review.decisions[0]?.operation ?? 0}`);
    await page.waitForTimeout(3_000);
    await take('replay');
  }
  await context.close();
}
