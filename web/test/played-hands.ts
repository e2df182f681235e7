/** Hands for the tests of the replayer: played out, shown down, and all-in on two boards of a run-out. */
import { readFileSync } from 'node:fs';
import type { Replay } from '@ploscope/poker';
import { firstHand } from '../src/features/hands/replay/first-hand.ts';

/** Of the golden hand histories of the poker room. */
export function goldenHand(name: string): Replay {
  const text = readFileSync(new URL(`../../poker/golden/hands/${name}`, import.meta.url), 'utf8');
  const read = firstHand(text);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}
