// One run-out of a visit: a pack of each player's hands, strategies by bucket, payoffs by hand.
//
// Play multiplies along a line once for each bucket. A hand takes part with one multiplication a lane on the way down,
// and two on the way up: into its bucket's regrets, weighed by its own reach, and into what it is worth above.

import { backward } from '../backward';
import { TRAIN } from '../forward';
import { ACT, batchesOf, entriesOf, entryNodeOf, forestOf, formsOf, kindOf, laneMetAt, laneReachAt, laneWorthAt, nodeAt } from '../layout';
import { interleave } from '../rows';
import { playBuckets } from './play-buckets';
import { weighLanes } from './lane-weights';
import { boardEndsAt, boardHandsAt, boardSegmentsOf, boardTwinsAt, numbersAt } from './board-seats';
import { boardSeatAt, bucketStartsAt, orderAt, seatedCountOf, seatedEndsAt, seatedHandsAt, seatedTwinsAt } from './seats';
import { setSweepHands, sweepShowdown } from '../showdown';
import { paired, sweepPairs } from './sweep-pairs';
import { boardMetAt, boardReachAt, boardWorthAt, bucketStrideOf, entryLaneAt, entryLanesAt, entryReachAt, foldsAt, heroRoomAt, laneEntriesAt, metAt, nodeEntriesAt, nothingAt, onesAt, oppRoomAt, reachAt, strideOf, worthAt, worthLanesAt } from './visit';

/**
 * Plays a run-out for one hero. `deal` is the run-out's, with buckets for hands; `buckets` how many each player has, filled up
 * to whole blocks; `weights` are f32 by place in the hero's pack. Averages of the opponent keep `keep`, regrets of the hero `gain` and `loss`.
 */
export function playRunOut(visit: usize, seat: usize, deal: usize, k: u32, hero: u32, weights: usize, segments: u32, oppBuckets: u32, heroBuckets: u32, keep: f32, gain: f32, loss: f32): void {
  const opp = hero ^ 1;
  const forest = forestOf(deal);
  const stride = strideOf(visit);
  const oppRoom = oppRoomAt(visit);
  const heroRoom = heroRoomAt(visit);
  sumEntries(visit, seat, forest, opp, oppBuckets);
  playBuckets(deal, oppRoom, opp, onesAt(visit), entryReachAt(visit), bucketStrideOf(visit), nodeEntriesAt(visit), keep);
  weighLanes(deal, heroRoom, hero, onesAt(visit), <u32>bucketStrideOf(visit), foldsAt(visit));
  for (let batch: usize = 0; batch < batchesOf(forest); batch++) {
    const oppLane = (batch * <usize>oppBuckets) << 4;
    const heroLane = (batch * <usize>heroBuckets) << 4;
    const hands = (batch * stride) << 4;
    gather(seat, opp, oppBuckets, laneReachAt(oppRoom) + oppLane, entryLanesAt(visit, opp) + hands, reachAt(visit));
    sweep(visit, seat, k, hero, segments, formsOf(forest, batch));
    collect(
      seat,
      hero,
      weights,
      heroBuckets,
      entryLanesAt(visit, hero) + hands,
      worthAt(visit),
      metAt(visit),
      laneReachAt(heroRoom) + heroLane,
      foldsAt(visit) + heroLane,
      worthLanesAt(visit) + hands,
      laneWorthAt(heroRoom) + heroLane,
      laneMetAt(heroRoom) + heroLane,
    );
  }
  backward(deal, heroRoom, hero, TRAIN, gain, loss, 1);
}

function sweep(visit: usize, seat: usize, k: u32, hero: u32, segments: u32, forms: usize): void {
  if (boardSeatAt(seat, 0)) {
    sweepBoard(visit, seat, 0, k, hero, forms);
    sweepBoard(visit, seat, 1, k, hero, forms);
    return;
  }
  const opp = hero ^ 1;
  const ends = seatedEndsAt(seat);
  const twins = seatedTwinsAt(seat, hero);
  const heroes = seatedHandsAt(seat, hero);
  const opps = seatedHandsAt(seat, opp);
  const count = seatedCountOf(seat, hero);
  if (paired) {
    sweepPairs(hero, heroes, count, twins, opps, ends, segments, reachAt(visit), worthAt(visit), metAt(visit), forms);
    return;
  }
  setSweepHands(heroes, <u32>count, twins, opps, <u32>seatedCountOf(seat, opp));
  sweepShowdown(k, hero, ends, segments, reachAt(visit), worthAt(visit), metAt(visit), forms);
}

/** One of two boards: what hands win there is added up; what they meet is the same on both. */
function sweepBoard(visit: usize, seat: usize, board: usize, k: u32, hero: u32, forms: usize): void {
  const opp = hero ^ 1;
  const own = boardSeatAt(seat, board);
  const count = seatedCountOf(seat, hero);
  const oppCount = seatedCountOf(seat, opp);
  const reach = boardReachAt(visit);
  const worth = boardWorthAt(visit);
  const met = boardMetAt(visit);
  const theirs = numbersAt(own, opp);
  for (let j: usize = 0; j < oppCount; j++) {
    v128.store(reach + (j << 4), v128.load(reachAt(visit) + (<usize>load<u32>(theirs + (j << 2)) << 4)));
  }
  const segments = <u32>boardSegmentsOf(own);
  if (paired) {
    sweepPairs(hero, boardHandsAt(own, hero), count, boardTwinsAt(own, hero), boardHandsAt(own, opp), boardEndsAt(own), segments, reach, worth, met, forms);
  } else {
    setSweepHands(boardHandsAt(own, hero), <u32>count, boardTwinsAt(own, hero), boardHandsAt(own, opp), <u32>oppCount);
    sweepShowdown(k, hero, boardEndsAt(own), segments, reach, worth, met, forms);
  }
  const numbers = numbersAt(own, hero);
  for (let i: usize = 0; i < count; i++) {
    const at = <usize>load<u32>(numbers + (i << 2)) << 4;
    const to = worthAt(visit) + at;
    const won = v128.load(worth + (i << 4));
    if (board) {
      v128.store(to, f32x4.add(v128.load(to), won));
    } else {
      v128.store(to, won);
      v128.store(metAt(visit) + at, v128.load(met + (i << 4)));
    }
  }
}

/** The opponent's reach at four lanes, in order: at the entry, times what its bucket makes of it. */
function gather(seat: usize, opp: usize, buckets: usize, shares: usize, entry: usize, reach: usize): void {
  const starts = bucketStartsAt(seat, opp);
  const order = orderAt(seat, opp);
  let j: usize = 0;
  for (let b: usize = 0; b < buckets; b++) {
    const end: usize = load<u32>(starts + ((b + 1) << 2));
    const share = v128.load(shares + (b << 4));
    for (; j < end; j++) {
      const x = v128.load(entry + (<usize>load<u32>(order + (j << 2)) << 4));
      v128.store(reach + (j << 4), f32x4.mul(x, share));
    }
  }
}

/** A player's reach at the entries, summed over each bucket. */
function sumEntries(visit: usize, seat: usize, forest: usize, player: usize, buckets: usize): void {
  const starts = bucketStartsAt(seat, player);
  const order = orderAt(seat, player);
  const stride = bucketStrideOf(visit);
  for (let e: usize = 0; e < entriesOf(forest); e++) {
    const node = entryNodeOf(forest, e);
    if (node < 0 || kindOf(nodeAt(forest, node)) != ACT) continue;
    const lane: usize = load<u32>(entryLaneAt(visit) + (e << 2));
    const from = entryLanesAt(visit, player) + (((lane >> 2) * strideOf(visit)) << 4) + ((lane & 3) << 2);
    const row = entryReachAt(visit) + ((e * stride) << 2);
    let j: usize = 0;
    for (let b: usize = 0; b < buckets; b++) {
      const end: usize = load<u32>(starts + ((b + 1) << 2));
      let sum: f32 = 0;
      for (; j < end; j++) sum += load<f32>(from + (<usize>load<u32>(order + (j << 2)) << 4));
      store<f32>(row + (b << 2), sum);
    }
  }
}

/**
 * Part of its weight that a hand counts with in its bucket at least: where no hand of a range comes, play must be learned
 * all the same, or what leads there would look bad for good.
 */
const LEAST_OWN: f32 = 0.02;

/** What the hero's hands are worth goes into their buckets, times their own reach, and up to the entries' lanes. */
function collect(seat: usize, hero: usize, weights: usize, buckets: usize, entry: usize, worth: usize, met: usize, shares: usize, folds: usize, out: usize, worthSums: usize, metSums: usize): void {
  const starts = bucketStartsAt(seat, hero);
  const order = orderAt(seat, hero);
  let i: usize = 0;
  for (let b: usize = 0; b < buckets; b++) {
    const end: usize = load<u32>(starts + ((b + 1) << 2));
    const share = v128.load(shares + (b << 4));
    const fold = v128.load(folds + (b << 4));
    let worths = f32x4.splat(0);
    let mets = f32x4.splat(0);
    for (; i < end; i++) {
      const at = <usize>load<u32>(order + (i << 2)) << 4;
      const own = f32x4.max(v128.load(entry + at), f32x4.splat(LEAST_OWN * load<f32>(weights + (at >> 2))));
      const w = v128.load(worth + (i << 4));
      const m = v128.load(met + (i << 4));
      worths = f32x4.add(worths, f32x4.mul(own, w));
      mets = f32x4.add(mets, f32x4.mul(own, m));
      v128.store(out + at, f32x4.add(v128.load(out + at), f32x4.add(f32x4.mul(share, w), f32x4.mul(fold, m))));
    }
    v128.store(worthSums + (b << 4), worths);
    v128.store(metSums + (b << 4), mets);
  }
}

/** A player's reach at the exits above, spread over the lanes of the entries they lead to. */
export function spreadEntries(visit: usize, forest: usize, player: u32, exits: usize): void {
  const stride = strideOf(visit);
  const to = entryLanesAt(visit, player);
  for (let batch: usize = 0; batch < batchesOf(forest); batch++) {
    const lane = batch << 2;
    const out = to + ((batch * stride) << 4);
    interleave(exitRow(visit, exits, lane), exitRow(visit, exits, lane + 1), exitRow(visit, exits, lane + 2), exitRow(visit, exits, lane + 3), stride << 2, out);
  }
}

/** The row of the exit that leads to a lane; one of zeros for a lane that pads. */
@inline
function exitRow(visit: usize, exits: usize, lane: usize): usize {
  const entry = load<i32>(laneEntriesAt(visit) + (lane << 2));
  return entry < 0 ? nothingAt(visit) : exits + ((<usize>entry * strideOf(visit)) << 2);
}

export function clearWorths(visit: usize, forest: usize): void {
  memory.fill(worthLanesAt(visit), 0, (batchesOf(forest) * strideOf(visit)) << 4);
}

/**
 * What the hero's hands are worth at the entries (f64[entries][stride]): the mean over the run-outs that left each hand, `met`
 * (u8) of them, times `all`; where `met` is 0, the sum over all, times `all`.
 */
export function worthsAbove(visit: usize, forest: usize, met: usize, all: f32, to: usize): void {
  const stride = strideOf(visit);
  memory.fill(to, 0, (entriesOf(forest) * stride) << 3);
  for (let lane: usize = 0; lane < batchesOf(forest) << 2; lane++) {
    const entry = load<i32>(laneEntriesAt(visit) + (lane << 2));
    if (entry < 0) continue;
    const from = worthLanesAt(visit) + (((lane >> 2) * stride) << 4) + ((lane & 3) << 2);
    const row = to + ((<usize>entry * stride) << 3);
    for (let i: usize = 0; i < stride; i++) store<f64>(row + (i << 3), load<f64>(row + (i << 3)) + <f64>load<f32>(from + (i << 4)));
  }
  for (let i: usize = 0; i < stride; i++) {
    const times: u32 = met ? load<u8>(met + i) : 1;
    const by: f64 = times ? <f64>all / <f64>times : 0;
    for (let e: usize = 0; e < entriesOf(forest); e++) {
      const at = to + ((e * stride + i) << 3);
      store<f64>(at, load<f64>(at) * by);
    }
  }
}
