/** A spot is estimated, solved, looked at, kept and opened again, all in the page. */
import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { journey } from './harness.ts';
import { openSolve, SMALL_RIVER } from './solve-page.ts';

journey('an example is estimated, solves to its target, and shows its chart and its strategy', async (trip) => {
  const { page } = trip;
  const solve = await openSolve(trip);
  await solve.button('Examples').click();
  await page.getByRole('menuitem', { name: /^River, ranges/ }).click();
  await solve.estimated();
  await solve.words('38,102 × 56,771').waitFor();
  await solve.button('Solve').click();
  await solve.solved();
  const exploitability = (await page.getByTestId('exploitability').textContent()) ?? '';
  const pct = Number(/· ([\d.]+)% of pot/.exec(exploitability)?.[1]);
  expect(pct).toBeLessThanOrEqual(0.35);
  await page.locator('.uplot canvas').waitFor();
  const evs = await Promise.all(['oop', 'ip'].map((seat) => page.getByTestId(`ev-${seat}`).textContent()));
  expect(evs.reduce((sum, ev) => sum + Number(ev), 0)).toBeCloseTo(60, 1);
  const shares = await Promise.all(
    ['x', 'b30', 'b60'].map((label) => page.getByTestId(`share-${label}`).textContent()),
  );
  expect(shares.reduce((sum, share) => sum + Number.parseFloat(share ?? ''), 0)).toBeCloseTo(100, 0);
  await solve.strategy.getByRole('button', { name: /^No pair/ }).click();
  await solve.strategy.getByRole('button', { name: /^Double-suited/ }).waitFor();
  await trip.screenshot('solved');
});

journey('a line leads from node to node and back', async (trip) => {
  const { page } = trip;
  const solve = await openSolve(trip, SMALL_RIVER);
  await solve.estimated();
  await solve.button('Solve').click();
  await solve.solved();
  await page.getByTestId('action-b60').getByRole('button').click();
  await solve.words(/^IP to act/).waitFor();
  await page.getByTestId('action-c').getByRole('button').click();
  await solve.words(/^Hands are shown down here/).waitFor();
  await page.getByRole('navigation', { name: 'Line' }).getByRole('button', { name: 'Bet 60' }).click();
  await page.getByTestId('action-f').waitFor();
  await page.getByRole('navigation', { name: 'Line' }).getByRole('button', { name: 'Start' }).click();
  await solve.words(/^OOP to act/).waitFor();
});

journey('every hand stands in a list that is sorted, searched and looked into', async (trip) => {
  const { page, width } = trip;
  const solve = await openSolve(trip, SMALL_RIVER);
  await solve.estimated();
  await solve.button('Solve').click();
  await solve.solved();
  await solve.choose('Hands');
  const rows = page.getByTestId('hand');
  await rows.first().waitFor();
  if (width < 600) await page.getByLabel('Sort by').selectOption({ label: 'Bet 60' });
  else await solve.button('Bet 60').click();
  await page.getByRole('columnheader', { name: /^Bet 60/, includeHidden: true }).waitFor({ state: 'attached' });
  await solve.field('Only hands of this range').fill('KK');
  const count = solve.words(/^[\d,]+ hands/);
  await count.waitFor();
  await solve.field('Only hands of this range').fill('KK, Q?');
  await page.locator('[class*="wrong"]').first().waitFor();
  await solve.field('Only hands of this range').fill('AA');
  await rows.first().getByRole('button').click();
  await page.locator('li').filter({ hasText: 'Check' }).filter({ hasText: 'EV' }).last().waitFor();
  await trip.screenshot('hands');
});

journey('a turn leads on to every river card', async (trip) => {
  const { page } = trip;
  const turn = SMALL_RIVER.replace('Ks9d4c2h7s', 'Ks9d4c2h')
    .replace('oop.bets.river=50%25,pot', 'oop.bets.turn=pot&oop.bets.river=pot')
    .replace('9987%2b,JT98$ds', 'JT98$ds');
  const solve = await openSolve(trip, turn);
  await solve.estimated();
  await solve.button('Solve').click();
  await solve.solved();
  await page.getByTestId('action-x').getByRole('button').click();
  await solve.words(/^IP to act/).waitFor();
  await page.getByTestId('action-x').getByRole('button').click();
  await page.getByRole('button', { name: 'seven of spades', exact: true }).click();
  await solve.words(/^OOP to act/).waitFor();
  await page.getByTestId('action-b60').waitFor();
  await page.getByRole('navigation', { name: 'Line' }).getByRole('button', { name: 'seven of spades' }).waitFor();
  await trip.screenshot('river');
});

journey('a solve pauses, goes on, is cancelled, and goes on all the same', async (trip) => {
  const { page } = trip;
  const solve = await openSolve(trip);
  await solve.estimated();
  await page.getByRole('textbox', { name: /^Exploitability/ }).fill('0');
  await solve.button('Solve').click();
  await solve.words('so far').waitFor();
  await solve.button('Pause').click();
  await solve.words('Paused').waitFor();
  const paused = await page.locator('.uplot canvas').count();
  expect(paused).toBe(1);
  await solve.button('Resume').click();
  await solve.button('Pause').waitFor();
  await solve.button('Cancel').click();
  await solve.words(/What was found is kept/).waitFor();
  await solve.strategy.getByText('so far').waitFor();
  await solve.button('Resume').click();
  await solve.button('Pause').click();
  await solve.words('Paused').waitFor();
  await trip.screenshot('paused');
  await solve.button('Show result').click();
  await solve.solved();
});

journey('the spot and the solve are kept as files, and the solve opens again', async (trip) => {
  const { page } = trip;
  const solve = await openSolve(trip, SMALL_RIVER);
  await solve.estimated();
  await solve.button('Solve').click();
  await solve.solved();
  const shown = await page.getByTestId('action-x').textContent();
  const keep = async (item: RegExp): Promise<string> => {
    await solve.button('Download').click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: item }).click();
    return (await download).path();
  };
  const spot = JSON.parse(await readFile(await keep(/^Spot/), 'utf8'));
  expect(spot).toMatchObject({ ploscope: 'spot/1', board: 'Ks9d4c2h7s', pot: 60, oop: { raises: { river: ['pot'] } } });
  const kept = await readFile(await keep(/^Solve/));
  await solve.field('Pot').fill('70');
  await solve.button('Open…').click();
  const file = { name: 'kept.plos', mimeType: 'application/octet-stream', buffer: kept };
  await page.locator('input[type=file]').setInputFiles(file);
  await solve.words(/^kept\.plos opened/).waitFor();
  await solve.solved();
  expect(await solve.field('Pot').inputValue()).toBe('60');
  expect(await page.getByTestId('action-x').textContent()).toBe(shown);
});
