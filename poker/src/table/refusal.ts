/** Why the rules do not allow something: a code, the figures it is about, and one sentence that has them. */
import { playerName, tableRefusals } from '../text/en-table.ts';
import type { PlayerIndex } from './operation.ts';

export type RefusalCode = keyof typeof tableRefusals;

export interface Refusal {
  readonly code: RefusalCode;
  /** One sentence, with amounts in minor units and players by number; `refusalText` has money and names. */
  readonly message: string;
  /** The amounts of the sentence, in minor units. */
  readonly chips: readonly number[];
  /** The players of the sentence. */
  readonly players: readonly PlayerIndex[];
  /** Whatever else the sentence names: cards, a count, a kind of post. */
  readonly named: string;
}

export const refusal = (
  code: RefusalCode,
  chips: readonly number[] = [],
  named = '',
  players: readonly PlayerIndex[] = [],
): Refusal => ({
  code,
  message: tableRefusals[code](chips.map(String), named, players.map(playerName)),
  chips,
  players,
  named,
});

/** The sentence again, with its amounts and players written as these do. */
export const refusalText = (
  refused: Refusal,
  formatChips: (chips: number) => string,
  nameOf: (player: PlayerIndex) => string = playerName,
): string => tableRefusals[refused.code](refused.chips.map(formatChips), refused.named, refused.players.map(nameOf));
