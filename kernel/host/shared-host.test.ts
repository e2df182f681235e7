// Workers elsewhere are taken after those here, each by one at a time, and given back when they are closed.

import { expect, test } from 'vitest';
import type { Lane } from './host.ts';
import { sharedHost } from './shared-host.ts';

function named(name: string): () => Lane & { readonly name: string } {
  return () => ({ name, post: () => undefined, listen: () => undefined, close: async () => undefined });
}

function hostOf(size: number, elsewhere: readonly string[]) {
  const own = { size, now: () => 0, inline: null, spawn: named('here') };
  const host = sharedHost(own, elsewhere.map(named));
  return { size: host.size, spawn: () => host.spawn() as Lane & { readonly name: string } };
}

test('those here first and one more, then those elsewhere, then again those here', () => {
  const host = hostOf(2, ['a', 'b']);
  expect(host.size).toBe(4);
  const taken = Array.from({ length: 6 }, () => host.spawn().name);
  expect(taken).toEqual(['here', 'here', 'here', 'a', 'b', 'here']);
});

test('with no size of its own a host still answers for plans', () => {
  const host = hostOf(0, ['a']);
  expect([host.size, host.spawn().name, host.spawn().name]).toEqual([1, 'here', 'a']);
});

test('a worker that is closed, once or twice, is there for the next', async () => {
  const host = hostOf(1, ['a', 'b']);
  const lanes = Array.from({ length: 4 }, () => host.spawn());
  await lanes[2]!.close();
  await lanes[2]!.close();
  await lanes[0]!.close();
  expect(Array.from({ length: 3 }, () => host.spawn().name)).toEqual(['here', 'a', 'here']);
});
