/** The address holds the spot; copying, undo and redo. */
import { expect } from 'vitest';
import { journey } from './harness.ts';
import { openStudy, studyOn } from './study-page.ts';

journey('a link holds the whole spot and opens it again', async (trip) => {
  const { page, context } = trip;
  const study = await openStudy(trip);
  await study.player(1).fill('AA$ds');
  await study.player(2).fill('KK+, $ds!AA');
  await study.board.fill('Ks9d4c');
  await study.dead.fill('2c2h');
  await study.expectEquity(1, /%$/);
  const equity = await study.equityShown(1);
  await study.button('Copy link').click();
  await study.note('Link copied. It holds the whole spot.').waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(page.url());
  const other = await context.newPage();
  await other.goto(link);
  const opened = studyOn({ page: other });
  await opened.expectEquity(1, equity);
  expect(await opened.player(2).inputValue()).toBe('KK+, $ds!AA');
  expect(await opened.board.inputValue()).toBe('Ks9d4c');
  expect(await opened.dead.inputValue()).toBe('2c2h');
  await other.close();
});

journey('editing does not fill the history of the browser', async (trip) => {
  const { page } = trip;
  const study = await openStudy(trip);
  const before = await page.evaluate(() => history.length);
  await study.player(1).fill('AsAhQsQh');
  await study.expectEquity(1, /%$/);
  expect(page.url()).toContain('AsAhQsQh');
  expect(await page.evaluate(() => history.length)).toBe(before);
});

journey('the last spot is there on the next visit', async (trip) => {
  const { page } = trip;
  const study = await openStudy(trip);
  await study.player(1).fill('QsQhJsJh');
  await study.expectEquity(1, /%$/);
  await page.goto('about:blank');
  const again = await openStudy(trip);
  expect(await again.player(1).inputValue()).toBe('QsQhJsJh');
});

journey('what is half-written outlives a reload', async (trip) => {
  const { page } = trip;
  const study = await openStudy(trip);
  await study.player(2).fill('KK, Q?');
  await study.board.fill('Kd8c3');
  await study.note('“3” has no suit.').waitFor();
  await page.reload();
  await study.note('“3” has no suit.').waitFor();
  expect(await study.player(2).inputValue()).toBe('KK, Q?');
});

journey('undo and redo step through edits, by key and by button', async (trip) => {
  const { page } = trip;
  const study = await openStudy(trip);
  await study.expectEquity(1, '60.05%');
  await study.player(1).fill('AsAhQsQh');
  await study.expectEquity(1, /^(?!60\.05)/);
  await study.choose('PLO5');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  expect(await study.player(1).inputValue()).toBe('AsAhKsKh');
  await study.expectEquity(1, '60.05%');
  await study.button('Redo').click();
  expect(await study.player(1).inputValue()).toBe('AsAhQsQh');
  await study.button('Undo').click();
  await study.expectEquity(1, '60.05%');
});

journey('the answer copies as a plain table', async (trip) => {
  const { page } = trip;
  const study = await openStudy(trip);
  await study.expectEquity(1, '60.05%');
  await study.button('Copy answer').click();
  await study.note('Answer copied as text.').waitFor();
  const copied = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
  expect(copied.slice(0, 4)).toEqual([
    'PLO4 (exact, 1,086,008 run-outs)',
    '#  Hand      Equity     Win    Tie',
    '1  AsAhKsKh  60.05%  60.05%  0.00%',
    '2  9d8d7c6c  39.95%  39.95%  0.00%',
  ]);
  expect(copied[4]).toBe(page.url());
});
