/** The amounts of a PHH document, in minor units of a money in which all of them are whole. */
import { documentMistakes } from '../../../text/en-hand-documents.ts';
import { type Decimal, decimalsOf, placesOf, toMinor } from '../decimal.ts';
import { type ActionWords, betAmount, noteAmount } from './action-words.ts';
import type { Fields } from './fields.ts';
import { OWN } from './own-fields.ts';

export class Chips {
  readonly decimals: number;
  readonly #fields: Fields;

  constructor(fields: Fields, actions: readonly ActionWords[], ours: boolean) {
    this.#fields = fields;
    const all: Decimal[] = AMOUNT_LISTS.flatMap((key) => fields.amounts(key) ?? []);
    for (const key of AMOUNTS) {
      const amount = fields.amount(key);
      if (amount !== null) all.push(amount);
    }
    for (const action of actions) {
      const amount = betAmount(action) ?? (ours ? noteAmount(action) : null);
      if (amount !== null) all.push(amount);
    }
    this.decimals = ours ? Math.max(placesOf(all), fields.whole(OWN.decimals) ?? 0) : decimalsOf(all);
  }

  readonly of = (amount: Decimal): number => {
    const chips = toMinor(amount, this.decimals);
    if (chips === null) this.#fields.refuse(documentMistakes.badAmount(amount.digits));
    return chips ?? 0;
  };

  one(key: string): number | null {
    const amount = this.#fields.amount(key);
    return amount === null ? null : this.of(amount);
  }

  list(key: string): readonly number[] | null {
    return this.#fields.amounts(key)?.map(this.of) ?? null;
  }
}

const AMOUNT_LISTS = [
  ...['antes', 'blinds_or_straddles', 'starting_stacks', 'winnings', 'finishing_stacks'],
  ...[OWN.blinds, OWN.returned, OWN.pots],
];
const AMOUNTS = ['min_bet', OWN.ante, OWN.fromHouse, OWN.pot, OWN.rake, OWN.fees];
