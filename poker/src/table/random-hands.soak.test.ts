/**
 * A million random hands against the independent count, other ones than those of `random-hands.test.ts`. Their number goes
 * with the square of the scale, since the shorter test is run everywhere as it is.
 */
import { expect, inject, it } from 'vitest';
import { checkHand } from '../../test/check-hand.ts';
import { dealer } from '../../test/random.ts';
import { randomHand } from '../../test/random-hand.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** 1 for the figures promised. */
    soakScale: number;
  }
}

const HANDS = Math.max(1, Math.round(1_000_000 * inject('soakScale') ** 2));
/** Of so many hands, one has its strengths worked out by sorting and counting. */
const NAIVE = 100;

it(`${HANDS} hands`, () => {
  const random = dealer(1_000_000);
  const met = { operations: 0, shown: 0, 'side pots': 0, 'several boards': 0 };
  for (let hand = 0; hand < HANDS; hand++) {
    const played = randomHand(random);
    const pots = checkHand(played, random, hand % NAIVE === 0);
    met.operations += played.log.length;
    met.shown += played.log.some(({ kind }) => kind === 'show') ? 1 : 0;
    met['side pots'] += pots > 1 ? 1 : 0;
    met['several boards'] += played.end.boards.length > 1 ? 1 : 0;
  }
  const told = Object.entries(met).map(([what, value]) => `${what} ${value}`);
  console.log(`soak table: hands ${HANDS}, ${told.join(', ')}`);
  expect(Math.min(...Object.values(met))).toBeGreaterThan(0);
});
