/** Over random hands chips are conserved, pots and turns are those of independent counts, and nothing is offered in vain. */
import { expect, it } from 'vitest';
import { checkHand } from '../../test/check-hand.ts';
import { dealer } from '../../test/random.ts';
import { randomHand } from '../../test/random-hand.ts';

const HANDS = 2_000;
/** How many of them have their strengths worked out another way, too. */
const NAIVE = 200;

it(`${HANDS} hands`, () => {
  const random = dealer(6);
  const seen = new Set<string>();
  for (let hand = 0; hand < HANDS; hand++) {
    const played = randomHand(random);
    checkHand(played, random, hand < NAIVE);
    for (const operation of played.log) seen.add(operation.kind === 'post' ? operation.as : operation.kind);
  }
  expect([...seen].sort()).toEqual(EVERY_KIND);
});

const EVERY_KIND = [
  'ante',
  'bet',
  'big-blind',
  'board',
  'call',
  'check',
  'dead',
  'deal',
  'fold',
  'late',
  'muck',
  'run',
  'show',
  'small-blind',
  'straddle',
];
