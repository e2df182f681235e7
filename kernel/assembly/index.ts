export { mark, release, reserve } from './memory';
export { rankFiveCards } from './ranks';
export { madeHand } from './made-hands';
export { DECK, HANDS, buildTriples, setDeck } from './triples';
export { SHARES, TIES, WINS, enumerate, runOuts } from './hands';
export { PAIRS, buildPairs, rankHand, setBoard } from './board';
export {
  MADE,
  SWEPT,
  halfPotsAt,
  handsAt,
  reserveSweep,
  sweep,
  sweepMadeHands,
  sweepMeetings,
  weightsAt,
} from './sweep';
