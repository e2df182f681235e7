// One lap of a sampled solve: a visit of every branch, sent out in rounds.
//
// A round sets out when the start has learned from the one before it, in the order of the visits: who plays what makes no
// difference. Nothing is under way between laps.

import type { Schedule } from '../../src/solve/sampled/schedule.ts';
import { buffersOf } from './buffers.ts';
import type { Caller } from './caller.ts';

/** Who plays a lap. */
export interface Field {
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

/** Plays the lap that begins with visit `first`. */
export async function playLap(field: Field, first: number): Promise<void> {
  const { schedule } = field;
  const end = first + schedule.lap;
  let learn: Played | null = null;
  for (let at = first; at < end; ) {
    const round = await ready(field, learn, at);
    at += round.reaches.length;
    learn = { first: round.first, worths: await play(field, round) };
  }
  await ready(field, learn, end, 0);
}

/** Learns at the start, then takes what the next visits bring to its exits: by default all of a round. */
async function ready(
  { shards, schedule }: Field,
  learn: Played | null,
  first: number,
  count = schedule.round(first),
): Promise<Round> {
  const { reaches } = await shards[0].ask({ kind: 'round', learn, first, count }, buffersOf(learn));
  return { first, reaches };
}

/** Sends the visits of a round to the shards that have their branches; worths come back in the order of the visits. */
async function play({ shards, schedule, shardOf }: Field, { first, reaches }: Round): Promise<Float32Array[]> {
  const places = shards.map((): number[] => []);
  reaches.forEach((_, i) => {
    places[shardOf.get(schedule.at(first + i).branch.number)!]!.push(i);
  });
  const worths: Float32Array[] = [];
  await Promise.all(
    shards.map(async (shard, s) => {
      const own = places[s]!;
      if (own.length === 0) return;
      const sent = own.map((i) => reaches[i]!);
      const call = { kind: 'play', visits: own.map((i) => first + i), reaches: sent } as const;
      const played = await shard.ask(call, buffersOf(sent));
      own.forEach((place, i) => {
        worths[place] = played.worths[i]!;
      });
    }),
  );
  return worths;
}
