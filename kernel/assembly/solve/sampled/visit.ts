// What a visit shares among its run-outs: a record of 20 fields, which `src/solve/sampled/visit-room.ts` lays out.

@inline
function field(record: usize, i: usize): usize {
  return load<u32>(record + (i << 2));
}
/** f32x4[batches][stride]: a player's reach at the entry of each lane, by place in the pack. */
@inline
export function entryLanesAt(visit: usize, player: usize): usize {
  return field(visit, player);
}
/** f32x4[batches][stride]: what the hero's hands are worth, lane by lane, over the run-outs so far. */
@inline
export function worthLanesAt(visit: usize): usize {
  return field(visit, 2);
}
@inline
export function strideOf(visit: usize): usize {
  return field(visit, 3);
}
/** f32x4[stride] each: the opponent's reach in order, what the hero's hands are worth, and what they meet. */
@inline
export function reachAt(visit: usize): usize {
  return field(visit, 4);
}
@inline
export function worthAt(visit: usize): usize {
  return field(visit, 5);
}
@inline
export function metAt(visit: usize): usize {
  return field(visit, 6);
}
/** Rooms of the opponent's and of the hero's buckets. */
@inline
export function oppRoomAt(visit: usize): usize {
  return field(visit, 7);
}
@inline
export function heroRoomAt(visit: usize): usize {
  return field(visit, 8);
}
/** f32x4[batches][buckets]: the hero's weights of folds. */
@inline
export function foldsAt(visit: usize): usize {
  return field(visit, 9);
}
/** f32[entries][bucket stride]: ones, and the opponent's reach summed over each bucket. */
@inline
export function onesAt(visit: usize): usize {
  return field(visit, 10);
}
@inline
export function entryReachAt(visit: usize): usize {
  return field(visit, 11);
}
@inline
export function bucketStrideOf(visit: usize): usize {
  return field(visit, 12);
}
/** i32[lanes]: entry of each lane, −1 for a lane that pads. */
@inline
export function laneEntriesAt(visit: usize): usize {
  return field(visit, 13);
}
/** u32[entries]: a lane of each entry. */
@inline
export function entryLaneAt(visit: usize): usize {
  return field(visit, 14);
}
/** i32[nodes]: entry that leads to each node. */
@inline
export function nodeEntriesAt(visit: usize): usize {
  return field(visit, 15);
}
/** f32[stride]: zeros. */
@inline
export function nothingAt(visit: usize): usize {
  return field(visit, 16);
}
/** f32x4[stride] each: reach, worth and met in the order of one of two boards. */
@inline
export function boardReachAt(visit: usize): usize {
  return field(visit, 17);
}
@inline
export function boardWorthAt(visit: usize): usize {
  return field(visit, 18);
}
@inline
export function boardMetAt(visit: usize): usize {
  return field(visit, 19);
}
