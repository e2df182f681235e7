/** What `every-hand.test.ts` asks of a few random hands, asked of many others. */
import { inject, it } from 'vitest';
import { checkFacts, randomReplay } from '../../test/check-facts.ts';
import { dealer } from '../../test/random.ts';
import { courseOf } from './hand-course.ts';

const HANDS = Math.max(1, Math.round(30_000 * inject('soakScale') ** 2));

it(`${HANDS} hands`, () => {
  const random = dealer(30_000);
  for (let hand = 0; hand < HANDS; hand++) checkFacts(courseOf(randomReplay(random)));
  console.log(`soak statistics: hands ${HANDS}`);
});
