// Every moment of a solve is counted once, and as what it was.

import { expect, test } from 'vitest';
import { clocked, PhaseClock } from './solve-phases.ts';

test('full best responses, rough figures and solving are told apart, and nothing is lost', () => {
  let at = 0;
  const clock = new PhaseClock(() => at);
  const asked: [Parameters<PhaseClock['asked']>[0], number][] = [
    ['open-sampled', 1],
    ['prepare', 2],
    ['round', 4],
    ['play', 8],
    ['judge-reaches', 16],
    ['judge-gain', 32],
    ['judge-gain', 64],
    ['judge-reaches', 128],
    ['judge-begin', 256],
    ['judge-branch', 512],
    ['judge-worths', 1024],
    ['judge-start', 2048],
    ['round', 4096],
  ];
  for (const [kind, ms] of asked) {
    clock.asked(kind);
    at += ms;
  }
  expect(clock.read()).toEqual({
    solving: 1 + 2 + 4 + 8 + 4096,
    rough: 16 + 32 + 64,
    measuring: 128 + 256 + 512 + 1024 + 2048,
  });
  at += 10;
  expect(clock.read().solving).toBe(1 + 2 + 4 + 8 + 4096 + 10);
});

test('what workers are asked reaches them as it was', () => {
  const posted: unknown[] = [];
  const lane = { post: (...sent: unknown[]) => posted.push(sent), listen() {}, close: async () => {} };
  const { host, clock } = clocked({ size: 1, spawn: () => lane, now: () => 0, inline: null });
  const request = { kind: 'solve', task: 1, call: { kind: 'judge-reaches' } } as const;
  const buffer = new ArrayBuffer(8);
  host.spawn().post(request, [buffer]);
  expect(posted).toEqual([[request, [buffer]]]);
  expect(clock.read()).toEqual({ solving: 0, measuring: 0, rough: 0 });
});
