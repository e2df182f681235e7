import { expect, test } from 'vitest';
import { timed } from './timed.ts';

/** A clock that moves when something is done, and is read in whole steps. */
function clockOf(step: number) {
  let at = 0;
  return {
    now: () => Math.floor(at / step) * step,
    spend: (ms: number) => {
      at += ms;
    },
  };
}

test.each([
  ['a fine clock', 0.001, 0.03],
  ['a clock of a tenth of a millisecond', 0.1, 0.03],
  ['a clock of a millisecond', 1, 0.03],
  ['something as long as the trial', 0.1, 80],
])('%s tells how long something takes', (_, step, takes) => {
  const { now, spend } = clockOf(step);
  let times = 0;
  const told = timed(
    () => {
      spend(takes);
      times++;
    },
    now,
    60,
  );
  expect(Math.abs(told / takes - 1)).toBeLessThan(0.5);
  expect(times * takes).toBeLessThan(Math.max(4 * takes, 80));
});

test('the least of several times counts: the first ones are slow', () => {
  const { now, spend } = clockOf(0.1);
  let times = 0;
  expect(timed(() => spend(times++ < 5 ? 5 : 1), now, 60)).toBeLessThan(1.5);
});
