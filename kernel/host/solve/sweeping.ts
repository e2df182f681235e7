// One sweep of a sampled solve: a visit of every branch, sent out in rounds.
//
// Rounds overlap: while one is played, the start learns from the one before it and gets the next one ready, which so sets
// out from what was known two rounds ago. Nothing is under way between sweeps, and who plays what makes no difference.

import type { Schedule } from '../../src/solve/sampled/schedule.ts';
import { buffersOf } from './buffers.ts';
import type { Caller } from './caller.ts';

export interface Sweeping {
  readonly shards: readonly [Caller, ...Caller[]];
  readonly schedule: Schedule;
  /** Number of the shard that has a branch. */
  readonly shardOf: ReadonlyMap<number, number>;
}

interface Round {
  readonly first: number;
  readonly reaches: readonly Float32Array[];
}

/** Visits whose worths the start has not learned from yet. */
interface Played {
  readonly first: number;
  readonly worths: readonly Float32Array[];
}

/** Plays the sweep that begins with visit `first`. */
export async function playSweep(sweeping: Sweeping, first: number): Promise<void> {
  const { schedule } = sweeping;
  const end = first + schedule.sweep;
  let learn: Played | null = null;
  let next: Promise<Round> = ready(sweeping, null, first);
  for (let at = first; at < end; ) {
    const round = await next;
    at = round.first + round.reaches.length;
    // The first shard is asked to get the next round ready before it plays its own part of this one.
    const others = play(sweeping, round, (shard) => shard > 0);
    next = at < end ? ready(sweeping, learn, at) : ready(sweeping, learn, at, 0);
    const own = play(sweeping, round, (shard) => shard === 0);
    const worths: Float32Array[] = [];
    for (const part of [...(await Promise.all([...others, ...own]))]) {
      part.places.forEach((place, i) => {
        worths[place] = part.worths[i]!;
      });
    }
    learn = { first: round.first, worths };
  }
  await next;
  await ready(sweeping, learn, end, 0);
}

/** Learns at the start, then takes what the next visits bring to its exits: by default all of a round. */
async function ready(
  { shards, schedule }: Sweeping,
  learn: Played | null,
  first: number,
  count = schedule.round(first),
): Promise<Round> {
  const { reaches } = await shards[0].ask({ kind: 'round', learn, first, count }, buffersOf(learn));
  return { first, reaches };
}

interface Part {
  /** Places of the visits in the round. */
  readonly places: readonly number[];
  readonly worths: readonly Float32Array[];
}

/** Sends the visits of a round to those shards that `isOne` names. */
function play(
  { shards, schedule, shardOf }: Sweeping,
  { first, reaches }: Round,
  isOne: (shard: number) => boolean,
): Promise<Part>[] {
  const places = shards.map((): number[] => []);
  reaches.forEach((_, i) => {
    places[shardOf.get(schedule.at(first + i).branch.number)!]!.push(i);
  });
  return shards.flatMap((shard, s) =>
    isOne(s) && places[s]!.length > 0 ? [sent(shard, first, places[s]!, reaches)] : [],
  );
}

async function sent(
  shard: Caller,
  first: number,
  places: readonly number[],
  reaches: readonly Float32Array[],
): Promise<Part> {
  const own = places.map((i) => reaches[i]!);
  const visits = places.map((i) => first + i);
  const { worths } = await shard.ask({ kind: 'play', visits, reaches: own }, buffersOf(own));
  return { places, worths };
}
