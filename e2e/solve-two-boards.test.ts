/** A turn of two boards is described, solved, followed to a river on each board, kept and opened again. */
import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { type Journey, journey } from './harness.ts';
import { openSolve, SMALL_TURN_OF_TWO } from './solve-page.ts';

const checkThrough = async ({ page }: Pick<Journey, 'page'>): Promise<void> => {
  await page.getByTestId('action-x').getByRole('button').click();
  await page.getByText(/^IP to act/).waitFor();
  await page.getByTestId('action-x').getByRole('button').click();
};

journey('a turn of two boards leads on to a card on each of them', async (trip) => {
  const { page } = trip;
  const solve = await openSolve(trip, SMALL_TURN_OF_TWO);
  await solve.estimated();
  await solve.words('1,892', { exact: true }).waitFor();
  await solve.button('Solve').click();
  await solve.solved();
  await checkThrough(trip);
  await solve.words(/^A card is dealt on each board/).waitFor();
  await solve.button('Board 1: no card chosen yet').waitFor();
  const deck = (board: number) => page.getByRole('group', { name: `Next card of board ${board}` });
  await deck(1).getByRole('button', { name: 'nine of spades', exact: true }).click();
  await solve.button('Board 1: nine of spades').waitFor();
  await deck(2).getByRole('button', { name: 'nine of spades, This card comes on the other board.' }).waitFor();
  await trip.screenshot('one-of-two');

  // The first one is thought over.
  await solve.button('Board 1: nine of spades').click();
  await deck(1).getByRole('button', { name: 'eight of spades', exact: true }).click();
  await deck(2).getByRole('button', { name: 'deuce of diamonds', exact: true }).click();
  await solve.words(/^OOP to act/).waitFor();
  await page.getByTestId('action-b60').waitFor();
  const line = page.getByRole('navigation', { name: 'Line' });
  await line.getByRole('button', { name: 'eight of spades and deuce of diamonds' }).waitFor();
  await solve.choose('Hands');
  await page.getByTestId('hand').first().waitFor();
  await trip.screenshot('river');

  // Typed, and back by the line.
  await line.getByRole('button', { name: 'Check' }).last().click();
  await deck(1).getByRole('button', { name: 'ace of spades', exact: true }).focus();
  await page.keyboard.type('4c');
  await deck(2).waitFor();
  await page.keyboard.press('Escape');
  await deck(1).waitFor();
  await page.keyboard.type('4c6h');
  await line.getByRole('button', { name: 'four of clubs and six of hearts' }).waitFor();
  await solve.words(/^OOP to act/).waitFor();
});

journey('a solved turn of two boards is kept as a file and opens again', async (trip) => {
  const { page } = trip;
  const solve = await openSolve(trip, SMALL_TURN_OF_TWO);
  await solve.estimated();
  await solve.button('Solve').click();
  await solve.solved();
  const shown = await page.getByTestId('action-x').textContent();
  await solve.button('Download').click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /^Solve/ }).click();
  const kept = await readFile(await (await download).path());
  await solve.button('Remove second board').click();
  await solve.button('Open…').click();
  const file = { name: 'kept.plos', mimeType: 'application/octet-stream', buffer: kept };
  await page.locator('input[type=file]').setInputFiles(file);
  await solve.words(/^kept\.plos opened/).waitFor();
  await solve.solved();
  expect(await solve.field('Board 2').inputValue()).toBe('Qs8d5hJc');
  expect(await page.getByTestId('action-x').textContent()).toBe(shown);
  await checkThrough(trip);
  await page.getByRole('button', { name: 'nine of spades', exact: true }).click();
  await page.getByRole('button', { name: 'deuce of diamonds', exact: true }).click();
  await solve.words(/^OOP to act/).waitFor();
});

journey('a flop of two boards says what it would take and what is solved instead', async (trip) => {
  const solve = await openSolve(trip, SMALL_TURN_OF_TWO.replace('Td7h2c3s', 'Td7h2c').replace('Qs8d5hJc', 'Qs8d5h'));
  await solve
    .words(/has 3,916,440 run-outs and would take/)
    .first()
    .waitFor({ timeout: 30_000 });
  await solve
    .words(/Turns and rivers of two boards are solved/)
    .first()
    .waitFor();
});
