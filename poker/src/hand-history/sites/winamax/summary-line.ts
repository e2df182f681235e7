/** A line below `*** SUMMARY ***`: `Total pot 4.48€ | Rake 0.22€`, the boards, and what became of each seat. */
import { handMistakes } from '../../../text/en-hands.ts';
import { readAmount } from '../../reading/amount.ts';
import type { HandDraft } from '../../reading/hand-draft.ts';
import { readBoardLine, readSeatResult } from '../../reading/summary-lines.ts';

export const readSummaryLine = (line: string, draft: HandDraft): void => {
  if (line.startsWith('Total pot ')) readPotLine(line, draft);
  else if (line.startsWith('Seat ')) readSeatResult(line, draft);
  else readBoardLine(line, draft);
};

/** Large totals are shortened, `15.52k`, and then tell nothing. */
const readPotLine = (line: string, draft: HandDraft): void => {
  const { decimals } = draft.head.money;
  const [first = '', second = ''] = line.split(' | ');
  draft.chips.pot = readAmount(first, decimals, 'Total pot '.length);
  draft.chips.rake = second.startsWith('Rake ') ? readAmount(second, decimals, 'Rake '.length) : 0;
  const isShortened = /\d[kM]$/.test(first);
  if ((draft.chips.pot === null && !isShortened) || draft.chips.rake === null) {
    draft.fail('unreadable', handMistakes.unreadableAmount(line));
  }
  draft.isWhole = true;
};
