// What the shards of a solve hold: their memory, their tables as a checkpoint, and a checkpoint's put back.

import {
  type Checkpoint,
  type CheckpointHeader,
  formatCheckpoint,
  type StoredSection,
} from '../../src/solve/checkpoint.ts';
import { buffersOf } from './buffers.ts';
import { type Caller, Refused } from './caller.ts';

/** Bytes of all shards' memory. */
export async function memoryOf(shards: readonly Caller[]): Promise<number> {
  const own = await Promise.all(shards.map((shard) => shard.ask({ kind: 'memory' })));
  return own.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** A checkpoint, front to back; a section of a shard is asked for when its turn comes. */
export async function* save(
  shards: readonly Caller[],
  header: Omit<CheckpointHeader, 'version' | 'branches'>,
): AsyncGenerator<Uint8Array, void, void> {
  const own = await Promise.all(shards.map((shard) => shard.ask({ kind: 'sections' })));
  const sections = own.flatMap(({ branches }, i) =>
    branches.map((branch, index) => ({
      branch,
      read: async () => (await shards[i]!.ask({ kind: 'tables', index, tables: null })).tables,
    })),
  );
  yield* formatCheckpoint(header, sections);
}

/** A checkpoint as it was read. */
export function saveAgain({ header, sections }: Checkpoint): AsyncIterable<Uint8Array> {
  return formatCheckpoint(
    header,
    sections.map((section) => ({ branch: section.branch, read: () => tablesOf(section) })),
  );
}

/**
 * Hands every shard the sections of its own branches; they lie in the order in which it laid its deals. False when
 * `isOver` said so on the way.
 */
export async function restore(
  shards: readonly Caller[],
  branches: readonly (readonly number[])[],
  { sections }: Checkpoint,
  isOver: () => boolean,
): Promise<boolean> {
  await Promise.all(
    shards.map(async (shard, i) => {
      const own = sections.filter(({ branch }) => (branch < 0 ? i === 0 : branches[i]!.includes(branch)));
      const laid = (await shard.ask({ kind: 'sections' })).branches;
      if (own.length !== laid.length) throw misfit('this checkpoint has not the parts of the spot');
      for (const [index, section] of own.entries()) {
        if (isOver()) return;
        const tables = await tablesOf(section);
        await shard.ask({ kind: 'tables', index, tables }, buffersOf(tables));
      }
    }),
  );
  return !isOver();
}

async function tablesOf(section: StoredSection): Promise<Uint8Array> {
  const tables = await section.read();
  if (!tables) throw misfit('this checkpoint was changed while it was read');
  return tables;
}

function misfit(message: string): Refused {
  return new Refused({ code: 'checkpoint', player: null, message });
}
