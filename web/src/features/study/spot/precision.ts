/** The precision last chosen, kept in this browser. It is a habit of the player, not a part of the spot. */
import type { Precision } from '../work/protocol.ts';
import type { Memory } from './address.ts';

const KEY = 'ploscope.study.precision';

export function rememberedPrecision(memory: Memory): Precision {
  try {
    const value = memory?.getItem(KEY);
    return value === 'fine' || value === 'exact' ? value : 'standard';
  } catch {
    return 'standard';
  }
}

export function rememberPrecision(memory: Memory, precision: Precision): void {
  try {
    memory?.setItem(KEY, precision);
  } catch {
    // Storage is full or switched off; the choice holds for this visit.
  }
}
