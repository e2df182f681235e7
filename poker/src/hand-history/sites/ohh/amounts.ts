/** The amounts of an Open Hand History, in minor units of a money in which all of them are whole. */
import { documentMistakes } from '../../../text/en-hand-documents.ts';
import { type Decimal, decimalsOf, toMinor } from '../decimal.ts';
import type { JsonFields } from './json-fields.ts';

export class Amounts {
  readonly decimals: number;

  constructor(ohh: JsonFields) {
    const found: Decimal[] = [];
    const look = (fields: JsonFields, keys: readonly string[]): void => {
      for (const key of keys) {
        const amount = fields.amount(key);
        if (amount !== null) found.push(amount);
      }
    };
    look(ohh, ['small_blind_amount', 'big_blind_amount', 'ante_amount']);
    for (const player of ohh.list('players')) look(player, ['starting_stack']);
    for (const round of ohh.list('rounds')) for (const action of round.list('actions')) look(action, ['amount']);
    for (const pot of ohh.list('pots')) {
      look(pot, ['amount', 'rake', 'jackpot']);
      for (const wins of pot.list('player_wins')) look(wins, ['win_amount', 'cashout_amount']);
    }
    this.decimals = decimalsOf(found);
  }

  /** Null where it is missing. */
  of(fields: JsonFields | undefined, key: string): number | null {
    const amount = fields?.amount(key) ?? null;
    if (amount === null) return null;
    const chips = amount.negative ? null : toMinor(amount, this.decimals);
    if (chips === null) fields?.refuse(documentMistakes.badAmount(String(fields.raw(key))));
    return chips;
  }
}
