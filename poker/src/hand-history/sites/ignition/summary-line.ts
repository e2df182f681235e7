/** One line of the summary of an Ignition hand: the pot and the rake. What players had is told above. */
import { handMistakes } from '../../../text/en-hands.ts';
import { readAmount } from '../../reading/amount.ts';
import type { HandDraft } from '../../reading/hand-draft.ts';

const POT = /^Total Pot\(([$\d.,]{1,20})\)(?: \| Rake \(([$\d.,]{1,20})\))?/;
/** What belongs above a summary: two hands that ran into each other. */
const NEXT_HAND = /^Seat \d{1,4}: | : /;

export const readSummaryLine = (line: string, draft: HandDraft): void => {
  const pot = POT.exec(line);
  if (pot === null) {
    if (NEXT_HAND.test(line)) draft.fail('unreadable', handMistakes.unreadableLine(line));
    return;
  }
  const { decimals } = draft.head.money;
  draft.chips.pot = readAmount(pot[1] ?? '', decimals);
  // Newer files do not tell it; of chips of a tournament nothing is taken.
  const untold = draft.head.tournament === null ? null : 0;
  draft.chips.rake = pot[2] === undefined ? untold : readAmount(pot[2], decimals);
  draft.isWhole = true;
};
