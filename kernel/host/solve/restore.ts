// What the shards of a solve hold: their memory, and a checkpoint's tables put back into it.

import type { Checkpoint } from '../../src/solve/checkpoint.ts';
import { type Caller, Refused } from './caller.ts';

/** Bytes of all shards' memory. */
export async function memoryOf(shards: readonly Caller[]): Promise<number> {
  const own = await Promise.all(shards.map((shard) => shard.ask({ kind: 'memory' })));
  return own.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Hands every shard the sections of its own branches; they lie in the order in which it laid its deals. */
export async function restore(
  shards: readonly Caller[],
  branches: readonly (readonly number[])[],
  { sections }: Checkpoint,
): Promise<void> {
  for (const [i, shard] of shards.entries()) {
    const own = sections.filter(({ branch }) => (branch < 0 ? i === 0 : branches[i]!.includes(branch)));
    for (const [index, { tables }] of own.entries()) {
      const { section } = await shard.ask({ kind: 'tables', index, tables }).catch(() => {
        throw misfit('this checkpoint does not fit the spot');
      });
      if (!section) throw misfit('this checkpoint does not fit the spot');
    }
    const { section } = await shard.ask({ kind: 'tables', index: own.length, tables: null });
    if (section) throw misfit('this checkpoint lacks a part of the spot');
  }
}

function misfit(message: string): Refused {
  return new Refused({ code: 'checkpoint', player: null, message });
}
