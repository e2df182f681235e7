/** Sleep is told from work, and from timers that come late. */
import { expect, test } from 'vitest';
import { startAwakeClock } from './awake-clock.ts';

const MINUTE = 60_000;

test('only gaps that no work makes count as sleep', () => {
  let now = 5_000;
  const clock = startAwakeClock(() => now);
  for (const gap of [100, 10_000, MINUTE]) {
    now += gap;
    clock.tick();
  }
  expect(clock.sleptMs()).toBe(0);
  now += 30 * MINUTE;
  clock.tick();
  now += 200;
  expect(clock.sleptMs()).toBe(30 * MINUTE);
});

test('sleep counts before the first sign after it', () => {
  let now = 0;
  const clock = startAwakeClock(() => now);
  now += 10 * MINUTE;
  expect(clock.sleptMs()).toBe(10 * MINUTE);
  expect(clock.sleptMs()).toBe(10 * MINUTE);
});
