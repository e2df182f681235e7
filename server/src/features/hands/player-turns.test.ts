import { expect, test } from 'vitest';
import { PlayerTurns } from './player-turns.ts';

function held(): { end: () => void; ended: Promise<void> } {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end, ended };
}

test('one thing of a player goes on at a time, a fixed number waits, and others are not kept', async () => {
  const turns = new PlayerTurns(1);
  const first = held();
  const order: string[] = [];
  expect(await turns.hold('a', first.ended)).toBe(true);
  const second = turns.run('a', async () => order.push('second'));
  expect(await turns.run('a', async () => order.push('third'))).toBeNull();
  expect(await turns.hold('a', Promise.resolve())).toBe(false);
  await turns.run('b', async () => order.push('of another'));
  order.push('end of the first');
  first.end();
  await second;
  expect(order).toEqual(['of another', 'end of the first', 'second']);
  await expect(turns.run('a', () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  expect(await turns.run('a', async () => 'goes on')).toBe('goes on');
});
