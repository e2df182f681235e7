export { mark, release, reserve, useWholeMemory } from './memory';
export { rankFiveCards } from './ranks';
export { madeHand } from './made-hands';
export { DECK, HANDS, buildTriples, setDeck } from './triples';
export { HAND_MADE, SHARES, TIES, WINS, enumerate, enumerateMadeHands, runOuts } from './hands';
export { PAIRS, buildPairs, rankHand, setBoard } from './board';
export {
  MADE,
  SWEPT,
  clearCombos,
  halfPotsAt,
  handsAt,
  metAt,
  reserveSweep,
  sweep,
  sweepMadeHands,
  weightsAt,
} from './sweep';
export {
  BOARD_SHARES,
  DEAL_MADE,
  JOINT,
  JOINT_SQUARES,
  JOINT_WEIGHTS,
  NEXT_DEALS,
  NEXT_SHARES,
  SHARE_SQUARES,
  SHARE_WEIGHTS,
  SUMS,
} from './deal-sums';
export { BOARDS, acceptedDeals, openDeals, sampleDeals, setPlayer } from './deals';
export { enumerateHoldem } from './holdem';
export { classCountsAt, classOfAt, openOrdering, sampleOrdering } from './orderings';
export { LIVE, UP_TO, countUpTo, rankAllHands } from './all-hands';

export { COMPACT, findTwins, keepHands, rankHands, segmentEnds, sortHands } from './solve/hand-order';
export { reserveRows } from './solve/layout';
export { reserveLanes } from './solve/subset-lanes';
export { setSweepHands, sweepShowdown } from './solve/showdown';
export { setStorage, tableBytes } from './solve/tables';
export { forward } from './solve/forward';
export { evaluateLanes } from './solve/lanes';
export { backward, setImages, setLook, setRounding, setRowsTo, setWorthTo } from './solve/backward';
export { sweepMet } from './solve/showdown';
export { makeBuckets } from './solve/sampled/buckets';
export { seatOnBoard } from './solve/sampled/board-seats';
export { expandBuckets } from './solve/sampled/expand';
export { levelsOf, makeGrid } from './solve/sampled/grid';
export { emptyNobody, indexPack, twinPack } from './solve/sampled/packs';
export { addRows, copyEnds, placeHands } from './solve/sampled/place-worths';
export { clearWorths, playRunOut, spreadEntries, worthsAbove } from './solve/sampled/run-out';
export { seatBoth, seatPack } from './solve/sampled/seats';
export { meetPairs, setPaired, writeOffsets } from './solve/sampled/sweep-pairs';
