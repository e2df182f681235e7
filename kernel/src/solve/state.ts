// An instance's tables as bytes, for checkpoints.

import type { LaidDeal } from './deal.ts';
import type { Instance } from './instance.ts';

/** Regrets and averages of both players, as they lie. */
export function readTables({ kernel }: Instance, { tables }: LaidDeal): Uint8Array {
  const size = tables.reduce((sum, { bytes }) => sum + 2 * bytes, 0);
  const out = new Uint8Array(size);
  const memory = new Uint8Array(kernel.memory.buffer);
  let at = 0;
  for (const { regrets, averages, bytes } of tables) {
    out.set(memory.subarray(regrets, regrets + bytes), at);
    out.set(memory.subarray(averages, averages + bytes), at + bytes);
    at += 2 * bytes;
  }
  return out;
}

/** Puts back what `readTables` gave; throws when it is of another size. */
export function writeTables({ kernel }: Instance, { tables }: LaidDeal, state: Uint8Array): void {
  const size = tables.reduce((sum, { bytes }) => sum + 2 * bytes, 0);
  if (state.length !== size) throw new RangeError('tables of another size');
  const memory = new Uint8Array(kernel.memory.buffer);
  let at = 0;
  for (const { regrets, averages, bytes } of tables) {
    memory.set(state.subarray(at, at + bytes), regrets);
    memory.set(state.subarray(at + bytes, at + 2 * bytes), averages);
    at += 2 * bytes;
  }
}
