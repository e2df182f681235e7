/** Lifting one limit lifts no other. */
import { expect, test } from 'vitest';
import { type Counter, createLimits } from './limits.ts';

async function taken(limits: ReturnType<typeof createLimits>, counter: Counter, times: number): Promise<number> {
  const tries = await Promise.all(Array.from({ length: times }, () => limits.take(counter, 'somebody')));
  return tries.filter(({ ok }) => ok).length;
}

test('no limit of calculations leaves passwords and mails limited', async () => {
  const limits = createLimits({ redis: null, computePerMinute: 0 });
  expect(await taken(limits, 'compute', 1000)).toBe(1000);
  expect(await taken(limits, 'account', 20)).toBe(10);
  expect(await taken(limits, 'mail', 20)).toBe(10);
  expect(await taken(limits, 'sign-in', 100)).toBe(60);
});

test('nothing is counted where limits are off', async () => {
  const limits = createLimits({ redis: null, computePerMinute: 1, areOn: false });
  expect(await taken(limits, 'compute', 20)).toBe(20);
  expect(await taken(limits, 'account', 20)).toBe(20);
});
