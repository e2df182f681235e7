/** Two hands: the worked example of a first visit, and a spot of one's own, typed and picked. */
import { expect } from 'vitest';
import { journey } from './harness.ts';
import { openStudy } from './study-page.ts';

journey('a first visit shows a worked example with its answer', async (trip) => {
  const study = await openStudy(trip);
  await study.expectEquity(1, '60.05%');
  await study.expectEquity(2, '39.95%');
  await study.expectExact();
  expect(await trip.page.locator('#answer').textContent()).toContain('1,086,008 run-outs');
  expect(await study.player(1).inputValue()).toBe('AsAhKsKh');
  await trip.screenshot('answer');
});

journey('a typed spot is answered by itself, any spelling of the cards', async (trip) => {
  const study = await openStudy(trip);
  await study.player(1).fill('8c 9c 10d Jd');
  await study.player(2).fill('A♠A♥K♠K♥');
  await study.expectEquity(2, '61.48%');
  await study.expectEquity(1, '38.52%');
});

journey('a hand is picked from the deck, and cards used elsewhere cannot be', async (trip) => {
  const { page } = trip;
  const study = await openStudy(trip);
  await study.player(2).fill('');
  await study.button('Pick cards').nth(1).click();
  const deck = page.getByRole('group', { name: 'Cards of Player 2' });
  await deck.getByRole('button', { name: 'ace of spades, As is already in player 1’s hand.' }).click({ force: true });
  await study.note('As is already in player 1’s hand.').waitFor();
  for (const card of ['nine of diamonds', 'eight of diamonds', 'seven of clubs', 'six of clubs']) {
    await deck.getByRole('button', { name: card, exact: true }).click();
  }
  expect(await study.player(2).inputValue()).toBe('9d8d7c6c');
  await study.expectEquity(1, '60.05%');
  await trip.screenshot('deck');
});

journey('players come, move and go', async (trip) => {
  const study = await openStudy(trip);
  await study.button('Add player').click();
  await study.player(3).fill('QdQcJdJc');
  await study.expectEquity(3, /\d\d\.\d\d%/);
  await study.button('Move player 3 up').click();
  expect(await study.player(2).inputValue()).toBe('QdQcJdJc');
  await study.button('Remove player 2').click();
  await study.expectEquity(1, '60.05%');
});

journey('a made-hand table and the next cards stand behind the equity', async (trip) => {
  const { page } = trip;
  const study = await openStudy(trip, 'hand=AsAhKsKh&hand=QdJdTc9c&board=Kd8c3s&game=plo4&spot=1');
  await study.expectEquity(1, '80.49%');
  await page.getByRole('row', { name: /^Full house/ }).waitFor();
  await study.choose('Next card');
  const cell = page.getByRole('button', { name: 'ten of diamonds: 52.50%' });
  await cell.hover();
  await study.note('−27.99').waitFor();
  await cell.click();
  expect(await study.board.inputValue()).toBe('Kd8c3sTd');
  await study.expectEquity(1, '52.50%');
  await trip.screenshot('next-card');
});
