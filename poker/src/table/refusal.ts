/** Why the rules do not allow something: a code, the figures it is about, and one sentence that has them. */
import { tableRefusals } from '../text/en-table.ts';

export type RefusalCode = keyof typeof tableRefusals;

export interface Refusal {
  readonly code: RefusalCode;
  /** One sentence, with amounts in minor units; `refusalText` writes them as money. */
  readonly message: string;
  /** The amounts of the sentence, in minor units. */
  readonly chips: readonly number[];
  /** Whatever else the sentence names: cards, a count, a kind of post. */
  readonly named: string;
}

export const refusal = (code: RefusalCode, chips: readonly number[] = [], named = ''): Refusal => ({
  code,
  message: tableRefusals[code](chips.map(String), named),
  chips,
  named,
});

/** The sentence again, with its amounts written as `formatChips` does. */
export const refusalText = (refused: Refusal, formatChips: (chips: number) => string): string =>
  tableRefusals[refused.code](refused.chips.map(formatChips), refused.named);
