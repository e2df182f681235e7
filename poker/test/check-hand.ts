/**
 * A played-out hand against the independent count: throws where chips, pots, or what each player gets are others. Gives
 * the number of pots.
 */
import { strengthOf } from '../src/table/made-hand.ts';
import { settle } from '../src/table/settle.ts';
import { oracle } from './pot-oracle.ts';
import type { Dealer } from './random.ts';
import type { RandomHand } from './random-hand.ts';
import { checkTurns } from './turn-oracle.ts';

export const checkHand = ({ setup, log, states, end }: RandomHand, { next, whole }: Dealer, naive: boolean): number => {
  const chips = sum(setup.stacks);
  for (const state of states) same('chips on the table', sum(state.stacks) + sum(state.paid), chips);

  checkTurns(setup, log);
  const strength = (hand: readonly number[], board: readonly number[]) => strengthOf(setup.game, hand, board);
  const second = naive ? oracle(setup, log) : oracle(setup, log, strength);
  const taken = next() < 0.5 ? 0 : whole(0, sum(second.pots.map((pot) => pot.chips)));
  const settled = settle(end, { kind: 'total', chips: taken });
  if (!settled.ok) throw new Error(settled.error.message);
  const { returned, pots, awards, won, stacks, net, rake } = settled.value;

  same('what came back', returned, second.returned);
  const bare = pots.map((pot) => ({ chips: pot.chips, contenders: pot.contenders }));
  same('pots', bare, second.pots);
  const raked = pots.map((pot) => pot.rake);
  same('stacks', stacks, second.stacks(raked));
  const kept = taken - (setup.fromHouse ?? 0);
  same('rake', [rake, sum(raked)], [kept, taken]);
  for (const pot of pots)
    same('rake in proportion', Math.abs(pot.rake * sumOf(pots) - taken * pot.chips) <= sumOf(pots), true);
  same('net', [sum(net), sum(won)], [-kept || 0, sumOf(pots) - taken]);
  same('awards', sum(awards.map((award) => award.chips)), sum(won));
  return pots.length;
};

const sumOf = (pots: readonly { readonly chips: number }[]): number => sum(pots.map((pot) => pot.chips));

const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);

const same = (what: string, found: unknown, wanted: unknown): void => {
  const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (one !== other) throw new Error(`${what}: ${one}, by the other count ${other}`);
};
