// One iteration of several shards, or one measurement: the reach goes out from shard 0, worths come back to it.

import { discountOf } from '../../src/solve/discount.ts';
import { buffersOf } from './buffers.ts';
import type { Caller } from './caller.ts';
import type { Pass, Sums } from './calls.ts';

export async function inStep(
  shards: readonly [Caller, ...Caller[]],
  iteration: number,
  measure: boolean,
): Promise<readonly [Sums, Sums]> {
  const discount = discountOf(iteration);
  const [chief, ...others] = shards;
  const passes = ([0, 1] as const).map((hero): Pass => ({ hero, measure, discount }));
  const sums: Sums[] = [];
  let { reach } = await chief.ask({ kind: 'turn', up: null, others: [], down: passes[0]! });
  for (const [hero, pass] of passes.entries()) {
    const own = chief.ask({ kind: 'visit', ...pass, reach: null });
    const last = others.length - 1;
    const theirs = others.map((shard, i) =>
      shard.ask({ kind: 'visit', ...pass, reach }, i === last ? buffersOf(reach) : []),
    );
    const worths = (await Promise.all([own, ...theirs])).flatMap((reply) => (reply.worths ? [reply.worths] : []));
    const next = passes[hero + 1] ?? null;
    const turned = await chief.ask({ kind: 'turn', up: pass, others: worths, down: next }, buffersOf(worths));
    sums.push(turned.sums!);
    reach = turned.reach;
  }
  return sums as [Sums, Sums];
}
