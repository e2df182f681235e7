/** A line below `*** SUMMARY ***`: the pot and what was taken from it, the boards, and what became of each seat. */
import { handMistakes } from '../../../text/en-hands.ts';
import { readAmount } from '../../reading/amount.ts';
import type { HandDraft } from '../../reading/hand-draft.ts';
import { readBoardLine, readSeatResult } from '../../reading/summary-lines.ts';

export const readSummaryLine = (line: string, draft: HandDraft): void => {
  if (line.startsWith('Total pot ')) readPotLine(line, draft);
  else if (line.startsWith('Seat ')) readSeatResult(line, draft);
  else readBoardLine(line, draft);
};

const NAMED_POT = /(?:Main|Side) pot(?:-\d+)? (\S+)/g;

/** `Total pot $26.35 Main pot $5.55. Side pot $19.68. | Rake $1.12`, with `| Jackpot $0 | Bingo $0 …` of GG behind. */
const readPotLine = (line: string, draft: HandDraft): void => {
  const { decimals } = draft.head.money;
  const { chips } = draft;
  const [first = '', ...parts] = line.split(' | ');
  const named = [...first.matchAll(NAMED_POT)].map((pot) => readAmount(pot[1]!, decimals));
  chips.pot = readAmount(first, decimals, 'Total pot '.length);
  const amounts = [chips.pot, ...named];
  for (const part of parts) {
    const words = /^[A-Za-z ]*/.exec(part)![0];
    const taken = readAmount(part, decimals, words.length);
    amounts.push(taken);
    if (words.startsWith('Rake')) chips.rake = taken;
    else if (!words.startsWith('STP') && !words.startsWith('Main pot')) chips.fees = (chips.fees ?? 0) + (taken ?? 0);
  }
  if (amounts.includes(null)) draft.fail('unreadable', handMistakes.unreadableAmount(line));
  // A side pot of nothing is written where all of it went back.
  const pots = named.flatMap((pot) => (pot === null || pot === 0 ? [] : [pot]));
  chips.pots = pots.length > 0 ? pots : null;
  draft.isWhole = true;
};
