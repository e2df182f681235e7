/** Mistakes: named at their field, all at once; what does not fit is refused with what would; nothing is lost. */
import { expect } from 'vitest';
import { journey } from './harness.ts';
import { openSolve, SMALL_RIVER } from './solve-page.ts';

journey('mistakes are marked at their fields, and mending them brings the estimate', async (trip) => {
  const { page } = trip;
  const solve = await openSolve(trip, SMALL_RIVER);
  await solve.estimated();
  await solve.field('Pot').fill('sixty');
  await solve.field('Bets of OOP on the river').fill('50%, 120%');
  await solve.words(/Chips are a whole number/).waitFor();
  await solve.words('“120%” is more than the pot, and the game is pot limit.').waitFor();
  const marks = page.locator('[class*="wrong"]');
  expect(await marks.allTextContents()).toEqual(['sixty', '120%']);
  expect(await solve.field('Pot').getAttribute('aria-invalid')).toBe('true');
  expect(await solve.button('Solve').isDisabled()).toBe(true);
  await solve.words('Mend the marked fields, and the spot can be solved.').waitFor();
  await trip.screenshot('marked');
  await page.reload();
  await solve.words(/Chips are a whole number/).waitFor();
  await solve.field('Pot').fill('60');
  await solve.field('Bets of OOP on the river').fill('50%');
  await solve.estimated();
  expect(await marks.count()).toBe(0);
});

journey('a tree in which nobody can bet says so', async (trip) => {
  const solve = await openSolve(trip, 'board=Ks9d4c2h7s&pot=60&stack=180&oop=AA&ip=KK&game=plo4&spot=1');
  await solve.words(/^Nobody can bet in this tree/).waitFor();
});

journey('a range that the board leaves empty is named at its field', async (trip) => {
  const solve = await openSolve(trip, SMALL_RIVER.replace('oop=AA$ds,KK$ds', 'oop=KsKh9h9s'));
  await solve
    .words(/No hand is left|uses a card|no hand/i)
    .first()
    .waitFor();
  expect(await solve.field('Range of OOP').getAttribute('aria-invalid')).toBe('true');
});

journey('a spot that is too large is refused with what it takes and what would fit', async (trip) => {
  const { page } = trip;
  const sizes = '25%25,50%25,pot';
  const tree = (seat: string): string =>
    ['flop', 'turn', 'river'].map((street) => `&${seat}.bets.${street}=${sizes}&${seat}.raises.${street}=pot`).join('');
  const big = `board=Ks9d4c&pot=60&stack=540&oop=10%25${tree('oop')}&ip=10%25${tree('ip')}&game=plo4&spot=1`;
  const solve = await openSolve(trip, big);
  await page.getByRole('alert').getByText('This spot does not fit').waitFor({ timeout: 30_000 });
  expect(await solve.button('Solve').isDisabled()).toBe(true);
  await page.getByText('Looking for a smaller tree that fits…').waitFor({ state: 'hidden', timeout: 60_000 });
  await trip.screenshot('too large');
  await solve.button(/^One size a street: /).click();
  await page.getByRole('alert').getByText('This spot does not fit').waitFor({ state: 'hidden', timeout: 30_000 });
  await solve.estimated();
});

journey('what cannot be opened says why, and leaves the spot as it is', async (trip) => {
  const { page } = trip;
  const solve = await openSolve(trip, SMALL_RIVER);
  await solve.button('Open…').click();
  const pasted = page.getByLabel('Spot document');
  const open = page.getByRole('dialog').getByRole('button', { name: 'Open', exact: true });
  await pasted.fill('{"board":');
  await open.click();
  await page
    .getByRole('alert')
    .getByText(/^This is not JSON/)
    .waitFor();
  await pasted.fill('{"board":"Ks9d4c2h7s","hands":["AA","KK"]}');
  await open.click();
  await page
    .getByRole('alert')
    .getByText(/asks for equities/)
    .waitFor();
  const broken = {
    name: 'cut.plos',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('PLOSOLVE and no more'),
  };
  await page.locator('input[type=file]').setInputFiles(broken);
  await page
    .getByRole('alert')
    .getByText(/end|cut|damaged|file/i)
    .waitFor();
  await pasted.fill(
    '{"board":"Qs9d4c2h7s","pot":50,"stack":75,"oop":{"range":"AA","bets":{"river":["pot"]}},"ip":{"range":"KK"}}',
  );
  await open.click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await solve.field('Pot').inputValue()).toBe('50');
  await solve.words('SPR 1.5').waitFor();
  await solve.button('Undo').click();
  expect(await solve.field('Pot').inputValue()).toBe('60');
});

journey('a document dropped on the page opens', async (trip) => {
  const { page } = trip;
  const solve = await openSolve(trip, SMALL_RIVER);
  const spot =
    '{"board":"Qs9d4c2h7s","pot":44,"stack":75,"oop":{"range":"AA","bets":{"river":["pot"]}},"ip":{"range":"KK"}}';
  const dropped = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'spot.json', { type: 'application/json' }));
    return transfer;
  }, spot);
  await page.dispatchEvent('#main', 'drop', { dataTransfer: dropped });
  await solve.words(/^spot\.json opened/).waitFor();
  expect(await solve.field('Pot').inputValue()).toBe('44');
});

journey('editing after a solve leaves it standing and leads back to its spot', async (trip) => {
  const { page } = trip;
  const solve = await openSolve(trip, SMALL_RIVER);
  await solve.estimated();
  await solve.button('Solve').click();
  await solve.solved();
  await solve.field('Stack').fill('90');
  await solve.words(/^The spot has been edited since/).waitFor();
  await page.getByTestId('exploitability').waitFor();
  await solve.button('Bring that spot back').click();
  expect(await solve.field('Stack').inputValue()).toBe('180');
});

journey('when the solving crashes, it says so and starts again', async (trip) => {
  const { page } = trip;
  trip.expectConsoleError(/./);
  await page.route('**/*.wasm', (route) => route.abort());
  const solve = await openSolve(trip, SMALL_RIVER);
  await page.getByRole('alert').getByText('The solving stopped').waitFor();
  await page.unroute('**/*.wasm');
  await solve.button('Start it again').click();
  await solve.estimated();
});
