/** Ranges: size while typing, a long computation with progress and cancel, the graph, the tree of classes. */
import { expect } from 'vitest';
import { journey } from './harness.ts';
import { openStudy } from './study-page.ts';

const THREE_RANGES = 'hand=AA&hand=KK%2B:$ds&hand=*&game=plo4&spot=1';

journey('a range shows its size while it is typed, and meets another on a flop', async (trip) => {
  const { page } = trip;
  const study = await openStudy(trip, 'hand=AA$ds&hand=KK%2B&board=Ks9d4c&game=plo4&spot=1');
  await study.note('759 combos').waitFor();
  await study.expectEquity(1, /^\d\d\.\d\d%$/);
  await study.expectExact();
  await study.choose('Graph');
  await page.locator('.uplot canvas').waitFor();
  await page.getByText('Graph as a table').click();
  await page.getByRole('row', { name: /^50%/ }).waitFor();
  await trip.screenshot('graph');
  await study.player(1).fill('AA');
  await study.note('6,121 combos').waitFor();
});

journey(
  'a long computation shows progress, keeps the last answer, and stops when told',
  async (trip) => {
    const { page } = trip;
    const study = await openStudy(trip);
    await study.expectEquity(1, '60.05%');
    await page.evaluate(() => localStorage.setItem('ploscope.study.precision', 'fine'));
    await page.goto('about:blank');
    const fine = await openStudy(trip, THREE_RANGES);
    await page.getByRole('progressbar', { name: 'Progress' }).waitFor();
    await page.getByText('So far').waitFor();
    expect(await fine.equityShown(1)).toMatch(/^\d\d\.\d\d%$/);
    await trip.screenshot('running');
    await fine.button('Cancel').click();
    await fine.note('Stopped. The next edit, or Run, starts again.').waitFor();
    expect(await page.getByRole('progressbar').count()).toBe(0);
    await fine.choose('Standard');
    await fine.expectEquity(1, /^\d\d\.\d\d%$/);
  },
  { timeoutMs: 120_000 },
);

journey(
  'the page answers while it computes',
  async (trip) => {
    const { page, width } = trip;
    await page.addInitScript(() => localStorage.setItem('ploscope.study.precision', 'fine'));
    const study = await openStudy(trip, THREE_RANGES);
    await page.getByRole('progressbar', { name: 'Progress' }).waitFor();
    const frames = page.evaluate(
      () =>
        new Promise<number[]>((resolve) => {
          const gaps: number[] = [];
          let last = performance.now();
          const until = last + 2_000;
          const frame = (now: number): void => {
            gaps.push(now - last);
            last = now;
            if (now < until) requestAnimationFrame(frame);
            else resolve(gaps.sort((a, b) => b - a));
          };
          requestAnimationFrame(frame);
        }),
    );
    await study.button('Keyboard and notation').click();
    await page.getByRole('dialog').waitFor();
    expect(await page.getByRole('progressbar', { includeHidden: true }).count()).toBe(1);
    await page.keyboard.press('Escape');
    await study.player(1).fill('AA, KK');
    await study.note(/^1\d,\d{3} combos/).waitFor();
    const gaps = await frames;
    console.info(
      `frame gaps while computing at ${width} px: longest ${gaps[0]?.toFixed(0)} ms, 95th percentile ${gaps[Math.floor(gaps.length * 0.05)]?.toFixed(0)} ms, ${gaps.length} frames in 2 s`,
    );
  },
  { timeoutMs: 120_000 },
);

journey('a range opens into its classes, down to hands, and a class narrows it', async (trip) => {
  const { page } = trip;
  const study = await openStudy(trip, 'hand=AA&hand=KK&game=plo4&spot=1');
  await study.button('Explore range').first().click();
  for (const [level, name] of ['One pair', 'Double-suited', '2 ranks', 'AAK2', 'Ax'].entries()) {
    const node = page.getByRole('button', { name: new RegExp(`^Show what is in ${name}`) }).first();
    await node.waitFor();
    await node.click();
    if (level === 1) await trip.screenshot('tree');
  }
  await page
    .getByRole('button', { name: /^Give the player A/ })
    .first()
    .waitFor();
  await page
    .getByRole('button', { name: /^Keep only Double-suited/ })
    .first()
    .click();
  expect(await study.player(1).inputValue()).toBe('AA:$op:$ds');
  await study.note(/^792 combos/).waitFor();
});

journey('the widest PLO6 ranges are counted without holding the page', async (trip) => {
  const { page } = trip;
  const study = await openStudy(trip, 'hand=*&hand=AA&game=plo6&spot=1');
  await study.note('20,358,520 combos').waitFor();
  await study.player(2).fill('AA, KK, QQ, JJ, TT, $ds, 9876, [A-T][A-T][A-T]');
  await study.note(/^1?\d,\d{3},\d{3} combos/).waitFor({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Add player' }).click();
  await study.player(3).waitFor();
});
