import type { NodeView } from '@ploscope/kernel';
import { describe, expect, it } from 'vitest';
import { sumNode, sumNodeBy } from './node-sums.ts';

const f32 = (...values: number[]): Float32Array => Float32Array.from(values);
const NONE = Number.NaN;

/** OOP acts with three combos, of which the last cannot be held; IP has two. Figures are exact in f32. */
const VIEW: NodeView = {
  player: 0,
  reach: [f32(1, 0.5, NONE), f32(1, 1)],
  shares: f32(0.25, 1, NONE, 0.75, 0, NONE),
  actionEv: f32(10, 20, NONE, 30, 40, NONE),
  ev: [f32(25, 20, NONE), f32(35, 40)],
  equity: [f32(0.5, 0.25, NONE), f32(0.75, 0.5)],
  met: [f32(2, 1, 0), f32(1, 1.5)],
};

describe('the sums of a node', () => {
  it('count a combo by its reach times what it meets', () => {
    const sums = sumNode(VIEW, 0);
    // Weights 2 and 0.5: the first combo counts four times as much as the second.
    expect(sums).toMatchObject({ combos: 2, reach: 1.5, share: 1 });
    expect(sums.frequencies).toEqual([(2 * 0.25 + 0.5) / 2.5, (2 * 0.75) / 2.5]);
    expect(sums.actionEvs).toEqual([(0.5 * 10 + 0.5 * 20) / 1, 30]);
    expect(sums.ev).toBe((2 * 25 + 0.5 * 20) / 2.5);
    expect(sums.equity).toBe((2 * 0.5 + 0.5 * 0.25) / 2.5);
  });

  it('of the player who does not act have no actions', () => {
    expect(sumNode(VIEW, 1)).toEqual({
      combos: 2,
      reach: 2,
      share: 1,
      frequencies: [],
      actionEvs: [],
      ev: (35 + 1.5 * 40) / 2.5,
      equity: (0.75 + 1.5 * 0.5) / 2.5,
    });
  });

  it('by kind divide the whole; a kind that no combo comes with is empty', () => {
    const [first, second, third] = sumNodeBy(VIEW, 0, { count: 3, of: [0, 1, 2] });
    expect(first).toMatchObject({ combos: 1, share: 0.8, frequencies: [0.25, 0.75], ev: 25 });
    expect(second).toMatchObject({ combos: 1, share: 0.2, frequencies: [1, 0], actionEvs: [20, null] });
    expect(third).toEqual({
      combos: 0,
      reach: 0,
      share: 0,
      frequencies: null,
      actionEvs: [null, null],
      ev: null,
      equity: null,
    });
  });
});
