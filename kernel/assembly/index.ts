export { mark, release, reserve } from './memory';
export { rankFiveCards } from './ranks';
export { DECK, HANDS, buildTriples, setDeck } from './triples';
export { SHARES, TIES, WINS, enumerate, runOuts } from './hands';
