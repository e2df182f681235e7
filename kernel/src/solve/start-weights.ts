// How often each combo is held at the start: its weight, and nothing for combos that cannot be.
//
// A combo that shares a card with every opposing one is never held. Sums of reach would tell so only up to their
// rounding, which is relative to all of the opponent's reach: here it is settled card by card.

import { HOLE_CARDS } from '../job.ts';
import type { SolveJob } from './job.ts';

const known = new WeakMap<SolveJob, readonly [Float32Array, Float32Array]>();

/** By player, in the order of the range: weight (0…1), 0 for combos that the boards or all opposing combos rule out. */
export function startWeights(job: SolveJob): readonly [Float32Array, Float32Array] {
  const found = known.get(job) ?? findWeights(job);
  known.set(job, found);
  return found;
}

interface Masks {
  /** Cards below 26, and the others. */
  readonly low: Uint32Array;
  readonly high: Uint32Array;
  /** Combos that the boards leave. */
  readonly live: Uint32Array;
}

function findWeights(job: SolveJob): readonly [Float32Array, Float32Array] {
  const masks = [masksOf(job, 0), masksOf(job, 1)] as const;
  return [weigh(job, 0, masks[0], masks[1]), weigh(job, 1, masks[1], masks[0])];
}

function masksOf(job: SolveJob, player: 0 | 1): Masks {
  const { cards } = job.players[player];
  const holeCards = HOLE_CARDS[job.game];
  const count = cards.length / holeCards;
  const low = new Uint32Array(count);
  const high = new Uint32Array(count);
  const gone = new Uint8Array(52);
  for (const board of job.boards) for (const card of board) gone[card] = 1;
  const live: number[] = [];
  for (let i = 0; i < count; i++) {
    let blocked = 0;
    for (let c = i * holeCards; c < (i + 1) * holeCards; c++) {
      const card = cards[c]!;
      if (card < 26) low[i]! |= 1 << card;
      else high[i]! |= 1 << (card - 26);
      blocked |= gone[card]!;
    }
    if (!blocked) live.push(i);
  }
  return { low, high, live: Uint32Array.from(live) };
}

/** Opposing combos are tried in leaps, since neighbours share their cards. */
const LEAP = 7919;

function weigh(job: SolveJob, player: 0 | 1, own: Masks, other: Masks): Float32Array {
  const { weights } = job.players[player];
  const out = new Float32Array(own.low.length);
  const count = other.live.length;
  let at = 0;
  for (const i of own.live) {
    const low = own.low[i]!;
    const high = own.high[i]!;
    for (let tried = 0; tried < count; tried++) {
      const j = other.live[at]!;
      if (!(other.low[j]! & low) && !(other.high[j]! & high)) {
        out[i] = weights ? weights[i]! / 100 : 1;
        break;
      }
      at = (at + (count % LEAP === 0 ? 1 : LEAP)) % count;
    }
  }
  return out;
}
