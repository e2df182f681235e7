/** Whatever operation comes at whatever moment: it is allowed or refused in words, and nothing throws or loses a chip. */
import { expect, it } from 'vitest';
import { dealer } from '../../test/random.ts';
import { randomHand } from '../../test/random-hand.ts';
import type { Operation } from './operation.ts';
import { settle } from './settle.ts';
import { apply, verify } from './table.ts';

const HANDS = 300;
const random = dealer(99);

const NUMBERS = [0, 1, 2, 3, 7, -1, 0.5, 51, 52, 1000, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -0];
const KINDS = ['post', 'deal', 'board', 'fold', 'check', 'call', 'bet', 'run', 'show', 'muck', 'cash-out', 'toString'];
const POSTS = ['ante', 'small-blind', 'big-blind', 'straddle', 'late', 'dead'];

const number = (): number => (random.next() < 0.5 ? random.whole(0, 9) : random.pick(NUMBERS));

/** In form, with numbers that may be anything; what has no form at all is kept out by whoever reads it. */
const garbage = (): Operation =>
  ({
    kind: random.pick(KINDS),
    player: number(),
    as: random.pick(POSTS),
    chips: number(),
    to: number(),
    times: number(),
    board: number(),
    cards: random.next() < 0.5 ? random.deal(random.whole(0, 7)) : Array.from({ length: random.whole(0, 5) }, number),
  }) as unknown as Operation;

it(`${HANDS} hands take garbage at every moment`, () => {
  let allowed = 0;
  let refused = 0;
  for (let hand = 0; hand < HANDS; hand++) {
    const { states, setup } = randomHand(random);
    const chips = setup.stacks.reduce((sum, stack) => sum + stack, 0);
    for (const state of states) {
      for (let i = 0; i < 10; i++) {
        const operation = garbage();
        const next = apply(state, operation);
        const why = verify(state, operation);
        if (next.ok !== (why === null)) throw new Error(`${JSON.stringify(operation)}: apply and verify disagree`);
        if (why !== null && !/^[A-Z\d-].*\.$/.test(why.message)) throw new Error(`no sentence: ${why.message}`);
        if (next.ok) allowed++;
        else refused++;
        if (!next.ok) continue;
        const left = [...next.value.stacks, ...next.value.paid].reduce((sum, one) => sum + one, 0);
        if (left !== chips) throw new Error(`${JSON.stringify(operation)} changes the chips on the table`);
        settle(next.value);
      }
    }
  }
  expect(allowed).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(allowed);
});
